"""The neutral tree as StreamField JSON, in the schema of ``plandocs.blocks``."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from uuid import NAMESPACE_URL, UUID, uuid5

from plandocs.importing import tree
from plandocs.importing.bodies.printed import tidy
from plandocs.importing.imported import Footnote, ImportedDocument
from plandocs.importing.running_text import NoteMark, RichText, Running, Span, TextList, marks_in

Fields = dict[str, object]
Stream = list[Fields]
"""Raw blocks. The value of a list of measures is itself raw blocks; of any other block, fields."""

SECTIONS = ("section", "subsection", "subsubsection")
"""What sections are called by their depth."""
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:styrdok:import")
_LONGEST_NUMBER = 20


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


def _block(kind: str, value: Fields | Stream) -> Fields:
    return {"type": kind, "value": value, "id": ""}


def _items(values: Iterable[Fields]) -> Stream:
    return [_block("item", value) for value in values]


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
        """Write the children of a section that is ``depth`` sections deep."""
        return [block for child in children for block in self._child(child, depth)]

    def _child(self, child: tree.Content | tree.Section, depth: int) -> Iterator[Fields]:
        match child:
            case tree.Section():
                yield _block(SECTIONS[depth], self._section(child, depth))
            case tree.FocusArea():
                yield _block("focus_area", self._area(child))
                yield from self._notes_of(child.marks)
            case tree.Measures():
                yield _block("measures", self._measures(child.measures))
                yield from self._notes_of(mark for one in child.measures for mark in one.marks)
            case tree.Paragraph():
                yield self._paragraph(child.parts)
            case tree.Definition():
                yield _block("definition", self._definition(child))
            case tree.Goal():
                yield _block("goal", {"kind": child.kind, "text": child.text})
            case tree.Quote():
                yield _block("quote", {"text": child.text, "source": ""})
                yield from self._notes_of(child.marks)
            case tree.Table():
                yield _block("table", _table(child))

    def _section(self, section: tree.Section, depth: int) -> Fields:
        return {
            "number": section.number[:_LONGEST_NUMBER],
            "heading": section.heading,
            "content": self.stream(section.children, depth=depth + 1),
        }

    def _paragraph(self, parts: Running) -> Fields:
        return _block("paragraph", {"text": rich_html(parts), "footnotes": self._footnotes(parts)})

    def _definition(self, definition: tree.Definition) -> Fields:
        first, *rest = definition.meaning
        if isinstance(first, RichText):
            first = RichText((*definition.term_marks, *first.parts))
        parts = (first, *rest)
        return {
            "term": definition.term,
            "text": rich_html(parts),
            "footnotes": self._footnotes(parts),
        }

    def _footnotes(self, parts: Running) -> Stream:
        notes = self._notes(marks_in(parts))
        return _items({"mark": note.mark, "text": note.text} for note in notes)

    def _notes(self, marks: Iterable[NoteMark]) -> list[Footnote]:
        places = dict.fromkeys(mark.note for mark in marks if mark.note is not None)
        return [self.footnotes[place] for place in places]

    def _notes_of(self, marks: Iterable[NoteMark]) -> Iterator[Fields]:
        """Notes on what holds none of its own follow it as a paragraph."""
        if notes := self._notes(marks):
            yield self._paragraph(
                tuple(RichText((NoteMark(note.mark), Span(f" {note.text}"))) for note in notes)
            )

    def _area(self, area: tree.FocusArea) -> Fields:
        return {
            "number": area.number[:_LONGEST_NUMBER],
            "title": area.title,
            "intro": rich_html(area.intro),
            "lead_in": area.lead_in.plain,
            "preconditions": rich_html(area.preconditions),
            "measures": self._measures(area.measures),
        }

    def _measures(self, measures: Iterable[tree.Measure]) -> Stream:
        return _items(map(self._measure, measures))

    def _measure(self, measure: tree.Measure) -> Fields:
        indicators: Iterator[Fields] = (
            {"text": text or often, "frequency": often if text else ""}
            for text, often in measure.indicators
        )
        return {
            "number": measure.number[:_LONGEST_NUMBER],
            "title": measure.title,
            "text": rich_html(measure.text),
            "lead": self._bodies(measure.lead),
            "collaborating": self._bodies(measure.collaborating),
            "co_responsible": self._bodies(measure.co_responsible),
            "responsible_as_printed": measure.responsible_as_printed,
            "level": measure.level,
            "indicators": _items(indicators),
            "deadline": measure.deadline,
        }

    def _bodies(self, printed: Iterable[str]) -> Stream:
        return _items({"organisation": self._key(name), "as_printed": name} for name in printed)

    def _key(self, printed: str) -> int | None:
        names = self.spellings.get(printed, (printed,))
        keys = (self.keys.get(tidy(name).casefold()) for name in names)
        return next((key for key in keys if key is not None), None)


def _table(table: tree.Table) -> Fields:
    return {
        "caption": table.caption,
        "table": {
            "data": [list(row) for row in table.rows],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": "",
            "cell": [],
            "mergeCells": [],
        },
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
