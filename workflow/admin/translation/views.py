"""The adopted texts with their languages: all of them, and one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from workflow.admin.translation import editions
from workflow.admin.translation.screens import EditionScreen, LanguagesScreen
from workflow.procedure.in_force import revision_in_force

EDITIONS_ON_A_PAGE = 20


class ListView(LanguagesScreen):
    """Every adopted text, and how far each language has come."""

    page_title = gettext_lazy("Languages")
    template_name = "workflow/admin/translation/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        pages = Paginator(editions.adopted_editions(), EDITIONS_ON_A_PAGE)
        page = pages.get_page(request.GET.get("p"))
        shown = editions.with_languages(list(page.object_list), on=self.today)
        return self.render(editions=shown, page=page)


class EditionView(EditionScreen):
    """The languages of one text, with what can be done in each."""

    page_title = gettext_lazy("Languages")
    template_name = "workflow/admin/translation/edition.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        today = self.today
        [edition] = editions.with_languages([self.text], on=today)
        current = revision_in_force(self.text.plan, on=today)
        easy = edition.easy
        return self.render(
            edition=edition,
            current=current,
            easy_state=easy and editions.easy_read_state(easy, current or self.text),
        )
