"""The tjänsteskrivelse: what the body is asked to decide, and why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs.composing.parts import (
    contact_facts,
    day_in_words,
    listing,
    metadata_title,
    official_fact,
    one_line,
    prose,
)
from plandocs.outputs.document import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    Line,
    Resolution,
    SignOff,
    Table,
    Tone,
)
from plandocs.outputs.letters import AnsweredMotive, MemoLetter, TextChange
from plandocs.outputs.typography import present


def compose_memo(memo: MemoLetter, *, language: str) -> Document:
    """Word the memo in the active language, which the caller names as ``language``."""
    kind = _("Memo")
    title = one_line(memo.title)
    return Document(
        letterhead=memo.letterhead,
        language=language,
        kind=kind,
        title=title,
        metadata_title=metadata_title(kind, title),
        running_head=f"{kind} · {memo.diarienummer}",
        date=memo.date,
        facts=(
            Fact(pgettext("recipient", "To"), memo.to_body),
            Fact(_("Date"), day_in_words(memo.date)),
            Fact(_("Reference number"), memo.diarienummer),
            official_fact(_("Case officer"), memo.handlaggare),
        ),
        contact=contact_facts(memo.letterhead),
        blocks=tuple(_blocks(memo)),
    )


def _blocks(memo: MemoLetter) -> Iterator[Block]:
    if proposal := present(memo.proposal):
        yield Heading(_("Proposed decision"))
        yield Resolution(proposal, lead_in=memo.proposal_lead_in)
    yield from prose(_("Summary"), memo.summary)
    yield from prose(_("Background"), memo.background)
    yield from _motives(memo.motives)
    yield from _changes(memo.changes)
    yield from prose(_("Assessment"), memo.assessment)
    yield SignOff(memo.handlaggare.name, memo.handlaggare.title)
    yield from listing(_("Attachments"), memo.attachments)
    yield from listing(_("The decision is sent to"), memo.sent_to)


def _motives(motives: tuple[AnsweredMotive, ...]) -> Iterator[Block]:
    if not motives:
        return
    yield Heading(_("Motives for the referral back, and the answers"))
    yield Table(
        columns=(Column(_("Motive"), 1), Column(_("Answer"), 1)),
        rows=tuple((_motive(motive), _answer(motive)) for motive in motives),
    )


def _motive(motive: AnsweredMotive) -> Cell:
    cell = (Line(motive.text),)
    if not motive.asked_by:
        return cell
    asked = _("Asked for by %(who)s") % {"who": motive.asked_by}
    return (*cell, Line(asked, Tone.QUIET))


def _answer(motive: AnsweredMotive) -> Cell:
    if motive.response is None:
        return (Line(_("Not answered yet"), Tone.QUIET),)
    label = str(motive.response.label)
    return (Line(label, Tone.STRONG), *(Line(text) for text in present([motive.reason])))


def _changes(changes: tuple[TextChange, ...]) -> Iterator[Block]:
    if not changes:
        return
    yield Heading(_("Changes since the last decision"))
    yield Table(
        columns=(
            Column(_("Where in the text"), 22),
            Column(_("Earlier wording"), 31),
            Column(_("New wording"), 31),
            Column(_("Kind of change"), 16),
        ),
        rows=tuple(_change(change) for change in changes),
    )


def _change(change: TextChange) -> tuple[Cell, ...]:
    return (
        (Line(change.where),),
        (_wording(change.before, pgettext("earlier wording", "Nothing stood here"), change),),
        (
            _wording(change.after, pgettext("new wording", "Removed"), change),
            *(Line(said, Tone.QUIET) for said in change.form),
        ),
        (Line(str(change.kind.label), Tone.STRONG),),
    )


def _wording(text: str, when_empty: str, change: TextChange) -> Line:
    """What never had words, such as a picture, was neither added nor removed with them."""
    if text.strip():
        return Line(text)
    is_of_words = change.before.strip() or change.after.strip()
    return Line(when_empty if is_of_words else "–", Tone.QUIET)
