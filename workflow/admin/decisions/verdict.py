"""What a § would mean, said before it is saved: for the form and for the person at the form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case
from plandocs.text.compare import blocks_of_stream, compare_blocks
from plandocs.text.replacing import PhraseNotOnce, replace_once
from plandocs.vocabulary import Basis, CaseStage, OrganisationType, Outcome
from workflow.admin.decisions.dates import date_to_check
from workflow.admin.decisions.forms import Protocol
from workflow.errors import RuleViolation
from workflow.procedure.amendments import require_amendments
from workflow.procedure.consequence import Consequence, consequence_of
from workflow.procedure.in_force import plans_to_end
from workflow.procedure.minutes import Minutes
from workflow.procedure.parts import Part, part_of
from workflow.procedure.texts import require_text_as_sent
from workflow.procedure.transitions import Step, next_stage
from workflow.record.changes_shown import ChangeShown, change_shown
from workflow.record.outcomes import outcome_label, stage_in_words
from workflow.rules.appeal import is_appealable_kind
from workflow.rules.jav import jav_reminder
from workflow.rules.protocol import missing_in_minutes
from workflow.rules.roll_call import closed_vote_reminder
from workflow.rules.votes import Vote


@dataclass(frozen=True, slots=True)
class Deviation:
    """A rule the § breaks, which the registrar may record in spite of."""

    code: str
    message: str
    source: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class AmendmentShown:
    """An amendment with the words around it, or why it cannot be written in."""

    find: str
    places: list[ChangeShown]
    problem: str = ""


@dataclass(slots=True)
class Verdict:
    """What recording the § would do, and what stands in its way."""

    summary: str
    explanation: str = ""
    date_to_check: str = ""
    happens: list[str] = field(default_factory=list)
    motives: list[tuple[str, bool]] = field(default_factory=list)
    amendments: list[AmendmentShown] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    refusals: list[RuleViolation] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)

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
    amendments = _amendments(case, minutes)
    return Verdict(
        summary=_summary(case, minutes),
        explanation=consequence.explanation,
        happens=list(_happens(case, minutes, consequence)),
        motives=[
            (motive.text, carried)
            for motive, carried in zip(minutes.motives, consequence.carried, strict=False)
        ],
        amendments=amendments,
        votes=[vote for vote in minutes.votes if vote.roll_call],
        date_to_check=date_to_check(case, minutes, on=on),
        warnings=_warnings(protocol, minutes),
        refusals=_refusals(case, minutes, consequence, amendments),
        deviations=[
            Deviation(
                code=found.code,
                message=found.message,
                source=found.source,
                is_ticked=found.code in minutes.despite,
            )
            for found in consequence.deviations()
        ],
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


def _happens(case: Case, minutes: Minutes, consequence: Consequence) -> list[str]:
    step = consequence.step
    target = next_stage(case, step) if step else None
    said = []
    if step is Step.ADOPT:
        said += _adopts(case, minutes)
    elif step is Step.REJECT:
        said.append(_("The case ends. The text is kept, and is not published."))
    elif step is Step.STAY:
        said.append(_("The case stays with %(body)s.") % {"body": minutes.body.name})
    elif target is not None:
        said.append(_("The case goes on to: %(stage)s.") % {"stage": stage_in_words(target, case)})
    elif step is None and part_of(minutes.body, case) is Part.OTHER:
        said.append(_("The view of the body is kept with the case, and moves nothing."))
    if minutes.outcome == Outcome.ATERREMISS:
        said += _refers_back(case, minutes, consequence)
    if consequence.basis == Basis.MINORITY:
        said.append(_("The right of a minority is then used in this case (KL 5 kap. 50 §)."))
    if step is Step.COMMITTEE_DECIDES and minutes.outcome == Outcome.BIFALL:
        said.append(_("After that the text can be sent out on remiss."))
    decides = part_of(minutes.body, case) is Part.DECIDES
    if is_appealable_kind(
        decides=decides, body_type=OrganisationType(minutes.body.type), outcome=minutes.outcome
    ):
        said.append(
            _("The decision can be appealed for three weeks from the day its notice is put up.")
        )
    return said


def _adopts(case: Case, minutes: Minutes) -> list[str]:
    said = [
        _("The text is adopted, published on the web and frozen: it cannot be changed after that.")
    ]
    said += [
        _("“%(plan)s” ends in the same §.") % {"plan": plan.title} for plan in plans_to_end(case)
    ]
    return said


def _refers_back(case: Case, minutes: Minutes, consequence: Consequence) -> list[str]:
    carried = sum(consequence.carried)
    said = [_("The proposal of the executive board ends, and the same way is walked again.")]
    if carried:
        said.append(
            ngettext(
                "%(count)d motive must be answered before the case can go up again.",
                "%(count)d motives must be answered before the case can go up again.",
                carried,
            )
            % {"count": carried}
        )
    return said if case.stage != CaseStage.HOS_KSAU else said[1:]


def _warnings(protocol: Protocol, minutes: Minutes) -> list[str]:
    """Say what KL 5:67 asks for and the form does not hold. Nothing here stops the recording."""
    no_yrkanden = protocol.said_none("yrkanden")
    decided = " ".join(minutes.att_satser) or minutes.outcome.label
    missing = missing_in_minutes(
        yrkanden=minutes.yrkanden if minutes.yrkanden or no_yrkanden else None,
        # Worked out from the yrkanden when the extract is made, so nobody is asked for it here.
        proposition_order="–",
        votes=minutes.votes if minutes.votes or protocol.without_vote else None,
        decision=str(decided),
        took_part=minutes.attendance,
        reservations=(
            minutes.reservations
            if minutes.reservations or protocol.said_none("reservations")
            else None
        ),
    )
    if minutes.paragraph is None:
        missing.insert(0, _("Write the number of the §, if the minutes have one."))
    if any(vote.is_closed for vote in minutes.votes):
        missing.append(closed_vote_reminder())
    if minutes.jav:
        missing.append(jav_reminder(body_type=OrganisationType(minutes.body.type)))
    return missing


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


def _amendments(case: Case, minutes: Minutes) -> list[AmendmentShown]:
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
            shown.append(AmendmentShown(amendment.find, [], _problem(amendment.find, wrong.times)))
            continue
        changes = compare_blocks(blocks_of_stream(stream), blocks_of_stream(after))
        shown.append(AmendmentShown(amendment.find, [change_shown(change) for change in changes]))
        stream = after
    return shown


def _problem(phrase: str, times: int) -> str:
    said = (
        _("“%(phrase)s” stands %(times)d times in the text. Quote a few more words around it.")
        if times
        else _("“%(phrase)s” does not stand in the text. Copy the words exactly as they stand.")
    )
    return said % {"phrase": phrase, "times": times}
