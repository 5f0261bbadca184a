"""Adoption and what follows it: publishing, freezing, the notice, appeals and laga kraft."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plandocs.models import Case, PlanPage
from plandocs.vocabulary import AppealOutcome
from workflow import permissions
from workflow.log import log_fact
from workflow.models import Adoption, Announcement, Appeal, Decision, LagaKraft, PlanEnding
from workflow.rules import appeal as rules
from workflow.services.locking import lock_case
from workflow.services.measures import index_measures
from workflow.transitions import step_not_possible


def adopt(*, case: Case, decision: Decision, user: Any) -> Adoption:
    """Write down that ``decision`` adopted its text, which opens the gate for that text alone.

    The text itself is published as the Wagtail workflow ends, in the same transaction
    (``workflow.finish``); see ``publish_adopted``.
    """
    adoption = Adoption.objects.create(
        page=case.revision,
        decision=decision,
        text_revision=decision.text_revision,
        adopted_on=decision.decided_on,
        sha256=decision.text_sha256,
    )
    log_fact(
        case.revision,
        "adopt",
        user=user,
        on=adoption.adopted_on,
        decision=decision.pk,
        sha256=adoption.sha256,
    )
    _end_replaced(case, decision, user)
    return adoption


def publish_adopted(adoption: Adoption, *, user: Any) -> None:
    """Publish the adopted text, with its plan, which bears its title; index its measures."""
    adoption.text_revision.publish(user=user, skip_permission_checks=True)
    revision = adoption.page
    revision.refresh_from_db()
    _publish_plan(revision.plan, title=revision.title, user=user)
    index_measures(revision)


def _publish_plan(plan: PlanPage, *, title: str, user: Any) -> None:
    """A plan is called what its text in force is called, wherever it is not translated.

    A draft that an editor has of the plan's own page is kept as a draft, under the new title.
    """
    draft = plan.get_latest_revision_as_object() if plan.has_unpublished_changes else None
    if not plan.live and draft and draft.title == title:
        plan.get_latest_revision().publish(user=user, skip_permission_checks=True)
    elif not plan.live:
        _retitle(draft or plan, title, user)
    elif plan.title != title:
        untranslated = plan.get_translations().filter(title=plan.title)
        for page in [plan, *untranslated.filter(live=True)]:
            _retitle(page, title, user)
        if draft:
            draft.title = title
            draft.save_revision(user=user)


def _retitle(plan: PlanPage, title: str, user: Any) -> None:
    plan.title = title
    plan.save_revision(user=user).publish(user=user, skip_permission_checks=True)


@transaction.atomic
def announce(*, case: Case, adjusted_on: date, announced_on: date, user: Any) -> Announcement:
    """Record that the minutes were adjusted and their notice put up, which starts the clock.

    It is about the last decision of the deciding body.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``, ``dates_impossible``.
    """
    permissions.require(permissions.may_announce(user), who=_("the registrar"))
    case = lock_case(case)
    decision = _last_of_deciding_body(case)
    if decision is None or hasattr(decision, "announcement"):
        raise step_not_possible(
            case,
            _("There is no decision of %(body)s that waits for its notice.")
            % {"body": case.decided_by.name_in_sentence},
        )
    rules.require_possible_dates(
        decided_on=decision.current_date, adjusted_on=adjusted_on, announced_on=announced_on
    )
    announcement = Announcement.objects.create(
        decision=decision,
        adjusted_on=adjusted_on,
        announced_on=announced_on,
        appealable_until=rules.appealable_until(announced_on),
        laga_kraft_earliest=rules.laga_kraft_earliest(announced_on),
        recorded_by=user,
    )
    log_fact(
        case,
        "announce",
        user=user,
        on=announced_on,
        decision=decision.pk,
        adjusted_on=adjusted_on.isoformat(),
        appealable_until=announcement.appealable_until.isoformat(),
    )
    return announcement


@transaction.atomic
def record_appeal(
    *, case: Case, outcome: AppealOutcome, on: date, user: Any, note: str = ""
) -> Appeal:
    """Record what became known of an appeal against the decision that ended the case.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``.
    """
    permissions.require(permissions.may_announce(user), who=_("the registrar"))
    case = lock_case(case)
    decision = _ending_decision(case)
    rules.require_possible_outcome(outcome, decision.appeals_known(on=on))
    appeal = Appeal.objects.create(
        decision=decision, outcome=outcome, known_on=on, note=note, recorded_by=user
    )
    log_fact(case, "record_appeal", user=user, on=on, decision=decision.pk, outcome=outcome.value)
    return appeal


@transaction.atomic
def confirm_laga_kraft(*, case: Case, on: date, user: Any) -> LagaKraft:
    """Confirm that the time to appeal is over and that no appeal is pending.

    Raises RuleViolation: ``not_permitted``, ``step_not_possible``.
    """
    permissions.require(permissions.may_announce(user), who=_("the registrar"))
    case = lock_case(case)
    decision = _ending_decision(case)
    announcement = getattr(decision, "announcement", None)
    confirmed = getattr(decision, "laga_kraft", None)
    rules.require_laga_kraft_possible(
        announced_on=announcement.announced_on if announcement else None,
        today=on,
        appeals=decision.appeals_known(),
        confirmed_on=confirmed.confirmed_on if confirmed else None,
    )
    laga_kraft = LagaKraft.objects.create(decision=decision, confirmed_on=on, confirmed_by=user)
    log_fact(case, "confirm_laga_kraft", user=user, on=on, decision=decision.pk)
    return laga_kraft


def _ending_decision(case: Case) -> Decision:
    """Adopted or rejected: a member of the municipality may have either tried (KL 13:1)."""
    decision = _last_of_deciding_body(case)
    if decision is None or not case.is_ended:
        raise step_not_possible(case)
    return decision


def _last_of_deciding_body(case: Case) -> Decision | None:
    return case.decisions.filter(body=case.decided_by).order_by("pk").last()


def _end_replaced(case: Case, decision: Decision, user: Any) -> None:
    """End, in the same §, the plans that this one replaces."""
    for plan in case.plans_to_end():
        PlanEnding.objects.create(plan=plan, decision=decision, ended_on=decision.decided_on)
        log_fact(plan, "end_plan", user=user, on=decision.decided_on, decision=decision.pk)
