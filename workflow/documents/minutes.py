"""A § as a protokollsutdrag: what the record says of it, and no more."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.outputs.letters import (
    CarriedMotive,
    Deviation,
    MinutesExtract,
    Official,
    Statement,
)
from plandocs.vocabulary import Basis, OrganisationType, Outcome
from workflow.documents.appealing import appeal_notice
from workflow.documents.letterhead import letterhead
from workflow.documents.memo import attachments_of
from workflow.documents.recipients import recipients_of
from workflow.documents.rich_text import paragraphs_of
from workflow.documents.voting import (
    count_without_question,
    order_of_propositions,
    votes_of,
)
from workflow.models import Decision, Submission, TextChange
from workflow.procedure.memos import memo_before
from workflow.procedure.parts import Part, part_of
from workflow.record.deviations import deviation_sentence
from workflow.record.prose import (
    day_in_words,
    differing,
    paragraph_of,
    place_of_change,
    quoted,
    sentence,
)
from workflow.rules.aterremiss import third


def minutes_extract(
    decision: Decision, *, issued_on: date, certified_by: Official | None = None
) -> MinutesExtract:
    """Return ``decision`` as an extract of the minutes, in Swedish, issued on ``issued_on``.

    Source: kommunallagen (2017:725) 5 kap. 65–67 §§ (R29) – what the minutes of a matter hold.
    """
    case = decision.case
    announcement = getattr(decision, "announcement", None)
    memo = memo_before(case, decision.body, until=decision.registered_at)
    with translation.override(settings.LANGUAGE_CODE):
        return MinutesExtract(
            letterhead=letterhead(),
            body=decision.body_name,
            meeting_date=decision.current_date,
            paragraph=str(decision.current_paragraph or ""),
            title=case.title,
            diarienummer=case.diarienummer,
            issued_on=issued_on,
            outcome=_outcome(decision, case),
            decision=tuple(_points(decision)),
            background=_background(memo),
            documents=tuple(_documents(decision, memo)),
            yrkanden=_statements(decision.yrkanden),
            proposition_order=tuple(order_of_propositions(decision)),
            votes=tuple(votes_of(decision)),
            counted=tuple(count_without_question(decision)),
            basis=_basis(decision),
            motives=tuple(
                CarriedMotive(motive.text, motive.supporters, carried=motive.carried)
                for motive in decision.motives.all()
            ),
            reservations=_statements(decision.reservations),
            jav=_statements(decision.jav),
            present=decision.present,
            members=decision.seats,
            immediately_adjusted=decision.immediately_adjusted,
            adjusted_on=announcement.adjusted_on if announcement else None,
            announced_on=announcement.announced_on if announcement else None,
            appeal=appeal_notice(decision, on=issued_on),
            deviations=tuple(
                Deviation(deviation_sentence(code), decision.note) for code in decision.despite
            ),
            correction=" ".join(_corrections(decision)),
            sent_to=tuple(recipients_of(decision)),
            certified_by=certified_by,
        )


def _outcome(decision: Decision, case: Case) -> str:
    points = list(_points(decision))
    if points and all(point.lower().startswith("att ") for point in points):
        return _("%(body)s decides") % {"body": decision.body_name}
    words = {
        "body": decision.body_name,
        "decider": case.decided_by.name_in_sentence,
        "title": quoted(case.title),
    }
    if part_of(decision.body, case) is Part.DECIDES:
        template = _adopting(Outcome(decision.outcome), says_what=bool(decision.att_satser))
    elif part_of(decision.body, case) is Part.PROPOSES:
        template = _proposing(Outcome(decision.outcome), says_what=bool(decision.att_satser))
    else:
        template = _preparing(Outcome(decision.outcome))
    return sentence(template % words)


def _adopting(outcome: Outcome, *, says_what: bool) -> str:
    """Return what the deciding body does, in the present as minutes are written (R32).

    Where its att-satser say what is adopted (``says_what``), this only leads in to them.
    """
    match outcome:
        case Outcome.BIFALL if says_what:
            return _("%(body)s approves the proposal.")
        case Outcome.BIFALL:
            return _("%(body)s adopts %(title)s.")
        case Outcome.BIFALL_MED_ANDRING if says_what:
            return _("%(body)s approves the proposal with an amendment.")
        case Outcome.BIFALL_MED_ANDRING:
            return _("%(body)s adopts %(title)s with an amendment.")
    return _other(outcome)


def _proposing(outcome: Outcome, *, says_what: bool) -> str:
    """Return what kommunstyrelsen does; its approval is a proposal to the body that decides."""
    match outcome:
        case Outcome.BIFALL if not says_what:
            return _(
                "%(body)s decides according to the proposal, and proposes that %(decider)s should "
                "adopt %(title)s."
            )
        case Outcome.BIFALL_MED_ANDRING if not says_what:
            return _(
                "%(body)s decides according to the proposal, with an amendment, and proposes that "
                "%(decider)s should adopt %(title)s."
            )
        case Outcome.AVSLAG:
            return _("%(body)s proposes that %(decider)s should reject the proposal.")
    return _preparing(outcome)


def _preparing(outcome: Outcome) -> str:
    """Return what a body that does not decide the case does with the proposal."""
    match outcome:
        case Outcome.BIFALL:
            return _("%(body)s decides according to the proposal.")
        case Outcome.BIFALL_MED_ANDRING:
            return _("%(body)s decides according to the proposal, with an amendment.")
    return _other(outcome)


def _other(outcome: Outcome) -> str:
    match outcome:
        case Outcome.AVSLAG:
            return _("%(body)s rejects the proposal.")
        case Outcome.ATERREMISS:
            return _("%(body)s refers the case back.")
        case Outcome.BORDLAGGNING:
            return _("%(body)s tables the case.")
    return _("%(body)s takes the case off its agenda.")


def _points(decision: Decision) -> Iterator[str]:
    """Give the att-satser, then what follows from the § though they may not say it."""
    yield from decision.att_satser
    yield from map(_amendment, decision.changes.all())
    said = " ".join(decision.att_satser)
    for ending in decision.endings.all():
        if ending.plan.title not in said:
            yield _("%(title)s is no longer in force.") % {"title": quoted(ending.plan.title)}


def _amendment(change: TextChange) -> str:
    old, new = differing(change.before, change.after)
    if not old and not new:
        return " ".join(change.form_in_words)
    place = place_of_change(change.place, change.before, change.after)
    template = _under_a_heading(old, new) if place else _in_the_text(old, new)
    return template % {"place": place, "old": quoted(old), "new": quoted(new)}


def _under_a_heading(old: str, new: str) -> str:
    if not old:
        return _("Under %(place)s, %(new)s is added.")
    if not new:
        return _("Under %(place)s, %(old)s is taken out.")
    return _("Under %(place)s, %(old)s is replaced by %(new)s.")


def _in_the_text(old: str, new: str) -> str:
    if not old:
        return _("%(new)s is added to the text.")
    if not new:
        return _("%(old)s is taken out of the text.")
    return _("In the text, %(old)s is replaced by %(new)s.")


def _basis(decision: Decision) -> str:
    asked = decision.requested_by or decision.in_favour
    if decision.basis == Basis.MINORITY and asked and decision.present:
        return _(
            "The request came from a minority, %(asked)s of the %(present)s members present. At "
            "least %(needed)s are needed (kommunallagen 5 kap. 50 §)."
        ) % {"asked": asked, "present": decision.present, "needed": third(decision.present)}
    if decision.basis == Basis.MINORITY:
        return _("The request came from a minority (kommunallagen 5 kap. 50 §).")
    if decision.basis == Basis.MAJORITY and decision.body.type == OrganisationType.FULLMAKTIGE:
        return _("A majority decided it.")
    return ""


def _background(submission: Submission | None) -> tuple[str, ...]:
    """Give the memo's summary, or what its background says first: what the case is about."""
    if submission is None:
        return ()
    memo = submission.memo
    return paragraphs_of(memo.summary) or paragraphs_of(memo.background)[:1]


