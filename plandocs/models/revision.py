"""The utgåva: one text of a plan, drafted, decided, published and then frozen."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import Page, Workflow
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from plandocs.blocks import PlanBodyBlock
from plandocs.locks import FacesRecord
from plandocs.models.plan import PlanPage
from plandocs.serving import ShownByView


class PlanRevisionPage(FacesRecord, ShownByView, Page):
    """One text of a plan. Its adoption publishes it and freezes it for ever.

    A translation is a page of the same kind, linked by ``translation_key``; the facts of the
    record (case, adoption) hang on the ``original``.
    """

    number = models.PositiveSmallIntegerField(_("edition"), default=1, editable=False)
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    valid_from = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    body = StreamField(PlanBodyBlock(), verbose_name=_("text"), blank=True)
    coverage = models.JSONField(
        _("coverage"),
        default=dict,
        editable=False,
        help_text=_("What of the decided text this translation holds; written at publication."),
    )

    content_panels = [
        FieldPanel("title", classname="title"),
        FieldPanel("summary"),
        FieldRowPanel(
            [FieldPanel("valid_from"), FieldPanel("valid_to")], heading=_("Years of validity")
        ),
        FieldPanel("body"),
    ]
    promote_panels: list[Panel] = []
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]
    override_translatable_fields = [
        TranslatableField("title"),
        SynchronizedField("slug", overridable=False),
        TranslatableField("summary"),
        SynchronizedField("number", overridable=False),
        SynchronizedField("valid_from", overridable=False),
        SynchronizedField("valid_to", overridable=False),
        TranslatableField("body"),
    ]
    parent_page_types = ["plandocs.PlanPage"]
    is_creatable = False  # opening a case makes it
    subpage_types = ["plandocs.TjansteskrivelsePage", "plandocs.RemissRoundPage"]

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    @property
    def plan(self) -> PlanPage:
        page: PlanPage = self.get_parent().specific
        return page

    @property
    def is_original(self) -> bool:
        return self.locale.language_code == settings.LANGUAGE_CODE

    @cached_property
    def original(self) -> "PlanRevisionPage":
        """The decided text of which this page is a translation, or the page itself."""
        if self.is_original:
            return self
        return PlanRevisionPage.objects.get(
            translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE
        )

    @property
    def permission_to_edit(self) -> str:
        """What is not decided is the officials' to write; a translation is the translators'."""
        return "plandocs.edit_text" if self.is_original else ""

    @property
    def is_easy_read(self) -> bool:
        """Whether this is the easy-to-read text, which is written and not translated."""
        return bool(self.locale.language_code.startswith(f"{settings.LANGUAGE_CODE}-"))

    @property
    def has_workflow(self) -> bool:
        """Only the text in the language of the record goes through the bodies."""
        return bool(self.is_original and super().has_workflow)

    def get_workflow(self) -> Workflow | None:
        return super().get_workflow() if self.is_original else None
