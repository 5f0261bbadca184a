"""The dashboard: what waits for whoever looks, and the cases they are in charge of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from plandocs.models import AccessibilityFeedback, Case, PlanRevisionPage, RemissAnswer
from plandocs.vocabulary import CaseStage
from workflow import permissions
from workflow.admin.next_step import NextStep, next_step
from workflow.admin.screens import case_url
from workflow.admin.situation import Situation, situations
from workflow.admin.translation.editions import adopted_editions, in_force_among
from workflow.services.translation import statuses_of
from workflow.services.translation.conditions import language_name

LONGEST = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for somebody."""

    what: str
    about: str
    url: str
    deadline: date | None = None


def waiting_for(user: Any, *, on: date) -> list[Waiting]:
    """Return what waits for ``user``. A fixed number of queries, whatever the number of cases."""
    return [
        *_in_cases(user, on=on),
        *_answers_to_read(user),
        *_texts_to_translate(user, on=on),
        *_translations_to_publish(user, on=on),
        *_feedback(user),
    ]


def _in_cases(user: Any, *, on: date) -> Iterator[Waiting]:
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


def _notice_waits(user: Any, case: Case, situation: Situation) -> bool:
    return bool(
        permissions.may_announce(user) and not case.is_ended and situation.waits_for_notice(case)
    )


def cases_with_steps(cases: Any, *, on: date) -> list[tuple[Case, NextStep, Situation]]:
    """Return the cases that are not at rest, each with its next step."""
    found = list(cases.select_related("handlaggare", "decided_by"))
    known = situations(found)
    return [(case, next_step(case, known[case.pk], on=on), known[case.pk]) for case in found]


def _answers_to_read(user: Any) -> Iterator[Waiting]:
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


def _texts_to_translate(user: Any, *, on: date) -> Iterator[Waiting]:
    if not permissions.may_translate(user):
        return
    begun = set(
        PlanRevisionPage.objects.exclude(locale__language_code=settings.LANGUAGE_CODE)
        .order_by()
        .values_list("translation_key", flat=True)
    )
    for text in texts_in_force(on=on):
        if text.translation_key not in begun:
            yield Waiting(
                _("Translate the adopted text."), name_of_edition(text), languages_url(text)
            )


def _translations_to_publish(user: Any, *, on: date) -> Iterator[Waiting]:
    if not permissions.may_publish_translation(user):
        return
    texts = texts_in_force(on=on)
    statuses = statuses_of(texts)
    for text in texts:
        ready = [one for one in statuses[text.translation_key] if one.has_more_to_publish]
        if ready:
            yield Waiting(
                _("Publish what is translated: %(languages)s.")
                % {"languages": ", ".join(language_name(one.locale) for one in ready)},
                name_of_edition(text),
                languages_url(text),
            )


def texts_in_force(*, on: date) -> list[PlanRevisionPage]:
    """Return the adopted texts that are in force, the newest first."""
    adopted = list(adopted_editions())
    in_force = in_force_among(adopted, on=on)
    return [text for text in adopted if text.pk in in_force]


def name_of_edition(text: PlanRevisionPage) -> str:
    """Return what an adopted text is called among others of the same document."""
    return f"{text.title}, {_('edition %(number)s') % {'number': text.number}}"


def languages_url(text: PlanRevisionPage) -> str:
    """Return the address where the languages of a text are worked on."""
    return reverse("translation_edition", args=[text.pk])


def _feedback(user: Any) -> Iterator[Waiting]:
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


class WaitingPanel(Component):
    """“Waiting for me”."""

    name = "waiting_for_me"
    template_name = "workflow/admin/dashboard/waiting.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        """Find what waits for whoever looks."""
        request: HttpRequest = parent_context["request"]  # type: ignore[index]
        waiting = waiting_for(request.user, on=timezone.localdate())
        return {"waiting": waiting[:LONGEST], "more": max(0, len(waiting) - LONGEST)}


class MyCasesPanel(Component):
    """“My cases”."""

    name = "my_cases"
    template_name = "workflow/admin/dashboard/my_cases.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        """Find the cases that whoever looks is in charge of, those at rest last."""
        request: HttpRequest = parent_context["request"]  # type: ignore[index]
        if not permissions.may_open_case(request.user):
            return {"rows": None}
        cases = Case.objects.filter(handlaggare=request.user.pk)
        found = cases_with_steps(cases, on=timezone.localdate())
        ended = (CaseStage.ANTAGEN, CaseStage.AVSLAGEN)
        found.sort(key=lambda row: row[0].stage in ended)
        rows = [
            {"case": case, "step": step, "who": step.who_in_words(case), "url": case_url(case)}
            for case, step, _situation in found[:LONGEST]
        ]
        return {"rows": rows}
