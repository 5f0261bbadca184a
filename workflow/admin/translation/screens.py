"""The languages screens: begin, translate, read files, release. Each act is a service."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.models import Locale

from plandocs.models import PlanRevisionPage
from workflow import permissions
from workflow.admin.screens import Screen
from workflow.admin.translation import editions
from workflow.admin.translation.editor import chosen_file
from workflow.admin.translation.wording import outcome
from workflow.procedure.in_force import revision_in_force
from workflow.services import translation
from workflow.services.translation.conditions import EASY_SWEDISH

EDITIONS_ON_A_PAGE = 20


class LanguagesScreen(Screen):
    """A screen for those who translate and those who release."""

    header_icon = "globe"

    def may(self, user: Any) -> bool:
        """Whether the user may be here."""
        return may_see(user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list of adopted texts."""
        home = super(Screen, self).get_breadcrumbs_items()
        return [*home, {"url": reverse("translation_list"), "label": _("Languages")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the user may do."""
        user = self.request.user
        return super().get_context_data(
            may_translate=permissions.may_translate(user),
            may_publish=permissions.may_publish_translation(user),
            **kwargs,
        )


class ListView(LanguagesScreen):
    """Every adopted text, and how far each language has come."""

    page_title = gettext_lazy("Languages")
    template_name = "workflow/admin/translation/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show one page of the list."""
        pages = Paginator(editions.adopted_editions(), EDITIONS_ON_A_PAGE)
        page = pages.get_page(request.GET.get("p"))
        shown = editions.with_languages(list(page.object_list), on=timezone.localdate())
        return self.render(editions=shown, page=page)


class OfEdition(LanguagesScreen):
    """A screen of one adopted text."""

    @cached_property
    def text(self) -> PlanRevisionPage:
        """The adopted text that the address names, or 404."""
        return find_edition(self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the text."""
        return editions.name_of_edition(self.text)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the languages of the text."""
        return [
            *super().get_breadcrumbs_items(),
            {
                "url": reverse("translation_edition", args=[self.text.pk]),
                "label": self.get_page_subtitle(),
            },
        ]


class EditionView(OfEdition):
    """The languages of one text, with what can be done in each."""

    page_title = gettext_lazy("Languages")
    template_name = "workflow/admin/translation/edition.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show them as they stand today."""
        today = timezone.localdate()
        [edition] = editions.with_languages([self.text], on=today)
        current = revision_in_force(self.text.plan, on=today)
        easy = edition.easy
        return self.render(
            edition=edition,
            current=current,
            easy_state=easy and editions.easy_read_state(easy, current or self.text),
        )


class PartsView(OfEdition):
    """Which parts of the decided text each section of the easy-to-read draft retells."""

    page_title = gettext_lazy("What the sections retell")
    template_name = "workflow/admin/translation/parts.html"

    def may(self, user: Any) -> bool:
        """Whether the user may be here."""
        return permissions.may_translate(user)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the sections, each with every part."""
        return self.render(sections=editions.sections_of(self.draft, self.text))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Store what was ticked."""
        translation.link_easy_read(
            revision=self.text,
            retells={
                section.id: numbers(request.POST.getlist(f"section-{section.id}"))
                for section in editions.sections_of(self.draft, self.text)
            },
            on=timezone.localdate(),
            user=request.user,
        )
        messages.success(request, _("It is noted what the sections retell."))
        return redirect("translation_edition", self.text.pk)

    @cached_property
    def draft(self) -> PlanRevisionPage:
        """The easy-to-read text as last saved, or 404."""
        language = get_object_or_404(Locale, language_code=EASY_SWEDISH)
        page = self.text.get_translation_or_none(language)
        if page is None:
            raise Http404
        draft: PlanRevisionPage = page.get_latest_revision_as_object()
        return draft


class ActView(View):
    """Something done to one language of one text. A refusal is shown where the user came from."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn away those who may not be here."""
        if not may_see(request.user):
            raise PermissionDenied
        self.text = find_edition(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @property
    def address(self) -> str:
        """The address of the languages of the text."""
        return reverse("translation_edition", args=[self.text.pk])

    def back(self) -> HttpResponse:
        """Return to the languages of the text."""
        return redirect(self.address)


class BeginView(ActView):
    """Begin a translation, or the easy-to-read text."""

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Begin it, and open its editor."""
        day, user = timezone.localdate(), request.user
        if code == EASY_SWEDISH:
            page = translation.write_easy_read(revision=self.text, on=day, user=user)
        else:
            translation.request_translations(revision=self.text, locales=[code], on=day, user=user)
            page = self.text.get_translation(Locale.objects.get(language_code=code))
            messages.success(
                request,
                _("The translation is begun. Nothing is public until an editor publishes it."),
                buttons=[messages.button(self.address, _("To the languages of the text"))],
            )
        return redirect("wagtailadmin_pages:edit", page.pk)


class PublishView(ActView):
    """Release a translation, or the easy-to-read text."""

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Release it, and say how much of it is public."""
        day, user = timezone.localdate(), request.user
        if code == EASY_SWEDISH:
            page = translation.publish_easy_read(revision=self.text, on=day, user=user)
            said = _("The easy-to-read text is public. It retells %(n)s of %(total)s parts.")
        else:
            page = translation.publish_translation(
                revision=self.text, locale=code, on=day, user=user
            )
            said = _("The translation is public: %(n)s of %(total)s texts. The rest is in Swedish.")
            if page.coverage["translated"] == page.coverage["total"]:
                said = _("The whole translation is public: %(total)s texts.")
        messages.success(
            request,
            said % {"n": page.coverage["translated"], "total": page.coverage["total"]},
            buttons=[messages.button(page.url, _("Read it"))],
        )
        return self.back()


class PoView(ActView):
    """The PO file of a translation: out and in."""

    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Send the file."""
        file = translation.export_po(revision=self.text, locale=code)
        name = f"{slugify(self.text.title)[:60]}-{self.text.number}-{code}.po"
        return HttpResponse(
            file,
            content_type="text/x-gettext-translation; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Read a file, and say what came of it."""
        result = translation.import_translation(
            revision=self.text,
            locale=code,
            po=chosen_file(request, "po").read(),
            on=timezone.localdate(),
            user=request.user,
        )
        messages.success(request, outcome(result))
        return self.back()


def may_see(user: Any) -> bool:
    """Whether the user has something to do on the languages screens."""
    return permissions.may_translate(user) or permissions.may_publish_translation(user)


def find_edition(pk: int) -> PlanRevisionPage:
    """Return an adopted text, or answer 404: others have no languages."""
    return get_object_or_404(
        PlanRevisionPage.objects.select_related("adoption", "locale"),
        pk=pk,
        adoption__isnull=False,
    )


def numbers(values: list[str]) -> list[int]:
    """Return the values that are numbers."""
    return [int(value) for value in values if value.isdecimal()]