def _documents(decision: Decision, submission: Submission | None) -> Iterator[str]:
    """List what the body had before it; the memo first (R32)."""
    if submission:
        yield _("Memo, %(day)s") % {"day": day_in_words(submission.memo.dated_on)}
        yield from attachments_of(submission.memo, decision.case)
    earlier = (
        decision.case.decisions.filter(registered_at__lt=decision.registered_at)
        .select_related("body")
        .prefetch_related("corrections")
        .order_by("pk")
    )
    for found in earlier:
        yield _("%(body)s, %(day)s%(paragraph)s: extract of the minutes") % {
            "body": found.body_then.name_in_sentence,
            "day": day_in_words(found.current_date),
            "paragraph": paragraph_of(found),
        }


def _statements(lines: list[str]) -> tuple[Statement, ...]:
    """Set the name apart where the record writes “Anna Ek (S): …”."""
    return tuple(_statement(line) for line in lines if line.strip())


def _statement(line: str) -> Statement:
    name, colon, text = line.partition(": ")
    return Statement(f"{name}:", text) if colon and len(name) <= 80 else Statement(line)


def _corrections(decision: Decision) -> Iterator[str]:
    """Name what was first recorded, each time it was corrected."""
    for correction in sorted(decision.corrections.all(), key=lambda found: found.pk):
        yield _("Corrected on %(day)s: the decision was first recorded as %(was)s. %(reason)s") % {
            "day": day_in_words(correction.corrected_on),
            "was": correction.was,
            "reason": correction.reason,
        }
