"""The first draft that a case file gives part by part, as the blocks of a plan."""

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from plandocs.importing.lexicon import guess_type
from plandocs.text.schema import fields_of
from workflow.casefile.tables import Part
from workflow.services.memos import as_html
from workflow.services.organisations import ensure_organisation

Blocks = list[dict[str, object]]
"""A raw stream: blocks with ``type``, ``id`` and ``value``."""


def blocks_of_parts(parts: Iterable[Part], *, diarienummer: str) -> Blocks:
    """Return the raw stream: headings open sections, focus areas hold the measures below them."""
    draft = _Draft(diarienummer)
    for part in parts:
        if part.heading:
            draft.open_section(part.heading)
        elif part.focus_area:
            draft.open_area(part.focus_area)
        elif part.paragraph:
            draft.add_paragraph(part.paragraph)
        elif part.measure:
            draft.add_measure(part.measure, part.responsible)
    return draft.stream


class _Draft:
    """The stream as it grows, and where in it the next part belongs.

    Block ids are made from the diarienummer and the position, the same in any database.
    """

    def __init__(self, diarienummer: str) -> None:
        self.namespace = uuid5(NAMESPACE_URL, f"styrdok:{diarienummer}")
        self.position = 0
        self.stream: Blocks = []
        self.section = self.stream
        self.area: dict[str, object] | None = None
        self.measures: Blocks | None = None

    def open_section(self, heading: str) -> None:
        content: Blocks = []
        value = fields_of("section", heading=heading, content=content)
        self.stream.append(self._block("section", value))
        self.section, self.area, self.measures = content, None, None

    def open_area(self, title: str) -> None:
        self.section, self.measures = self.stream, []
        self.area = fields_of("focus_area", title=title, measures=self.measures)
        self.stream.append(self._block("focus_area", self.area))

    def add_paragraph(self, words: str) -> None:
        """A paragraph under a focus area, before its measures, introduces it."""
        html = as_html(words.split("\n"))
        if self.area is not None and not self.measures:
            self.area["intro"] = f"{self.area['intro']}{html}"
        else:
            self.section.append(self._block("paragraph", fields_of("paragraph", text=html)))

    def add_measure(self, words: str, responsible: list[str]) -> None:
        """A measure outside a focus area stands in a list of its own."""
        if self.measures is None:
            self.measures = []
            self.section.append(self._block("measures", self.measures))
        value = fields_of(
            "measure",
            text=as_html(words.split("\n")),
            responsible_as_printed=", ".join(responsible),
        )
        self.measures.append(self._block("item", value))
        value["lead"] = [self._body(name) for name in responsible]

    def _body(self, name: str) -> dict[str, object]:
        organisation, _created = ensure_organisation(name, type=guess_type(name))
        return self._block("item", {"organisation": organisation.pk, "as_printed": name})

    def _block(self, kind: str, value: object) -> dict[str, object]:
        self.position += 1
        return {"type": kind, "id": str(uuid5(self.namespace, str(self.position))), "value": value}
