"""The structure of an imported document as plain JSON, for measuring and for other programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from plandocs.importing.bodies import tidy
from plandocs.importing.gold_of_letter import changes, cover_letter, events
from plandocs.importing.gold_of_notes import anchors, footnotes, number_of
from plandocs.importing.listed import counts_of_lists, goals_followed_up, lists_under_headings
from plandocs.importing.tabled import tables_under_goals
from plandocs.importing.tree import (
    Definition,
    Facts,
    FocusArea,
    ImportedDocument,
    Measure,
    Measures,
    Paragraph,
    RichText,
    Section,
    TextList,
)

Json = dict[str, Any]


def to_gold(document: ImportedDocument) -> Json:
    """Return what the text says, key by key. What it does not say is left out or null."""
    result: Json = {
        "contains": _contains(document),
        **_authority(document.facts),
        "case_number": _letter(document, "case_number"),
        "cover_letter": cover_letter(document.cover_letter),
        "document": _document(document),
        "decisions": events(document),
        "changes_since_last_version": changes(document.cover_letter),
        "vision": document.facts.vision or None,
        **({"vision_owner": owner} if (owner := document.facts.vision_owner) else {}),
        "main_goal": document.facts.main_goal or None,
        "purpose": document.facts.purpose or None,
        "focus_areas_listed_in_overview": list(document.overview),
        "section_outline": list(_outline(document)),
        "focus_areas": [_area(area) for area in document.focus_areas],
        "measures_outside_focus_areas": _loose_measures(document),
        **goals_followed_up(document),
        **lists_under_headings(document),
        "follow_up": list(document.facts.follow_up),
        "definitions": [_definition(one) for one in document.definitions],
        "footnotes": footnotes(document),
        "footnote_anchors": list(anchors(document)),
        **tables_under_goals(document),
        "bodies": [
            {"name": body.name, "type": body.type.value, "spellings": list(body.spellings)}
            for body in document.bodies
        ],
        "corrections": list(_corrections(document)),
    }
    return {**result, "counts": _counts(document, result)}


def _authority(facts: Facts) -> Json:
    """Whose document it is: a municipality's, else the county administrative board's."""
    if facts.municipality or not facts.authority:
        kind = "kommun" if facts.municipality else None
        return {"municipality": facts.municipality or None, "authority_type": kind}
    told: Json = {"municipality": None, "authority": facts.authority}
    return told | {"authority_type": "länsstyrelse", "partners": list(facts.partners)}


def _letter(document: ImportedDocument, name: str) -> str | None:
    return getattr(document.cover_letter, name, "") or None


def _contains(document: ImportedDocument) -> list[str]:
    kind = document.kind_as_printed or "dokument"
    letter = document.cover_letter
    if not letter:
        return [kind]
    return [letter.kind, f"{kind} (bilaga)"] if document.children else [letter.kind]


def _document(document: ImportedDocument) -> Json:
    period = document.period
    return {
        "type": document.kind_as_printed or None,
        "title": document.title,
        "period": {"start": period[0], "end": period[1]} if period else None,
        "status": _status(document),
        "scope": document.facts.scope or None,
        "coordinator": document.facts.coordinator or None,
    }


def _status(document: ImportedDocument) -> str | None:
    letter = document.cover_letter
    if not letter or any(event.action == "antagande" for event in letter.events):
        return None
    to = letter.addressee.lower() or "beslut"
    return f"förslag till {to} (not yet adopted according to this file)"


def _outline(document: ImportedDocument) -> Iterator[str]:
    if document.children and not isinstance(document.children[0], Section | FocusArea):
        yield f"{_shortened(document)} (inledning)"
    for section in document.sections:
        yield f"{section.heading} (lista)" if _is_overview(section, document) else section.heading


def _shortened(document: ImportedDocument) -> str:
    words = document.title.split()
    if len(words) <= 4 or not document.period:
        return document.title
    return f"{words[0]} … {words[-1]}"


def _is_overview(section: Section, document: ImportedDocument) -> bool:
    first = section.children[0] if section.children else None
    if not isinstance(first, Paragraph) or not isinstance(first.parts[0], TextList):
        return False
    items = tuple(item.text.plain.rstrip(".") for item in first.parts[0].items)
    return bool(items) and items == document.overview


def _area(area: FocusArea) -> Json:
    told: Json = {"order": area.order, "title": area.title}
    if area.number:
        told["number"] = area.number
    return told | {
        "heading_level_in_file": area.level_in_file,
        "intro": _plain(area.intro),
        "lead_in": area.lead_in.plain,
        **({"preconditions": _plain(area.preconditions)} if area.preconditions else {}),
        "measures": [
            _measure(measure, f"{area.order}.{place}")
            for place, measure in enumerate(area.measures, 1)
        ],
    }


def _loose_measures(document: ImportedDocument) -> list[Json]:
    loose = [node for node in document.walk() if isinstance(node, Measures)]
    measures = [measure for node in loose for measure in node.measures]
    return [_measure(measure, str(place)) for place, measure in enumerate(measures, 1)]


def _measure(measure: Measure, order: str) -> Json:
    told: Json = {
        "id": measure.number or order,
        "text": measure.plain,
        "responsible_as_printed": measure.responsible_as_printed,
        "responsible": [body.name for body in measure.lead],
        "in_collaboration_with": [body.name for body in measure.collaborating],
    }
    if measure.co_responsible:
        told["co_responsible"] = [body.name for body in measure.co_responsible]
    if measure.title:
        told["title"] = measure.title
    if measure.level:
        told["level"] = measure.level
    if measure.deadline:
        told["deadline"] = measure.deadline
    if measure.indicators:
        told["indicators"] = [
            {"text": text, "frequency": often} for text, often in measure.indicators
        ]
    return told


def _plain(parts: Iterable[RichText | TextList]) -> str:
    lines = []
    for part in parts:
        if isinstance(part, RichText):
            lines.append(part.plain)
        else:
            lines += [item.text.plain for item in part.items]
    return "\n".join(lines)


def _definition(definition: Definition) -> Json:
    told: Json = {"term": definition.term}
    marks = [number_of(mark.mark) for mark in definition.term_marks]
    if marks:
        told["footnote"] = marks[0]
    lines = [part.plain for part in definition.meaning if isinstance(part, RichText)]
    told["text"] = "\n".join(lines)
    items = [
        item.text.plain
        for part in definition.meaning
        if isinstance(part, TextList)
        for item in part.items
    ]
    return told | ({"includes": items} if items else {})


def _corrections(document: ImportedDocument) -> Iterator[Json]:
    """Yield the bodies whose names are misspelt somewhere; capitals alone are no misspelling."""
    for body in document.bodies:
        wrong = [one for one in body.spellings if tidy(one).casefold() != body.name.casefold()]
        wrong += [one for one in body.spellings if one not in wrong and tidy(one) != one]
        if wrong:
            yield {"as_printed": wrong, "corrected": body.name}


def _counts(document: ImportedDocument, told: Json) -> Json:
    events = told["decisions"]
    counts: Json = {
        "focus_areas": len(document.focus_areas),
        "measures": len(document.measures),
        "measures_per_area": [len(area.measures) for area in document.focus_areas],
        "footnotes": len(document.footnotes),
        "definitions": len(document.definitions),
        "events": len(events),
        "events_with_full_date": sum(event["date"] is not None for event in events),
    }
    if tables := told["tables"]:
        counts |= {
            "tables": len(tables),
            "table_rows": sum(len(table["rows"]) for table in tables),
            "rows_per_table": [len(table["rows"]) for table in tables],
        }
    return counts | counts_of_lists(told)
