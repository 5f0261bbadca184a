"""What waits for whoever looks: in cases, in remisser, in languages and in the letterbox."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import AccessibilityFeedback, Case, RemissAnswer
from workflow import permissions
from workflow.admin.screens import case_url
from workflow.admin.translation.editions import adopted_editions, with_languages
from workflow.admin.translation.left import left_to_write, plans_retold, ready_for_release
from workflow.procedure.next_step import NextStep, next_step
from workflow.procedure.situation import Situation, situations


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for somebody."""

    what: str
    about: str
    url: str
    deadline: date | None = None


def waiting_for(user: User, *, on: date) -> list[Waiting]:
    """Return what waits for ``user``. A fixed number of queries, whatever the number of cases."""
    return [
        *_in_cases(user, on=on),
        *_answers_to_read(user),
        *_in_languages(user, on=on),
        *_feedback(user),
    ]


def _in_cases(user: User, *, on: date) -> Iterator[Waiting]:
    if not permissions.may_read_case(user):
        return
    for case, step, situation in cases_with_steps(Case.objects.all(), on=on):
        if step.is_for(user, case):
            yield Waiting(step.sentence, str(case), case_url(case), step.deadline)
        elif _notice_waits(user, case, situation):
            yield Waiting(
                _("Record that the minutes were announced."),
                str(case),
                reverse("case_announce", args=[case.pk]),
            )


def _notice_waits(user: User, case: Case, situation: Situation) -> bool:
    return bool(
        permissions.may_announce(user) and not case.is_ended and situation.waits_for_notice(case)
    )


def cases_with_steps(cases: QuerySet[Case], *, on: date) -> list[tuple[Case, NextStep, Situation]]:
    """Return the cases that are not at rest, each with its next step."""
    found = list(cases.select_related("handlaggare", "decided_by"))
    known = situations(found, on=on)
    return [(case, next_step(case, known[case.pk], on=on), known[case.pk]) for case in found]


def _answers_to_read(user: User) -> Iterator[Waiting]:
    if not permissions.may_register_answer(user):
        return
    rows = (
        RemissAnswer.objects.filter(is_shown=False)
        .order_by()
        .values("round", "round__opening__case__diarienummer", "round__opening__case__title")
        .annotate(count=Count("pk"))
    )
    for row in rows:
        yield Waiting(
            ngettext(
                "Read %(count)d answer, and decide whether the public may see it.",
                "Read %(count)d answers, and decide whether the public may see them.",
                row["count"],
            )
            % {"count": row["count"]},
            f"{row['round__opening__case__diarienummer']} {row['round__opening__case__title']}",
            f"{reverse('remiss_points', args=[row['round']])}?ordna=svar",
        )


def _in_languages(user: User, *, on: date) -> Iterator[Waiting]:
    translates, releases = (
        permissions.may_translate(user),
        permissions.may_publish_translation(user),
    )
    if not (translates or releases):
        return
    editions = with_languages(list(adopted_editions()), on=on)
    retold = plans_retold(editions)
    for edition in editions:
        if not edition.is_in_force:
            continue
        address = reverse("translation_edition", args=[edition.page.pk])
        about = edition.name
        if translates:
            for sentence in left_to_write(edition, retold=retold):
                yield Waiting(sentence, about, address)
        if releases:
            for sentence in ready_for_release(edition):
                yield Waiting(sentence, about, address)


def _feedback(user: User) -> Iterator[Waiting]:
    if not user.has_perm("plandocs.change_accessibilityfeedback"):
        return
    if count := AccessibilityFeedback.objects.filter(answered_on=None).count():
        yield Waiting(
            ngettext(
                "Answer %(count)d message about accessibility.",
                "Answer %(count)d messages about accessibility.",
                count,
            )
            % {"count": count},
            "",
            reverse("accessibilityfeedback:index"),
        )
