"""Everything the page of a case shows, gathered in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import prefetch_related_objects

from plandocs.models import Case, PlanRevisionPage, TjansteskrivelsePage
from plandocs.vocabulary import CaseStage
from workflow.admin.cases.page.history import Entry, read_history
from workflow.admin.cases.page.motive_form import MotiveForm
from workflow.admin.cases.page.offers import Offer, offers_for
from workflow.admin.cases.page.way import Way, draw_way
from workflow.models import Decision, Motive, Submission
from workflow.permissions import Actor
from workflow.procedure.memos import unsent_memos
from workflow.procedure.moment import Moment
from workflow.procedure.next_step import NextStep, next_step
from workflow.procedure.situation import Round, Situation
from workflow.record.changes_shown import ChangeShown, change_shown
from workflow.record.chronicle import chronicle_of
from workflow.record.outcomes import DecisionShown, decision_shown


@dataclass(slots=True)
class MotiveShown:
    """A motive with its answer; ``can_answer`` while the case is being reworked after it."""

    motive: Motive
    can_answer: bool
    form: MotiveForm | None = None


@dataclass(slots=True)
class CaseFolder:
    """The case as it lies on the official's desk."""

    case: Case
    text: PlanRevisionPage
    situation: Situation
    way: Way
    next: NextStep
    offers: list[Offer]
    drafts: list[TjansteskrivelsePage]
    submissions: list[Submission]
    decisions: list[DecisionShown]
    motives: list[MotiveShown]
    changes: list[ChangeShown]
    changes_since: Decision | None
    rounds: list[Round]
    history: list[Entry]
    may: dict[str, bool] = field(default_factory=dict)

    @property
    def unmarked(self) -> int:
        """How many changes nobody has marked."""
        return sum(change.kind is None for change in self.changes)


def read_folder(case: Case, *, user: Actor, on: date, may: dict[str, bool]) -> CaseFolder:
    """Return everything about ``case`` as ``user`` sees it on ``on``."""
    moment = Moment(case, on)
    situation = moment.situation
    chronicle = chronicle_of(case)
    decisions, submissions = chronicle.of(Decision), chronicle.of(Submission)
    prefetch_related_objects(decisions, "votes")
    prefetch_related_objects(submissions, "memo__attachments__document")
    drafts = list(unsent_memos(case).select_related("to_body"))
    begun = {draft.to_body_id: draft.pk for draft in drafts}
    return CaseFolder(
        case=case,
        text=moment.text,
        situation=situation,
        way=draw_way(chronicle),
        next=next_step(case, situation, on=on),
        offers=offers_for(user, moment, drafts=begun),
        drafts=drafts,
        submissions=submissions,
        decisions=[decision_shown(decision, case) for decision in decisions],
        motives=_motives(case, decisions),
        changes=[change_shown(found.change, found.kind) for found in moment.changes],
        changes_since=moment.tried,
        rounds=situation.rounds,
        history=read_history(case),
        may=may,
    )


def _motives(case: Case, decisions: list[Decision]) -> list[MotiveShown]:
    referral = case.decisions.last_referral()
    is_time = case.stage == CaseStage.BEARBETAS
    return [
        MotiveShown(motive, is_time and motive.carried and decision == referral)
        for decision in decisions
        for motive in decision.motives.all()
    ]
