"""A § as a protokollsutdrag: what the record says of it, and no more."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.models import Case
from plandocs.outputs.letters import CarriedMotive, Deviation, MinutesExtract, Official, Statement
from plandocs.vocabulary import Basis, OrganisationType
from workflow.documents.appeals import appeal_notice
from workflow.documents.letterhead import letterhead
from workflow.documents.memo import attachments_of
from workflow.documents.recipients import recipients_of
from workflow.documents.rich_text import paragraphs_of
from workflow.documents.voting import count_without_question, order_of_propositions, votes_of
from workflow.models import Decision, Submission, TextChange
from workflow.procedure.memos import memo_before
from workflow.record.changes_in_words import change_words
from workflow.record.deviations import deviation_sentence
from workflow.record.differing import differing
from workflow.record.outcomes import basis_words, words_of
from workflow.record.prose import day_in_words, paragraph_of, place_of_change, quoted, sentence


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
    minuted = words_of(decision, case)
    has_points = decision.att_satser and minuted.minuted_before_points
    return sentence((minuted.minuted_before_points if has_points else minuted.minuted) % words)


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
    words = {"place": place, "old": quoted(old), "new": quoted(new)}
    return change_words(old, new, place=place).minuted % words


def _basis(decision: Decision) -> str:
    """Only fullmäktige has a minority that can return a case, so only there is a majority told."""
    words = basis_words(decision)
    if words is None:
        return ""
    is_said = decision.basis == Basis.MINORITY or (
        decision.body.type == OrganisationType.FULLMAKTIGE
    )
    return words.minuted if is_said else ""


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
