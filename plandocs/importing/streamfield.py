"""The neutral tree as StreamField JSON, with the fields that ``plandocs.blocks`` declares."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from uuid import NAMESPACE_URL, UUID, uuid5

from plandocs.importing import tree
from plandocs.importing.bodies.printed import tidy
from plandocs.importing.imported import Footnote, ImportedDocument
from plandocs.importing.running_text import NoteMark, RichText, Running, Span, TextList, marks_in
from plandocs.text.fields import Field, Holds
from plandocs.text.schema import kind_of
from plandocs.vocabulary import BodyRole

Fields = dict[str, object]
Stream = list[Fields]
"""Raw blocks. The value of a list of measures is itself raw blocks; of any other block, fields."""

SECTIONS = ("section", "subsection", "subsubsection")
"""What sections are called by their depth."""
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:styrdok:import")


def to_blocks(
    document: ImportedDocument, *, organisations: Mapping[str, int], namespace: str
) -> Stream:
    """Return the body of a plan as StreamField JSON.

    ``organisations`` gives the key of the register row for a body's name or any alias of it.
    ``namespace`` (the diarienummer, say) makes the ids of the blocks: the same document imported
    in the same case has the same ids in every database.
    """
    stream = _Writer(document, organisations).stream(document.children, depth=0)
    _give_ids(stream, "body", uuid5(_NAMESPACE, namespace))
    return stream


def _give_ids(stream: Stream, path: str, namespace: UUID) -> None:
    """Make each block's id from its place: the fields and numbers that lead to it."""
    for place, block in enumerate(stream):
        at = f"{path}/{place}"
        block["id"] = str(uuid5(namespace, at))
        value = block["value"]
        for name, inside in value.items() if isinstance(value, dict) else [("", value)]:
            if isinstance(inside, list):
                _give_ids(inside, f"{at}/{name}" if name else at, namespace)


def _stored(kind: str, value: Fields | Stream) -> Fields:
    return {"type": kind, "value": value, "id": ""}


def _items(values: Iterable[Fields]) -> Stream:
    return [_stored("item", value) for value in values]


def _block(kind: str, node: object, **known: object) -> Fields:
    return _stored(kind, _fields(kind, node, **known))


def _fields(kind: str, node: object, **known: object) -> Fields:
    """Return the fields of a kind of block that are known, or that the tree calls the same."""
    fields: Fields = {}
    for field in kind_of(kind).fields:
        if field.name in known:
            fields[field.name] = known[field.name]
        elif hasattr(node, field.name):
            fields[field.name] = _held(field, getattr(node, field.name))
    return fields


def _held(field: Field, said: Running | RichText | str) -> str:
    if isinstance(said, tuple):
        return rich_html(said)
    words = said.plain if isinstance(said, RichText) else said
    return words[: field.block.field.max_length] if field.holds is Holds.WORDS else words


class _Writer:
    """Writes one document, without ids."""

    def __init__(self, document: ImportedDocument, organisations: Mapping[str, int]) -> None:
        self.footnotes = document.footnotes
        self.keys = {tidy(name).casefold(): key for name, key in organisations.items()}
        self.spellings = {
            printed: (body.name, printed, *body.spellings)
            for body in document.bodies
            for printed in body.spellings
        }

    def stream(self, children: Iterable[tree.Content | tree.Section], *, depth: int) -> Stream:
        return [block for child in children for block in self._child(child, depth)]

    def _child(self, child: tree.Content | tree.Section, depth: int) -> Iterator[Fields]:
        match child:
            case tree.Section():
                content = self.stream(child.children, depth=depth + 1)
                yield _block(SECTIONS[depth], child, content=content)
            case tree.FocusArea():
                yield _block("focus_area", child, measures=self._measures(child.measures))
                yield from self._notes_of(child.marks)
            case tree.Measures():
                yield _stored("measures", self._measures(child.measures))
                yield from self._notes_of(mark for one in child.measures for mark in one.marks)
            case tree.Paragraph():
                yield self._noted("paragraph", child, child.parts)
            case tree.Definition():
                first, *rest = child.meaning
                if isinstance(first, RichText):
                    first = RichText((*child.term_marks, *first.parts))
                yield self._noted("definition", child, (first, *rest))
            case tree.Goal():
                yield _block("goal", child)
            case tree.Quote():
                yield _block("quote", child, source="")
                yield from self._notes_of(child.marks)
            case tree.Table():
                yield _block("table", child, table=_table(child))

    def _noted(self, kind: str, child: tree.Paragraph | tree.Definition, text: Running) -> Fields:
        notes = self._notes(marks_in(text))
        return _block(
            kind,
            child,
            text=rich_html(text),
            footnotes=_items({"mark": note.mark, "text": note.text} for note in notes),
        )

    def _notes(self, marks: Iterable[NoteMark]) -> list[Footnote]:
        places = dict.fromkeys(mark.note for mark in marks if mark.note is not None)
        return [self.footnotes[place] for place in places]

    def _notes_of(self, marks: Iterable[NoteMark]) -> Iterator[Fields]:
        """Notes on what holds none of its own follow it as a paragraph."""
        if notes := self._notes(marks):
            lines = (RichText((NoteMark(note.mark), Span(f" {note.text}"))) for note in notes)
            yield _block("paragraph", None, text=rich_html(lines), footnotes=[])

    def _measures(self, measures: Iterable[tree.Measure]) -> Stream:
        return _items(map(self._measure, measures))

    def _measure(self, measure: tree.Measure) -> Fields:
        indicators: Iterator[Fields] = (
            {"text": text or often, "frequency": often if text else ""}
            for text, often in measure.indicators
        )
        bodies = {role: self._bodies(getattr(measure, role)) for role in BodyRole.values}
        return _fields("measure", measure, indicators=_items(indicators), **bodies)

    def _bodies(self, printed: Iterable[str]) -> Stream:
        return _items({"organisation": self._key(name), "as_printed": name} for name in printed)

    def _key(self, printed: str) -> int | None:
        names = self.spellings.get(printed, (printed,))
        keys = (self.keys.get(tidy(name).casefold()) for name in names)
        return next((key for key in keys if key is not None), None)


def _table(table: tree.Table) -> Fields:
    return {
        "data": [list(row) for row in table.rows],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": "",
        "cell": [],
        "mergeCells": [],
    }


def rich_html(parts: Iterable[RichText | TextList]) -> str:
    """Return lines as paragraphs, and lists as lists."""
    return "".join(
        f"<p>{_line(part)}</p>" if isinstance(part, RichText) else _list(part) for part in parts
    )


def _line(line: RichText) -> str:
    return "".join(
        f"<sup>{escape(part.mark)}</sup>" if isinstance(part, NoteMark) else _span(part)
        for part in line.parts
    )


def _span(span: Span) -> str:
    html = escape(span.text)
    if span.italic:
        html = f"<i>{html}</i>"
    if span.bold:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(span.href)}">{html}</a>' if span.href else html


def _list(printed: TextList) -> str:
    tag = "ol" if printed.ordered else "ul"
    items = "".join(f"<li>{_line(item.text)}{_list(item.inner)}</li>" for item in printed.items)
    return f"<{tag}>{items}</{tag}>" if items else ""
