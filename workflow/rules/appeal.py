"""Appeals: the last day, what courts have said, laga kraft, and what the page may tell of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.vocabulary import SETTLING, AppealOutcome, OrganisationType, Outcome
from workflow.errors import RuleViolation
from workflow.rules.calendar import next_vardag

APPEAL_PERIOD = timedelta(weeks=3)

SOURCE_APPEAL = "kommunallagen (2017:725) 13 kap. 5 § och lag (1930:173) 1–2 §§"
SOURCE_COURTS = "kommunallagen (2017:725) 13 kap. 8 §, 14 § och 15 §"


class AppealStatus(StrEnum):
    """What is known about whether a decision can still be appealed. Derived, never stored."""

    NOT_ANNOUNCED = "not_announced"
    APPEALABLE = "appealable"
    PERIOD_OVER = "period_over"
    APPEALED = "appealed"
    LAGA_KRAFT = "laga_kraft"
    QUASHED = "quashed"


def appealable_until(announced_on: date) -> date:
    """Return the last day to appeal: three weeks from the notice, moved to the next vardag.

    Source: kommunallagen (2017:725) 13 kap. 5 §; lag (1930:173) 1–2 §§ (R35, R36).
    """
    return next_vardag(announced_on + APPEAL_PERIOD)


def laga_kraft_earliest(announced_on: date) -> date:
    """Return the first day on which the decision can have laga kraft, nobody having appealed.

    Source: kommunallagen (2017:725) 13 kap. 5 § (R36, R38).
    """
    return appealable_until(announced_on) + timedelta(days=1)


def is_appealable_kind(*, decides: bool, body_type: OrganisationType, outcome: Outcome) -> bool:
    """Say whether a decision of this kind can be appealed at all.

    ``decides``: the body is the one that decides the case. Every decision of fullmäktige can
    be appealed; of another body those that do not only prepare the matter.

    Source: kommunallagen (2017:725) 13 kap. 1–2 §§ (R35).
    """
    if not decides:
        return False
    if body_type == OrganisationType.FULLMAKTIGE:
        return True
    return outcome in SETTLING


def is_quashed(appeals: Sequence[AppealOutcome]) -> bool:
    """Say whether a court has quashed the decision, and no higher court has restored it since.

    ``appeals`` is everything that is known of them, in the order in which it became known. Only
    a judgment that the decision stands undoes a quashing: a dismissed appeal may be another
    member's, or that of the municipality against the quashing itself. A quashing that has been
    appealed is not final, but it is a reason against carrying out the decision.

    Source: kommunallagen (2017:725) 13 kap. 8 §, 14 § and 15 § (R37, R38).
    """
    said = [
        found for found in appeals if found in (AppealOutcome.UPPHAVT, AppealOutcome.FASTSTALLT)
    ]
    return said[-1:] == [AppealOutcome.UPPHAVT]


def appeal_is_pending(appeals: Sequence[AppealOutcome]) -> bool:
    """Say whether some appeal, of the decision or of a judgment, waits for a court.

    Several may run at once, and each judgment ends one of them.

    Source: kommunallagen (2017:725) 13 kap. 1 § (R35).
    """
    pending = 0
    for found in appeals:
        pending = pending + 1 if found == AppealOutcome.INLAMNAT else max(pending - 1, 0)
    return pending > 0


def possible_outcomes(appeals: Sequence[AppealOutcome]) -> list[AppealOutcome]:
    """Return what may become known next: only what has been quashed can be restored.

    Source: kommunallagen (2017:725) 13 kap. 8 § (R37).
    """
    quashed = is_quashed(appeals)
    return [found for found in AppealOutcome if quashed or found != AppealOutcome.FASTSTALLT]


def require_possible_outcome(outcome: AppealOutcome, appeals: Sequence[AppealOutcome]) -> None:
    """Refuse what cannot follow from what is known, with ``step_not_possible``.

    Source: kommunallagen (2017:725) 13 kap. 8 § (R37).
    """
    if outcome in possible_outcomes(appeals):
        return
    raise RuleViolation(
        _(
            "No court is known to have quashed the decision, so no higher court can have restored "
            "it. Record the quashing first, or that the appeal was dismissed."
        ),
        code="step_not_possible",
        source=SOURCE_COURTS,
    )


def require_known_since_decision(known_on: date, *, decided_on: date) -> None:
    """Refuse an appeal known before there was a decision to appeal, with ``dates_impossible``.

    Source: kommunallagen (2017:725) 13 kap. 1 § (R35).
    """
    if known_on < decided_on:
        raise RuleViolation(
            _("That day is before the decision. Write the day on which it became known."),
            code="dates_impossible",
            source=SOURCE_APPEAL,
        )


def appeal_status(
    *,
    announced_on: date | None,
    today: date,
    appeals: Sequence[AppealOutcome],
    confirmed_on: date | None,
) -> AppealStatus:
    """Say what is known of the decision today, and no more than that.

    ``appeals`` is what is known of them today, in order, and ``confirmed_on`` the day on which a
    person confirmed laga kraft. A dismissed appeal does not by itself give laga kraft: the
    judgment may be appealed in turn.

    Source: kommunallagen (2017:725) 13 kap. 5 § and 14 § (R35–R38).
    """
    if is_quashed(appeals):
        return AppealStatus.QUASHED
    if appeal_is_pending(appeals):
        return AppealStatus.APPEALED
    if confirmed_on is not None and confirmed_on <= today:
        return AppealStatus.LAGA_KRAFT
    if announced_on is None or announced_on > today:
        return AppealStatus.NOT_ANNOUNCED
    if today <= appealable_until(announced_on):
        return AppealStatus.APPEALABLE
    return AppealStatus.PERIOD_OVER


def require_laga_kraft_possible(
    *,
    announced_on: date | None,
    today: date,
    appeals: Sequence[AppealOutcome],
    confirmed_on: date | None = None,
) -> None:
    """Refuse to confirm laga kraft before it can be known, with ``step_not_possible``.

    Source: kommunallagen (2017:725) 13 kap. 5 § (R36, R38).
    """
    status = appeal_status(
        announced_on=announced_on, today=today, appeals=appeals, confirmed_on=confirmed_on
    )
    if status is AppealStatus.PERIOD_OVER:
        return
    raise RuleViolation(
        _why_not_laga_kraft(status, announced_on), code="step_not_possible", source=SOURCE_APPEAL
    )


def _why_not_laga_kraft(status: AppealStatus, announced_on: date | None) -> str:
    if status is AppealStatus.APPEALABLE and announced_on is not None:
        return _(
            "The decision can be appealed until %(last)s, so it does not have laga kraft. Confirm "
            "it on %(earliest)s at the earliest, when the court has said that nobody appealed."
        ) % {
            "last": date_format(appealable_until(announced_on)),
            "earliest": date_format(laga_kraft_earliest(announced_on)),
        }
    if status is AppealStatus.APPEALED:
        return _(
            "The decision has been appealed and the court has not decided, so it does not have "
            "laga kraft. Record what the court decides first."
        )
    if status is AppealStatus.QUASHED:
        return _(
            "The court has quashed the decision, so it does not have laga kraft. A new decision is "
            "needed, unless a higher court says that this one stands."
        )
    if status is AppealStatus.LAGA_KRAFT:
        return _("Laga kraft has already been confirmed, so there is nothing more to do.")
    return _(
        "It has not been announced that the minutes are adjusted, so the time to appeal has not "
        "begun. Record the notice first."
    )
