"""What the easy-to-read text retells, ticked section by section."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from plandocs.models import PlanRevisionPage
from workflow import permissions
from workflow.admin.translation.editions import sections_of
from workflow.admin.translation.screens import EditionScreen
from workflow.services.translation import link_easy_read
from workflow.services.translation.conditions import EASY_SWEDISH


class PartsView(EditionScreen):
    """Which parts of the decided text each section of the easy-to-read draft retells."""

    page_title = gettext_lazy("What the sections retell")
    template_name = "workflow/admin/translation/parts.html"
    may = staticmethod(permissions.may_translate)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render(sections=sections_of(self.draft, self.text))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        link_easy_read(
            revision=self.text,
            retells={
                section.id: section.ticked(request.POST.getlist(f"section-{section.id}"))
                for section in sections_of(self.draft, self.text)
            },
            on=self.today,
            user=self.user,
        )
        self.say(_("It is noted what the sections retell."))
        return self.back()

    @cached_property
    def draft(self) -> PlanRevisionPage:
        """The easy-to-read text as last saved, or 404."""
        language = get_object_or_404(Locale, language_code=EASY_SWEDISH)
        page = self.text.get_translation_or_none(language)
        if page is None:
            raise Http404
        draft: PlanRevisionPage = page.get_latest_revision_as_object()
        return draft
