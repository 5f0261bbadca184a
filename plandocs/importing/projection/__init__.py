"""What an imported text says, as plain JSON, read from the blocks as a page stores them.

What no block holds yet comes from what the import knows of the document as a whole: its aims, its
overview, its memo, and the levels that its headings have in the file.
"""

from plandocs.importing.imported import ImportedDocument
from plandocs.importing.projection import front
from plandocs.importing.projection.areas import (
    bodies,
    body_names,
    corrections,
    focus_areas,
    loose_measures,
)
from plandocs.importing.projection.counts import counts_of
from plandocs.importing.projection.goals import goals_followed_up
from plandocs.importing.projection.notes import anchors, definitions, footnotes
from plandocs.importing.projection.outline import contributions, lists_under_headings, outline
from plandocs.importing.projection.tables import tables
from plandocs.importing.projection.values import Json, of_kind
from plandocs.text.stored import Stream
from plandocs.text.walk import Block, walk


def structure_of(stream: Stream, document: ImportedDocument) -> Json:
    """Return what the text says, key by key. What it does not say is left out or null."""
    blocks = list(walk(stream))
    facts, memo, overview = document.facts, document.cover_letter, list(document.overview)
    listed = [] if of_kind(blocks, "focus_area") else overview
    return {
        "contains": front.contains(document, has_text=bool(blocks)),
        **front.authority(facts),
        "case_number": (memo and memo.case_number) or None,
        "cover_letter": front.cover_letter(memo),
        "document": front.identity(document),
        "decisions": front.events(memo, facts.coordinator),
        "changes_since_last_version": front.changes(memo),
        **front.aims(facts),
        "focus_areas_listed_in_overview": overview,
        "section_outline": list(outline(blocks, front.shortened_title(document), overview)),
        **_measures(blocks, document.area_levels),
        **_goals(blocks),
        "follow_up": list(facts.follow_up),
        "definitions": definitions(blocks),
        "footnotes": footnotes(blocks),
        "footnote_anchors": anchors(blocks),
        **tables(blocks, listed),
        **({"goals_listed": listed} if listed else {}),
        "counts": counts_of(blocks, listed) | front.counts_of_events(memo),
    }


def _measures(blocks: list[Block], levels: tuple[int, ...]) -> Json:
    names = body_names(blocks)
    areas = focus_areas(blocks, names)
    for area, level in zip(areas, levels, strict=False):
        area["heading_level_in_file"] = level
    return {
        "focus_areas": areas,
        "measures_outside_focus_areas": loose_measures(blocks, names),
        "bodies": bodies(names),
        "corrections": list(corrections(names)),
    }


def _goals(blocks: list[Block]) -> Json:
    goals = goals_followed_up(blocks)
    contributed = [{"body": body, "items": items} for body, items in contributions(blocks)]
    return {
        **({"goals": goals} if goals else {}),
        **lists_under_headings(blocks),
        **({"contributions": contributed} if contributed else {}),
    }
