"""What a § would mean, said before it is saved: for the form and for the person at the form."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow.admin.decisions.amendments import AmendmentShown, try_amendments
from workflow.admin.decisions.happens import what_happens
from workflow.admin.decisions.protocol import Protocol
from workflow.admin.decisions.reminders import date_to_check, reminders
from workflow.errors import RuleViolation
from workflow.procedure.amendments import require_amendments
from workflow.procedure.consequence import Consequence, consequence_of
from workflow.procedure.minutes import Minutes
from workflow.procedure.texts import require_text_as_sent
from workflow.record.outcomes import outcome_label
from workflow.rules.votes import Vote


@dataclass(slots=True)
class Verdict:
    """What recording the § would do, and what stands in its way.

    ``deviations`` are what the registrar may record in spite of, ``despite`` those that are ticked.
    """

    summary: str
    explanation: str = ""
    date_to_check: str = ""
    happens: list[str] = field(default_factory=list)
    motives: list[tuple[str, bool]] = field(default_factory=list)
    amendments: list[AmendmentShown] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    refusals: list[RuleViolation] = field(default_factory=list)
    deviations: list[RuleViolation] = field(default_factory=list)
    despite: Collection[str] = ()

    @property
    def codes(self) -> set[str]:
        """The codes of everything that stands in the way."""
        return {found.code for found in self.refusals} | {found.code for found in self.deviations}

    @property
    def can_be_recorded(self) -> bool:
        """Whether nothing but a reason is missing."""
        return not self.refusals


@transaction.atomic
def judge(case: Case, protocol: Protocol, *, on: date) -> Verdict:
    """Weigh what the form says against every rule, and say what it would lead to."""
    minutes = protocol.minutes()
    consequence = consequence_of(case, minutes)
    amendments = try_amendments(case, minutes)
    return Verdict(
        summary=_summary(case, minutes),
        explanation=consequence.explanation,
        happens=what_happens(case, minutes, consequence),
        motives=[
            (motive.text, carried)
            for motive, carried in zip(minutes.motives, consequence.carried, strict=False)
        ],
        amendments=amendments,
        votes=[vote for vote in minutes.votes if vote.roll_call],
        date_to_check=date_to_check(case, minutes, on=on),
        warnings=reminders(protocol, minutes),
        refusals=_refusals(case, minutes, consequence, amendments),
        deviations=consequence.deviations(),
        despite=minutes.despite,
    )


def _summary(case: Case, minutes: Minutes) -> str:
    decides = minutes.body.pk == case.decided_by_id
    number = f" § {minutes.paragraph}" if minutes.paragraph else ""
    return _("%(body)s%(number)s, %(day)s: %(outcome)s") % {
        "body": minutes.body.name,
        "number": number,
        "day": date_format(minutes.decided_on),
        "outcome": outcome_label(minutes.outcome, decides=decides),
    }


def _refusals(
    case: Case, minutes: Minutes, consequence: Consequence, amendments: list[AmendmentShown]
) -> list[RuleViolation]:
    deviations = {id(found) for found in consequence.deviations()}
    found = [violation for violation in consequence.violations if id(violation) not in deviations]
    found += _refused(lambda: require_text_as_sent(case, case.latest_text()))
    found += _refused(lambda: require_amendments(case, minutes))
    found += [
        RuleViolation(amendment.problem, code="phrase_not_found")
        for amendment in amendments
        if amendment.problem
    ]
    return found


def _refused(require: Callable[[], None]) -> Iterator[RuleViolation]:
    try:
        require()
    except RuleViolation as violation:
        yield violation
