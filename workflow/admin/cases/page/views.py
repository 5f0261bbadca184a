"""The page of a case, and the small steps that are taken on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from plandocs.models import Case
from plandocs.vocabulary import ChangeKind, MotiveResponse
from workflow import permissions
from workflow.admin.cases.page.forms import AssignForm, MarkForm, MotiveForm
from workflow.admin.cases.page.reading import CaseFolder, read_folder
from workflow.admin.screens import UNPROCESSABLE, CaseScreen, case_url
from workflow.errors import RuleViolation
from workflow.models import Motive
from workflow.procedure.next_step import name_of
from workflow.services.cases import assign_case
from workflow.services.memos import answer_motive
from workflow.services.texts import mark_changes


class CasePageView(CaseScreen):
    """The case: where it stands, what comes next, and everything that belongs to it."""

    template_name = "workflow/admin/case/page.html"

    def get_page_title(self) -> str:
        """The number is the name that everybody uses."""
        return self.case.diarienummer

    def get_page_subtitle(self) -> str:
        """What the case is about."""
        return self.case.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The page itself ends the trail."""
        above = super().get_breadcrumbs_items()[:-2]
        return [*above, {"url": "", "label": self.case.diarienummer}]

    def get_header_buttons(self) -> list[HeaderButton]:
        """Lead to the public page and to the journal."""
        return [
            HeaderButton(
                _("Public page"),
                url=self.case.get_absolute_url(),
                icon_name="view",
                priority=10,
            ),
            HeaderButton(
                _("Dagboksblad"),
                url=reverse("case_journal", args=[self.case.pk]),
                icon_name="list-ul",
                priority=20,
            ),
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Print the page."""
        return self.show()

    def show(self, *, corrected: MotiveForm | None = None, status: int = 200) -> HttpResponse:
        """Print the page; ``corrected`` is a motive's form with what must be put right."""
        folder = read_folder(
            self.case,
            user=self.request.user,
            on=timezone.localdate(),
            may={name: ask(self.request.user) for name, ask in permissions.ACTIONS.items()},
        )
        self._lay_out_forms(folder, corrected)
        assign = AssignForm(initial={"handlaggare": self.case.handlaggare_id})
        return self.render(
            folder=folder,
            who=folder.next.who_in_words(self.case),
            official=name_of(self.case.handlaggare),
            may=folder.may,
            today=timezone.localdate(),
            assign_form=assign if folder.may["open_case"] and not self.case.is_ended else None,
            kinds=ChangeKind,
            status=status,
        )

    def _lay_out_forms(self, folder: CaseFolder, corrected: MotiveForm | None) -> None:
        """Give each motive that this person may answer its form."""
        if not folder.may["answer_motive"]:
            return
        for shown in folder.motives:
            if shown.can_answer:
                form = MotiveForm(motive=shown.motive)
                is_corrected = corrected is not None and corrected.prefix == form.prefix
                shown.form = corrected if is_corrected else form


class AnswerMotiveView(CasePageView):
    """Answer a motive where it stands, beside the words of those who asked."""

    motive: Motive

    def may(self, user: Any) -> bool:
        """Those who answer motives."""
        return permissions.may_answer_motive(user)

    def find(self) -> None:
        """Set the motive and its case."""
        self.motive = get_object_or_404(
            Motive.objects.select_related("decision__case", "answer"), pk=self.kwargs["pk"]
        )
        self.case = Case.objects.get(pk=self.motive.decision.case_id)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the motive on the page of its case."""
        return redirect(case_url(self.case, f"motiv-{self.motive.pk}"))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the answer."""
        form = MotiveForm(request.POST, motive=self.motive)
        if form.is_valid():
            try:
                answer_motive(
                    motive=self.motive,
                    response=MotiveResponse(form.cleaned_data["response"]),
                    reason=form.cleaned_data["reason"],
                    on=timezone.localdate(),
                    user=request.user,
                )
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, _("The answer to the motive has been saved."))
                return redirect(case_url(self.case, f"motiv-{self.motive.pk}"))
        return self.show(corrected=form, status=UNPROCESSABLE)


class MarkChangeView(CaseScreen):
    """Mark one change as editorial or in substance."""

    http_method_names = ("post",)

    def may(self, user: Any) -> bool:
        """Those who edit the text."""
        return permissions.may_edit_text(user)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the mark."""
        form = MarkForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Choose whether the change is editorial or in substance."))
            return redirect(case_url(self.case, "andringar"))
        kind = ChangeKind(form.cleaned_data["kind"])
        try:
            marked = mark_changes(
                case=self.case,
                kinds={form.cleaned_data["block"]: kind},
                on=timezone.localdate(),
                user=request.user,
            )
        except RuleViolation as violation:
            messages.error(request, violation.message)
        else:
            if marked:
                said = _("The change is marked: %(kind)s.") % {"kind": str(kind.label).lower()}
                messages.success(request, said)
        return redirect(case_url(self.case, "andringar"))


class AssignView(CaseScreen):
    """Hand the case over."""

    http_method_names = ("post",)

    def may(self, user: Any) -> bool:
        """Those who open cases."""
        return permissions.may_open_case(user)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save who is in charge."""
        form = AssignForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Choose who is to be in charge of the case."))
            return redirect(case_url(self.case))
        assign_case(
            case=self.case,
            handlaggare=form.cleaned_data["handlaggare"],
            on=timezone.localdate(),
            user=request.user,
        )
        messages.success(request, _("The case has been handed over."))
        return redirect(case_url(self.case))
