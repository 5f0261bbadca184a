"""The tjänsteskrivelse: what the body is asked to decide, and why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs import document as doc
from plandocs.outputs.composing.parts import composed, day_in_words, listing, prose
from plandocs.outputs.letters import AnsweredMotive, MemoLetter, TextChange
from plandocs.outputs.typography import present


def compose_memo(memo: MemoLetter) -> doc.Document:
    """Word the memo in the active language."""
    return composed(
        memo,
        _("Memo"),
        running=memo.diarienummer,
        day=memo.date,
        facts=_facts(memo),
        blocks=_blocks(memo),
    )


def _facts(memo: MemoLetter) -> Iterator[doc.Fact]:
    yield doc.Fact(pgettext("recipient", "To"), memo.to_body)
    yield doc.Fact(_("Date"), day_in_words(memo.date))
    yield doc.Fact(_("Reference number"), memo.diarienummer)
    yield doc.Fact(_("Case officer"), memo.handlaggare.name, more=memo.handlaggare.title)


def _blocks(memo: MemoLetter) -> Iterator[doc.Block]:
    if proposal := present(memo.proposal):
        yield doc.Heading(_("Proposed decision"))
        yield doc.Resolution(proposal, lead_in=memo.proposal_lead_in)
    yield from prose(_("Summary"), memo.summary)
    yield from prose(_("Background"), memo.background)
    yield from _motives(memo.motives)
    yield from _changes(memo.changes)
    yield from prose(_("Assessment"), memo.assessment)
    yield doc.SignOff(memo.handlaggare.name, memo.handlaggare.title)
    yield from listing(_("Attachments"), memo.attachments)
    yield from listing(_("The decision is sent to"), memo.sent_to)


def _motives(motives: tuple[AnsweredMotive, ...]) -> Iterator[doc.Block]:
    if not motives:
        return
    yield doc.Heading(_("Motives for the referral back, and the answers"))
    yield doc.Table(
        columns=(doc.Column(_("Motive"), 1), doc.Column(_("Answer"), 1)),
        rows=tuple((_motive(motive), _answer(motive)) for motive in motives),
    )


def _motive(motive: AnsweredMotive) -> doc.Cell:
    text, asked = doc.Line(motive.text), _("Asked for by %(who)s") % {"who": motive.asked_by}
    return (text, doc.Line(asked, doc.Tone.QUIET)) if motive.asked_by else (text,)


def _answer(motive: AnsweredMotive) -> doc.Cell:
    if motive.response is None:
        return (doc.Line(_("Not answered yet"), doc.Tone.QUIET),)
    label = str(motive.response.label)
    return (
        doc.Line(label, doc.Tone.STRONG),
        *(doc.Line(text) for text in present([motive.reason])),
    )


def _changes(changes: tuple[TextChange, ...]) -> Iterator[doc.Block]:
    if not changes:
        return
    yield doc.Heading(_("Changes since the last decision"))
    yield doc.Table(
        columns=(
            doc.Column(_("Where in the text"), 22),
            doc.Column(_("Earlier wording"), 31),
            doc.Column(_("New wording"), 31),
            doc.Column(_("Kind of change"), 16),
        ),
        rows=tuple(_change(change) for change in changes),
    )


def _change(change: TextChange) -> tuple[doc.Cell, ...]:
    return (
        (doc.Line(change.where),),
        (_wording(change.before, pgettext("earlier wording", "Nothing stood here"), change),),
        (
            _wording(change.after, pgettext("new wording", "Removed"), change),
            *(doc.Line(said, doc.Tone.QUIET) for said in change.form),
        ),
        (doc.Line(str(change.kind.label), doc.Tone.STRONG),),
    )


def _wording(text: str, when_empty: str, change: TextChange) -> doc.Line:
    """What never had words, such as a picture, was neither added nor removed with them."""
    if text.strip():
        return doc.Line(text)
    is_of_words = change.before.strip() or change.after.strip()
    return doc.Line(when_empty if is_of_words else "–", doc.Tone.QUIET)
