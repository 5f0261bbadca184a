"""The page of a case."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton

from plandocs.vocabulary import ChangeKind
from workflow import permissions
from workflow.admin.cases.page.handing_over import AssignForm
from workflow.admin.cases.page.motive_form import MotiveForm
from workflow.admin.cases.page.reading import CaseFolder, read_folder
from workflow.admin.screens import CaseScreen, Screen, Trail
from workflow.procedure.next_step import name_of


class CasePageView(CaseScreen):
    """The case: where it stands, what comes next, and everything that belongs to it."""

    template_name = "workflow/admin/cases/page.html"

    def get_page_title(self) -> str:
        return self.case.diarienummer

    def get_page_subtitle(self) -> str:
        return self.case.title

    def trail(self) -> Trail:
        return Screen.trail(self)

    def get_header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                _("Public page"), url=self.case.get_absolute_url(), icon_name="view", priority=10
            ),
            HeaderButton(
                _("Dagboksblad"),
                url=reverse("case_journal", args=[self.case.pk]),
                icon_name="list-ul",
                priority=20,
            ),
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show()

    def show(self, *, corrected: MotiveForm | None = None, status: int = 200) -> HttpResponse:
        """Print the page; ``corrected`` is a motive's form with what must be put right."""
        today = self.today
        may = {name: ask(self.user) for name, ask in permissions.ACTIONS.items()}
        folder = read_folder(self.case, user=self.user, on=today, may=may)
        if may["answer_motive"]:
            _lay_out_forms(folder, corrected)
        assign = AssignForm(initial={"handlaggare": self.case.handlaggare_id})
        return self.render(
            folder=folder,
            who=folder.next.who_in_words(self.case),
            official=name_of(self.case.handlaggare),
            may=may,
            today=today,
            assign_form=assign if may["open_case"] and not self.case.is_ended else None,
            kinds=ChangeKind,
            status=status,
        )


def _lay_out_forms(folder: CaseFolder, corrected: MotiveForm | None) -> None:
    """Give each motive that may be answered now its form."""
    for shown in folder.motives:
        if shown.can_answer:
            form = MotiveForm(motive=shown.motive)
            is_corrected = corrected is not None and corrected.prefix == form.prefix
            shown.form = corrected if is_corrected else form
