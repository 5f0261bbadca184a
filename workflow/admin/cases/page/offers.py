"""The steps as the page of a case offers them: those that are open, and those that soon are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case
from plandocs.vocabulary import DRAFTED, CaseStage, OrganisationType
from workflow import permissions
from workflow.admin.screens import case_url
from workflow.procedure.moment import Moment
from workflow.procedure.path import stages_on_path
from workflow.procedure.situation import Situation
from workflow.procedure.steps import Answer, answers_for
from workflow.procedure.steps.memos import left_undone
from workflow.procedure.unanswered import Tally
from workflow.rules.appeal import AppealStatus


@dataclass(frozen=True, slots=True)
class Offer:
    """A step with its way in. ``is_main`` is the one most often next."""

    answer: Answer
    label: str
    url: str
    icon: str
    note: str = ""
    is_main: bool = False

    @property
    def name(self) -> str:
        """The name of the step."""
        return self.answer.step

    @property
    def who(self) -> str:
        """Name the roles that may take the step."""
        return ", ".join(permissions.roles_with(self.answer.action))


@dataclass(frozen=True, slots=True)
class Desk:
    """What the offers are put together from; ``drafts`` are begun memos, by their body."""

    moment: Moment
    answers: Mapping[str, Answer]
    drafts: Mapping[int, int]

    @property
    def case(self) -> Case:
        """The case."""
        return self.moment.case

    @property
    def situation(self) -> Situation:
        """Where it stands."""
        return self.moment.situation

    def can(self, step: str) -> bool:
        """Whether the step can be taken now, by those who may."""
        return self.answers[step].hindrance is None


def offers_for(
    user: permissions.Actor, moment: Moment, *, drafts: Mapping[int, int]
) -> list[Offer]:
    """Return the steps that the page shows, the main ones first."""
    desk = Desk(moment, answers_for(user, moment), drafts)
    return sorted(_offers(desk, user), key=lambda offer: not offer.is_main)


def _offers(desk: Desk, user: permissions.Actor) -> Iterator[Offer]:
    yield from _answering(desk)
    yield from _text(desk)
    yield from _remiss_that_is_out(desk, user)
    yield from _remiss(desk)
    yield from _memo(desk)
    yield from _deciding(desk)
    yield from _afterwards(desk)


def _answering(desk: Desk) -> Iterator[Offer]:
    situation = desk.situation
    if desk.can("answer_motive"):
        yield Offer(
            answer=desk.answers["answer_motive"],
            label=_("Answer the motives"),
            url=case_url(desk.case, "motiv"),
            icon="comment",
            note=_left(situation.motives),
            is_main=True,
        )
    if desk.can("answer_point"):
        yield Offer(
            answer=desk.answers["answer_point"],
            label=_("Answer the comments"),
            url=reverse("remiss_points", args=[situation.rounds[-1].pk]),
            icon="comment",
            note=_left(situation.points),
            is_main=desk.case.stage == CaseStage.BEARBETAS,
        )


def _left(tally: Tally) -> str:
    return _("%(left)s of %(total)s left") % {"left": tally.left, "total": tally.total}


def _text(desk: Desk) -> Iterator[Offer]:
    case, unmarked = desk.case, desk.moment.unmarked
    if desk.can("mark_changes"):
        yield Offer(
            answer=desk.answers["mark_changes"],
            label=_("Mark the changes"),
            url=case_url(case, "andringar"),
            icon="edit",
            note=ngettext(
                "%(count)d change is not marked", "%(count)d changes are not marked", unmarked
            )
            % {"count": unmarked},
            is_main=case.stage == CaseStage.BEARBETAS,
        )
    if desk.can("write"):
        yield Offer(
            answer=desk.answers["write"],
            label=_("Write in the editor"),
            url=reverse("wagtailadmin_pages:edit", args=[case.revision_id]),
            icon="edit",
            is_main=case.stage == CaseStage.UTKAST,
        )
    if desk.can("import_draft"):
        yield Offer(
            answer=desk.answers["import_draft"],
            label=_("Import a text"),
            url=reverse("case_import", args=[case.pk]),
            icon="upload",
        )
    if not case.is_ended:
        yield Offer(
            answer=desk.answers["edit_text"],
            label=_("Change words in the text"),
            url=reverse("case_edit_text", args=[case.pk]),
            icon="edit",
        )


def _remiss_that_is_out(desk: Desk, user: permissions.Actor) -> Iterator[Offer]:
    found = desk.situation.open_round
    if found is None:
        return
    may_read = permissions.may_read_case(user)
    yield Offer(
        answer=Answer("follow_remiss", "read_case", may_read),
        label=_("Follow the remiss"),
        url=reverse("remiss_round", args=[found.pk]),
        icon="view",
        is_main=not desk.can("close_remiss"),
    )
    yield Offer(
        answer=desk.answers["close_remiss"],
        label=_("Close the remiss"),
        url=reverse("remiss_round", args=[found.pk]),
        icon="mail",
        is_main=desk.can("close_remiss"),
    )
    yield Offer(
        answer=desk.answers["register_answer"],
        label=_("Register an answer"),
        url=reverse("remiss_register", args=[found.pk]),
        icon="plus",
    )


def _remiss(desk: Desk) -> Iterator[Offer]:
    case, situation = desk.case, desk.situation
    is_soon = case.stage == CaseStage.BEARBETAS and CaseStage.PA_REMISS in stages_on_path(case)
    if desk.can("open_remiss") or is_soon:
        yield Offer(
            answer=desk.answers["open_remiss"],
            label=_("Send out on remiss"),
            url=reverse("remiss_open", args=[case.pk]),
            icon="mail",
            is_main=desk.can("open_remiss") and not (situation.rounds or situation.motives.left),
        )


def _memo(desk: Desk) -> Iterator[Offer]:
    case = desk.case
    if not (desk.can("send_memo") or case.stage in DRAFTED):
        return
    begun = desk.drafts.get(desk.moment.memo_body.pk)
    is_filed = case.stage == CaseStage.HOS_KS
    undone = [] if is_filed else [found.message for found in left_undone(desk.moment)]
    yield Offer(
        answer=desk.answers["draft_memo"],
        label=_("Continue with the memo") if begun else _("Write a memo"),
        url=reverse("memo_edit", args=[begun]) if begun else reverse("memo_new", args=[case.pk]),
        icon="doc-full",
        note=_("It is filed, and moves nothing.") if is_filed else " ".join(undone),
        is_main=not (is_filed or undone),
    )


def _deciding(desk: Desk) -> Iterator[Offer]:
    case = desk.case
    if not desk.can("record_decision"):
        return
    council = case.decided_by.type == OrganisationType.FULLMAKTIGE
    must_go_back = case.stage == CaseStage.HOS_KF and council and not desk.moment.proposal_stands
    yield Offer(
        answer=desk.answers["record_decision"],
        label=_("Record a decision"),
        url=reverse("decision_new", args=[case.pk]),
        icon="tick-inverse",
        note=_("The text has changed in substance: the executive board must decide again.")
        if must_go_back
        else "",
        is_main=True,
    )


def _afterwards(desk: Desk) -> Iterator[Offer]:
    case, situation = desk.case, desk.situation
    if desk.can("announce"):
        yield Offer(
            answer=desk.answers["announce"],
            label=_("Record the notice"),
            url=reverse("case_announce", args=[case.pk]),
            icon="calendar-check",
            note=str(situation.waits_for_notice(case)),
            is_main=case.is_ended,
        )
    status = situation.appeal_status(case, on=desk.moment.on)
    is_soon = case.is_ended and status is AppealStatus.APPEALABLE
    if desk.can("confirm_laga_kraft") or is_soon:
        yield Offer(
            answer=desk.answers["confirm_laga_kraft"],
            label=_("Confirm laga kraft"),
            url=reverse("case_laga_kraft", args=[case.pk]),
            icon="check",
            is_main=desk.can("confirm_laga_kraft") and case.is_adopted,
        )
    if desk.can("record_appeal"):
        yield Offer(
            answer=desk.answers["record_appeal"],
            label=_("Record an appeal"),
            url=reverse("case_appeal", args=[case.pk]),
            icon="warning",
        )
