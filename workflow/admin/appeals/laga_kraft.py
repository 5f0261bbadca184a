"""Confirming that a decision has laga kraft."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflow.admin.appeals.screens import AfterwardsScreen
from workflow.admin.form_screens import UNPROCESSABLE
from workflow.errors import RuleViolation
from workflow.services.appeals import confirm_laga_kraft


class LagaKraftView(AfterwardsScreen):
    """Confirm that the decision has laga kraft."""

    step = "confirm_laga_kraft"
    template_name = "workflow/admin/appeals/laga_kraft.html"
    header_icon = "check"
    page_title = gettext_lazy("Confirm laga kraft")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            confirm_laga_kraft(case=self.case, on=self.today, user=self.user)
        except RuleViolation as violation:
            return self.show(refusal=violation, status=UNPROCESSABLE)
        self.say(_("It is recorded that the decision has laga kraft."))
        return self.back()

    def show(self, *, refusal: RuleViolation | None = None, status: int = 200) -> HttpResponse:
        return self.render(decision=self.decision, refusal=refusal, status=status)
