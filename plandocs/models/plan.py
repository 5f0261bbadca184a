"""The styrdokument: the lasting work, of which each adopted text is a revision (utgåva)."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from plandocs.locks import FacesRecord, OutsideWorkflow
from plandocs.serving import ShownByView
from plandocs.vocabulary import PlanKind


def plan_kinds() -> list[tuple[str, str | Promise]]:
    """Return the kinds of documents: the common ones, then the municipality's own (R56)."""
    return [*PlanKind.choices, *getattr(settings, "STYRDOK_EXTRA_KINDS", [])]


class PlanPage(OutsideWorkflow, FacesRecord, ShownByView, Page):
    """A strategy, programme, plan, policy or guideline: title, kind, owner, who is bound.

    It has no text of its own; it shows the revision in force.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=plan_kinds)
    area = models.ForeignKey(
        "plandocs.SubjectArea",
        models.PROTECT,
        verbose_name=_("subject area"),
        null=True,
        blank=True,
        related_name="+",
    )
    summary = models.TextField(_("summary"), max_length=600, blank=True)
    responsible = models.ForeignKey(
        "plandocs.Organisation",
        models.PROTECT,
        verbose_name=_("responsible for the document"),
        null=True,
        blank=True,
        related_name="plans_answered_for",
    )
    applies_to = models.CharField(
        _("applies to"),
        max_length=255,
        blank=True,
        help_text=_("Who is bound by the document, for example “all committees and companies”."),
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("The last day on which its topicality is to be tried (aktualitetsprövning)."),
    )

    content_panels = [
        FieldPanel("title", classname="title"),
        FieldPanel("summary"),
        MultiFieldPanel(
            list(map(FieldPanel, ("kind", "area", "responsible", "applies_to", "review_by"))),
            heading=_("About the document"),
        ),
    ]
    promote_panels: list[Panel] = []  # the address is given with the case, and stays
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.FilterField("kind"),
        index.FilterField("area"),
    ]
    override_translatable_fields = [
        TranslatableField("title"),
        TranslatableField("slug"),
        TranslatableField("summary"),
        SynchronizedField("kind", overridable=False),
        SynchronizedField("area", overridable=False),
        SynchronizedField("responsible", overridable=False),
        TranslatableField("applies_to"),
        SynchronizedField("review_by", overridable=False),
    ]
    parent_page_types = ["plandocs.PlanIndexPage"]
    is_creatable = False  # opening a case makes it
    subpage_types = ["plandocs.PlanRevisionPage"]

    class Meta:
        verbose_name = _("steering document")
        verbose_name_plural = _("steering documents")

    @property
    def is_republished_by_hand(self) -> bool:
        """A public plan may be described anew; the first time it is public follows an adoption."""
        return bool(self.live)

    @property
    def is_removable(self) -> bool:
        """A plan without a text was never anything to the record."""
        return not self.live and bool(self.is_leaf())

    @cached_property
    def original(self) -> "PlanPage":
        """The plan in the language of the record, on which facts hang."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return self
        return PlanPage.objects.get(
            translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE
        )
