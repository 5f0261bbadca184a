"""The dashboard: what waits for whoever looks, and the cases they are in charge of."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from plandocs.models import Case
from workflow import permissions
from workflow.admin.dashboard.waiting import cases_with_steps, waiting_for
from workflow.admin.screens import case_url

LONGEST = 50


class WaitingPanel(Component):
    """“Waiting for me”."""

    name = "waiting_for_me"
    template_name = "workflow/admin/dashboard/waiting.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        waiting = waiting_for(who_looks(parent_context), on=timezone.localdate())
        return {"waiting": waiting[:LONGEST], "more": max(0, len(waiting) - LONGEST)}


class MyCasesPanel(Component):
    """“My cases”."""

    name = "my_cases"
    template_name = "workflow/admin/dashboard/my_cases.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        user = who_looks(parent_context)
        if not permissions.may_open_case(user):
            return {"rows": None}
        cases = Case.objects.filter(handlaggare=user.pk)
        found = cases_with_steps(cases, on=timezone.localdate())
        found.sort(key=lambda row: row[0].is_ended)
        rows = [
            {"case": case, "step": step, "who": step.who_in_words(case), "url": case_url(case)}
            for case, step, _situation in found[:LONGEST]
        ]
        return {"rows": rows}


def who_looks(context: Mapping[str, object]) -> User:
    """Return who is signed in, from what the dashboard hands its panels."""
    request = context["request"]
    assert isinstance(request, HttpRequest)
    return permissions.signed_in(request)
