"""The steps a case offers: each with who may take it, and what stands in its way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Case
from plandocs.vocabulary import BEFORE_BODY, DRAFTED, CaseStage, OrganisationType
from workflow import permissions
from workflow.admin.memos.sending import motives_first
from workflow.admin.screens import case_url
from workflow.procedure.next_body import suggested_memo_body
from workflow.procedure.path import stages_on_path
from workflow.procedure.situation import Situation
from workflow.rules.appeal import AppealStatus, laga_kraft_earliest


@dataclass(frozen=True, slots=True)
class Offer:
    """A step. ``guard`` says what must be done first; ``is_main`` is the one most often next."""

    name: str
    label: str
    url: str
    action: str
    icon: str = "arrow-right"
    guard: str = ""
    note: str = ""
    is_main: bool = False
    is_allowed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether this user can take the step now."""
        return self.is_allowed and not self.guard

    @property
    def who(self) -> str:
        """Name the roles that may take the step."""
        return ", ".join(permissions.roles_with(self.action))


@dataclass(frozen=True, slots=True)
class Context:
    """What the offers are worked out from."""

    case: Case
    situation: Situation
    on: date
    unmarked: int
    proposal_stands: bool
    drafts: Mapping[int, int]  # memos that have been begun, by the body they are written to


def offers_for(user: permissions.Actor, context: Context) -> list[Offer]:
    """Return the steps of the case as it stands, the main ones first."""
    found = [
        replace(offer, is_allowed=permissions.ACTIONS[offer.action](user))
        for offer in _offers(context)
    ]
    return sorted(found, key=lambda offer: not offer.is_main)


def _offers(context: Context) -> Iterator[Offer]:
    yield from _answering(context)
    yield from _text(context)
    yield from _remiss(context)
    yield from _memo(context)
    yield from _deciding(context)
    yield from _afterwards(context)


def _answering(context: Context) -> Iterator[Offer]:
    case, situation = context.case, context.situation
    if case.stage != CaseStage.BEARBETAS:
        return
    if left := situation.motives.left:
        yield Offer(
            name="motives",
            label=_("Answer the motives"),
            url=case_url(case, "motiv"),
            action="answer_motive",
            icon="comment",
            note=_left(left, situation.motives.total),
            is_main=True,
        )
    if situation.points.left and situation.rounds:
        yield Offer(
            name="points",
            label=_("Answer the comments"),
            url=reverse("remiss_points", args=[situation.rounds[-1].pk]),
            action="answer_point",
            icon="comment",
            note=_left(situation.points.left, situation.points.total),
            is_main=True,
        )


def _left(left: int, total: int) -> str:
    return _("%(left)s of %(total)s left") % {"left": left, "total": total}


def _text(context: Context) -> Iterator[Offer]:
    case = context.case
    if context.unmarked:
        yield Offer(
            name="mark",
            label=_("Mark the changes"),
            url=case_url(case, "andringar"),
            action="edit_text",
            icon="edit",
            note=_unmarked(context.unmarked),
            is_main=case.stage == CaseStage.BEARBETAS,
        )
    if case.stage in DRAFTED:
        yield Offer(
            name="write",
            label=_("Write in the editor"),
            url=reverse("wagtailadmin_pages:edit", args=[case.revision_id]),
            action="edit_text",
            icon="edit",
            is_main=case.stage == CaseStage.UTKAST,
        )
        yield Offer(
            name="import",
            label=_("Import a text"),
            url=reverse("case_import", args=[case.pk]),
            action="open_case",
            icon="upload",
        )
    if not case.is_ended:
        yield Offer(
            name="edit",
            label=_("Change words in the text"),
            url=reverse("case_edit_text", args=[case.pk]),
            action="edit_text",
            icon="edit",
        )


def _unmarked(count: int) -> str:
    return ngettext("%(count)d change is not marked", "%(count)d changes are not marked", count) % {
        "count": count
    }


