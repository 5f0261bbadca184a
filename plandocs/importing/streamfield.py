"""The neutral tree as StreamField JSON, in the schema of ``plandocs.blocks``."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from plandocs.importing.bodies.printed import tidy
from plandocs.importing.imported import Footnote, ImportedDocument
from plandocs.importing.rich_html import rich_html
from plandocs.importing.running_text import NoteMark, RichText, Running, Span, marks_in
from plandocs.importing.stored import SECTIONS, Fields, RawBlock, RawValue, Stream
from plandocs.importing.tree import (
    Content,
    Definition,
    FocusArea,
    Goal,
    Measure,
    Measures,
    NamedBody,
    Paragraph,
    Quote,
    Section,
    Table,
)

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
    return _Writer(document, organisations, namespace).stream(document.children, "body", depth=0)


_Child = tuple[str, Callable[[str], RawValue]]


class _Writer:
    """Writes one document. ``path`` is a block's place, from which its id is made."""

    def __init__(
        self, document: ImportedDocument, organisations: Mapping[str, int], namespace: str
    ) -> None:
        self.footnotes = document.footnotes
        self.keys = {tidy(name).casefold(): key for name, key in organisations.items()}
        self.spellings = {body.name: body.spellings for body in document.bodies}
        self.namespace: UUID = uuid5(_NAMESPACE, namespace)

    def stream(self, children: Iterable[Content | Section], path: str, *, depth: int) -> Stream:
        """Write the children of a section that is ``depth`` sections deep."""
        pairs = (pair for child in children for pair in self._child(child, path, depth))
        return [
            self._block(kind, value(f"{path}/{place}"), f"{path}/{place}")
            for place, (kind, value) in enumerate(pairs)
        ]

    def _block(self, kind: str, value: RawValue, path: str) -> RawBlock:
        return {"type": kind, "value": value, "id": str(uuid5(self.namespace, path))}

    def _items(self, values: Iterable[RawValue], path: str) -> Stream:
        return [self._block("item", value, f"{path}/{place}") for place, value in enumerate(values)]

    def _child(self, child: Content | Section, path: str, depth: int) -> Iterator[_Child]:
        match child:
            case Section():
                yield SECTIONS[depth], lambda at: self._section(child, at, depth)
            case FocusArea():
                yield "focus_area", lambda at: self._area(child, at)
                yield from self._notes_of(child.marks)
            case Measures():
                yield "measures", lambda at: self._measures(child.measures, at)
                yield from self._notes_of(mark for one in child.measures for mark in one.marks)
            case Paragraph():
                yield "paragraph", lambda at: self._paragraph(child.parts, at)
            case Definition():
                yield "definition", lambda at: self._definition(child, at)
            case Goal():
                yield "goal", lambda at: {"kind": child.kind, "text": child.text}
            case Quote():
                yield "quote", lambda at: {"text": child.text, "source": ""}
                yield from self._notes_of(child.marks)
            case Table():
                yield "table", lambda at: _table(child)

    def _section(self, section: Section, path: str, depth: int) -> Fields:
        return {
            "number": section.number[:_LONGEST_NUMBER],
            "heading": section.heading,
            "content": self.stream(section.children, f"{path}/content", depth=depth + 1),
        }

    def _paragraph(self, parts: Running, path: str) -> Fields:
        return {"text": rich_html(parts), "footnotes": self._footnotes(parts, path)}

    def _definition(self, definition: Definition, path: str) -> Fields:
        first, *rest = definition.meaning
        if isinstance(first, RichText):
            first = RichText((*definition.term_marks, *first.parts))
        parts = (first, *rest)
        return {
            "term": definition.term,
            "text": rich_html(parts),
            "footnotes": self._footnotes(parts, path),
        }

    def _footnotes(self, parts: Running, path: str) -> Stream:
        notes = [{"mark": note.mark, "text": note.text} for note in self._notes(marks_in(parts))]
        return self._items(notes, f"{path}/footnotes")

    def _notes(self, marks: Iterable[NoteMark]) -> list[Footnote]:
        places = dict.fromkeys(mark.note for mark in marks if mark.note is not None)
        return [self.footnotes[place] for place in places]

    def _notes_of(self, marks: Iterable[NoteMark]) -> Iterator[_Child]:
        """Notes on what holds none of its own follow it as a paragraph."""
        if notes := self._notes(marks):
            lines = tuple(RichText((NoteMark(one.mark), Span(f" {one.text}"))) for one in notes)
            yield "paragraph", lambda at: self._paragraph(lines, at)

    def _area(self, area: FocusArea, path: str) -> Fields:
        return {
            "number": area.number[:_LONGEST_NUMBER],
            "title": area.title,
            "intro": rich_html(area.intro),
            "lead_in": area.lead_in.plain,
            "preconditions": rich_html(area.preconditions),
            "measures": self._measures(area.measures, f"{path}/measures"),
        }

    def _measures(self, measures: Sequence[Measure], path: str) -> Stream:
        return [
            self._block("item", self._measure(measure, f"{path}/{place}"), f"{path}/{place}")
            for place, measure in enumerate(measures)
        ]

    def _measure(self, measure: Measure, path: str) -> Fields:
        indicators = [
            {"text": text or often, "frequency": often if text else ""}
            for text, often in measure.indicators
        ]
        return {
            "number": measure.number[:_LONGEST_NUMBER],
            "title": measure.title,
            "text": rich_html(measure.text),
            "lead": self._bodies(measure.lead, f"{path}/lead"),
            "collaborating": self._bodies(measure.collaborating, f"{path}/collaborating"),
            "co_responsible": self._bodies(measure.co_responsible, f"{path}/co_responsible"),
            "responsible_as_printed": measure.responsible_as_printed,
            "level": measure.level,
            "indicators": self._items(indicators, f"{path}/indicators"),
            "deadline": measure.deadline,
        }

    def _bodies(self, bodies: Iterable[NamedBody], path: str) -> Stream:
        values = (
            {"organisation": self._organisation(body), "as_printed": body.as_printed}
            for body in bodies
        )
        return self._items(values, path)

    def _organisation(self, body: NamedBody) -> int | None:
        names = (body.name, body.as_printed, *self.spellings.get(body.name, ()))
        keys = (self.keys.get(tidy(name).casefold()) for name in names)
        return next((key for key in keys if key is not None), None)


def _table(table: Table) -> Fields:
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
