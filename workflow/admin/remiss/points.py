"""The screen where points are answered, and answers let out to the public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.models import RemissAnswer, RemissPoint
from plandocs.vocabulary import PointResponse
from workflow import permissions
from workflow.admin.form_screens import UNPROCESSABLE
from workflow.admin.remiss.bemotande_form import BemotandeForm
from workflow.admin.remiss.overview import progress_of
from workflow.admin.remiss.points_shown import Points
from workflow.admin.remiss.screens import BY_ANSWER, RoundScreen
from workflow.errors import RuleViolation
from workflow.services.remiss import answer_point, show_answer


class PointsView(RoundScreen):
    """Every point with its form, in the order of the text or answer by answer."""

    template_name = "workflow/admin/remiss/points.html"
    page_title = gettext_lazy("Comments and responses")

    def find(self) -> None:
        super().find()
        self.by_answer = self.request.GET.get("ordna") == BY_ANSWER
        self.points = Points(self.page, self.case, by_answer=self.by_answer)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        named = request.POST.get("point")
        point = next((point for point in self.points.in_order if str(point.pk) == named), None)
        if point is None:
            return redirect(self.address())
        form = self.points.form_of(point, request.POST)
        if form.is_valid():
            try:
                self.answer(point, form)
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                self.say(_("The response has been saved."))
                return redirect(f"{self.address()}#punkt-{self.points.next_after(point)}")
        return self.show(corrected=form, status=UNPROCESSABLE)

    def answer(self, point: RemissPoint, form: BemotandeForm) -> None:
        """Save the answer to one point. Raises RuleViolation."""
        answer_point(
            point=point,
            response=PointResponse(form.cleaned_data["response"]),
            reason=form.cleaned_data["reason"],
            block_id=form.cleaned_data["block_id"],
            on=self.today,
            user=self.user,
        )

    def address(self) -> str:
        own = reverse("remiss_points", args=[self.page.pk])
        return f"{own}?ordna={BY_ANSWER}" if self.by_answer else own

    def show(self, *, corrected: BemotandeForm | None = None, status: int = 200) -> HttpResponse:
        """Print the screen; ``corrected`` is a point's form with what must be put right."""
        rows = self.points.rows(
            may_answer=permissions.may_answer_point(self.user), corrected=corrected
        )
        return self.render(
            groups=self.points.grouped(rows),
            order=BY_ANSWER if self.by_answer else "text",
            progress=progress_of(self.page),
            may_show=permissions.may_register_answer(self.user),
            status=status,
        )


class ShowView(RoundScreen):
    """Let the public read an answer, or no longer."""

    may = staticmethod(permissions.may_register_answer)
    answer: RemissAnswer

    def find(self) -> None:
        self.answer = get_object_or_404(
            RemissAnswer.objects.select_related("round"), pk=self.kwargs["answer_pk"]
        )
        self.page = self.answer.round
        self.case = self.page.opening.case

    def post(self, request: HttpRequest, answer_pk: int) -> HttpResponse:
        shown = request.POST.get("shown") == "yes"
        show_answer(answer=self.answer, on=self.today, user=self.user, shown=shown)
        said = (
            _("The answer from %(name)s is on the web now.")
            if shown
            else _("The answer from %(name)s is no longer on the web.")
        )
        self.say(said % {"name": self.answer.respondent})
        back = reverse("remiss_points", args=[self.answer.round_id])
        return redirect(f"{back}?ordna={BY_ANSWER}#svar-{self.answer.pk}")
