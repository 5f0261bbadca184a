"""Adoption: the decided text is published and frozen, and what it replaces ends."""

from django.contrib.auth.models import User

from plandocs.models import Case, PlanPage
from workflow.models import Adoption, Decision, PlanEnding
from workflow.procedure.in_force import plans_to_end
from workflow.record.journal import register
from workflow.record.log import log_fact
from workflow.services.publication.measures import index_measures


def adopt(*, case: Case, decision: Decision, user: User) -> Adoption:
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
    register(case, adoption)
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


def publish_adopted(adoption: Adoption, *, user: User | None) -> None:
    """Publish the adopted text, with its plan, which bears its title; index its measures."""
    adoption.text_revision.publish(user=user, skip_permission_checks=True)
    revision = adoption.page
    revision.refresh_from_db()
    _publish_plan(revision.plan, title=revision.title, user=user)
    index_measures(revision)


def _publish_plan(plan: PlanPage, *, title: str, user: User | None) -> None:
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


def _retitle(plan: PlanPage, title: str, user: User | None) -> None:
    plan.title = title
    plan.save_revision(user=user).publish(user=user, skip_permission_checks=True)


def _end_replaced(case: Case, decision: Decision, user: User) -> None:
    """End, in the same §, the plans that this one replaces."""
    for plan in plans_to_end(case):
        ending = PlanEnding.objects.create(
            plan=plan, decision=decision, ended_on=decision.decided_on
        )
        register(case, ending)
        log_fact(plan, "end_plan", user=user, on=decision.decided_on, decision=decision.pk)