def _remiss(context: Context) -> Iterator[Offer]:
    case, situation = context.case, context.situation
    found = situation.open_round
    if case.stage == CaseStage.PA_REMISS and found:
        is_over = found.is_over(on=context.on)
        last = date_format(found.closes_on)
        yield Offer(
            name="follow_remiss",
            label=_("Follow the remiss"),
            url=reverse("remiss_round", args=[found.pk]),
            action="read_case",
            icon="view",
            is_main=not is_over,
        )
        yield Offer(
            name="close_remiss",
            label=_("Close the remiss"),
            url=reverse("remiss_round", args=[found.pk]),
            action="open_remiss",
            icon="mail",
            guard=""
            if is_over
            else _("Those asked have been promised time until %(day)s.") % {"day": last},
            is_main=is_over,
        )
        yield Offer(
            name="register_answer",
            label=_("Register an answer"),
            url=reverse("remiss_register", args=[found.pk]),
            action="register_answer",
            icon="plus",
        )
    elif case.stage == CaseStage.BEARBETAS or _skips_committee(case):
        needs = CaseStage.HOS_KSAU in stages_on_path(case) and not situation.committee_approved
        yield Offer(
            name="open_remiss",
            label=_("Send out on remiss"),
            url=reverse("remiss_open", args=[case.pk]),
            action="open_remiss",
            icon="mail",
            guard=_("The working committee must approve first.") if needs else "",
            is_main=not (needs or situation.rounds or situation.motives.left),
        )


def _skips_committee(case: Case) -> bool:
    return case.stage == CaseStage.UTKAST and CaseStage.HOS_KSAU not in stages_on_path(case)


def _memo(context: Context) -> Iterator[Offer]:
    case, situation = context.case, context.situation
    overtaken = case.stage == CaseStage.HOS_KF and not context.proposal_stands
    is_time = case.stage in DRAFTED or overtaken
    if not is_time and case.stage != CaseStage.HOS_KS:
        return
    begun = context.drafts.get(suggested_memo_body(case).pk)
    guards = []
    if left := situation.motives.left:
        guards.append(motives_first(left))
    if left := situation.points.left:
        guards.append(
            ngettext(
                "%(left)d of %(total)d comments must be answered first.",
                "%(left)d of %(total)d comments must be answered first.",
                situation.points.total,
            )
            % {"left": left, "total": situation.points.total}
        )
    if context.unmarked:
        guards.append(_unmarked(context.unmarked) + ".")
    yield Offer(
        name="memo",
        label=_("Continue with the memo") if begun else _("Write a memo"),
        url=reverse("memo_edit", args=[begun]) if begun else reverse("memo_new", args=[case.pk]),
        action="send_memo",
        icon="doc-full",
        note=" ".join(guards) if is_time else _("It is filed, and moves nothing."),
        is_main=is_time and not guards,
    )


def _deciding(context: Context) -> Iterator[Offer]:
    case = context.case
    if case.stage not in BEFORE_BODY:
        return
    council = case.decided_by.type == OrganisationType.FULLMAKTIGE
    must_go_back = case.stage == CaseStage.HOS_KF and council and not context.proposal_stands
    yield Offer(
        name="decide",
        label=_("Record a decision"),
        url=reverse("decision_new", args=[case.pk]),
        action="record_decision",
        icon="tick-inverse",
        note=_("The text has changed in substance: the executive board must decide again.")
        if must_go_back
        else "",
        is_main=True,
    )


def _afterwards(context: Context) -> Iterator[Offer]:
    case, situation = context.case, context.situation
    if waiting := situation.waits_for_notice(case):
        yield Offer(
            name="announce",
            label=_("Record the notice"),
            url=reverse("case_announce", args=[case.pk]),
            action="announce",
            icon="calendar-check",
            note=str(waiting),
            is_main=case.is_ended,
        )
    if not case.is_ended:
        return
    status = situation.appeal_status(case, on=context.on)
    notice = situation.notice(case)
    if status is AppealStatus.PERIOD_OVER or (status is AppealStatus.APPEALABLE and notice):
        earliest = laga_kraft_earliest(notice.announced_on) if notice else context.on
        yield Offer(
            name="laga_kraft",
            label=_("Confirm laga kraft"),
            url=reverse("case_laga_kraft", args=[case.pk]),
            action="announce",
            icon="check",
            guard=_("On %(day)s at the earliest.") % {"day": date_format(earliest)}
            if status is AppealStatus.APPEALABLE
            else "",
            is_main=status is AppealStatus.PERIOD_OVER and case.is_adopted,
        )
    yield Offer(
        name="appeal",
        label=_("Record an appeal"),
        url=reverse("case_appeal", args=[case.pk]),
        action="announce",
        icon="warning",
    )
