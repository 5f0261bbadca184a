"""The first draft that a case file gives as tables, as the blocks of a plan."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from plandocs.importing.lexicon import guess_type
from workflow.services.memos.sending import as_html
from workflow.services.organisations.registering import ensure_organisation


class _Ids:
    """Block ids made from the diarienummer and the position, the same in any database."""

    def __init__(self, diarienummer: str) -> None:
        self.namespace = uuid5(NAMESPACE_URL, f"styrdok:{diarienummer}")
        self.position = 0

    def next(self) -> str:
        """Return the id of the next block."""
        self.position += 1
        return str(uuid5(self.namespace, str(self.position)))


def blocks_of_tables(tables: list[dict[str, Any]], *, diarienummer: str) -> list[dict[str, Any]]:
    """Return the raw stream: headings open sections, focus areas hold the measures below them."""
    ids = _Ids(diarienummer)
    stream: list[dict[str, Any]] = []
    section: list[dict[str, Any]] = stream
    measures: list[dict[str, Any]] | None = None
    for table in tables:
        if "heading" in table:
            section, measures = _open_section(stream, table["heading"], ids), None
        elif "focus_area" in table:
            section, measures = stream, _open_area(stream, table["focus_area"], ids)
        elif "paragraph" in table:
            _add_paragraph(section, measures, stream, table["paragraph"], ids)
        elif "measure" in table:
            if measures is None:
                measures = _open_list(section, ids)
            measures.append(_measure(table, ids))
    return stream


def _open_section(stream: list[dict[str, Any]], heading: str, ids: _Ids) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = []
    value = {"number": "", "heading": heading, "content": content}
    stream.append({"type": "section", "id": ids.next(), "value": value})
    return content


def _open_area(stream: list[dict[str, Any]], title: str, ids: _Ids) -> list[dict[str, Any]]:
    measures: list[dict[str, Any]] = []
    value = {
        "number": "",
        "title": title,
        "intro": "",
        "lead_in": "",
        "preconditions": "",
        "measures": measures,
    }
    stream.append({"type": "focus_area", "id": ids.next(), "value": value})
    return measures


def _open_list(section: list[dict[str, Any]], ids: _Ids) -> list[dict[str, Any]]:
    measures: list[dict[str, Any]] = []
    section.append({"type": "measures", "id": ids.next(), "value": measures})
    return measures


def _add_paragraph(
    section: list[dict[str, Any]],
    measures: list[dict[str, Any]] | None,
    stream: list[dict[str, Any]],
    words: str,
    ids: _Ids,
) -> None:
    """A paragraph under a focus area, before its measures, introduces it."""
    html = as_html(words.split("\n"))
    if measures is not None and not measures and stream and stream[-1]["type"] == "focus_area":
        stream[-1]["value"]["intro"] += html
        return
    value = {"text": html, "footnotes": []}
    section.append({"type": "paragraph", "id": ids.next(), "value": value})


def _measure(table: dict[str, Any], ids: _Ids) -> dict[str, Any]:
    item_id = ids.next()
    names = table.get("responsible", [])
    return {
        "type": "item",
        "id": item_id,
        "value": {
            "number": "",
            "title": "",
            "text": as_html(table["measure"].split("\n")),
            "lead": [_body(name, ids) for name in names],
            "collaborating": [],
            "co_responsible": [],
            "responsible_as_printed": ", ".join(names),
            "level": "",
            "indicators": [],
            "deadline": "",
        },
    }


def _body(name: str, ids: _Ids) -> dict[str, Any]:
    organisation, _created = ensure_organisation(name, type=guess_type(name))
    return {
        "type": "item",
        "id": ids.next(),
        "value": {"organisation": organisation.pk, "as_printed": name},
    }
