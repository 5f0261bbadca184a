"""A body's own amendments, tried on the text before they are written in."""

from dataclasses import dataclass

from plandocs.models import Case
from plandocs.text.compare import blocks_of_stream, compare_blocks
from plandocs.text.replacing import PhraseNotOnce, replace_once
from plandocs.vocabulary import Outcome
from workflow.procedure.amendments import phrase_not_found
from workflow.procedure.minutes import Minutes
from workflow.record.changes_shown import ChangeShown, change_shown


@dataclass(frozen=True, slots=True)
class AmendmentShown:
    """An amendment with the words around it, or why it cannot be written in."""

    find: str
    places: list[ChangeShown]
    problem: str = ""


def try_amendments(case: Case, minutes: Minutes) -> list[AmendmentShown]:
    """Try each amendment on the text, one after the other, and show it in its place."""
    if minutes.outcome != Outcome.BIFALL_MED_ANDRING or not minutes.changes:
        return []
    text = case.latest_text()
    stream = text.body.stream_block.get_prep_value(text.body)
    shown = []
    for amendment in minutes.changes:
        try:
            after = replace_once(stream, amendment.find, amendment.replace).stream
        except PhraseNotOnce as wrong:
            refusal = phrase_not_found(amendment.find, wrong.times)
            shown.append(AmendmentShown(amendment.find, [], refusal.message))
            continue
        changes = compare_blocks(blocks_of_stream(stream), blocks_of_stream(after))
        shown.append(AmendmentShown(amendment.find, [change_shown(change) for change in changes]))
        stream = after
    return shown
