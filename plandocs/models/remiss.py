"""The remiss: one consultation on one frozen text, and who was asked."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from plandocs.blocks import PlanBodyBlock
from plandocs.locks import FacesRecord, OutsideWorkflow
from plandocs.serving import ShownByView


def new_nonce() -> str:
    """Return what makes one secret link differ from the next, and revocable."""
    return get_random_string(22)


def is_past(closes_on: date, *, on: date) -> bool:
    """Whether the last day to answer, which counts in full, is past.

    Source: good practice after förvaltningslagen (2017:900) 26 § (R41).
    """
    return on > closes_on


class RemissQuerySet(PageQuerySet["RemissRoundPage"]):
    """Rounds by date. Open and closed are never stored, only worked out."""

    def open_on(self, day: date) -> Self:
        """Rounds that take answers on ``day``; both end dates are included."""
        return self.filter(closed_on=None, opened_on__lte=day, closes_on__gte=day)


class RemissRoundPage(OutsideWorkflow, FacesRecord, ShownByView, Page):
    """One consultation. The text sent out is kept here: the draft it was taken from moves on.

    Whether it is open is worked out from its dates, never stored.
    """

    opened_on = models.DateField(_("opened on"))
    closes_on = models.DateField(_("last day to answer"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closing_registered_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_public = models.BooleanField(
        _("anyone may answer"),
        default=False,
        help_text=_("A form on the public page takes answers from everybody."),
    )
    missive = RichTextField(_("covering letter"), blank=True, features=["bold", "ol", "ul"])
    questions = models.JSONField(_("questions"), default=list, blank=True)
    text = StreamField(PlanBodyBlock(), verbose_name=_("the text sent out"), blank=True)
    text_title = models.CharField(max_length=255)
    text_sha256 = models.CharField(max_length=64)

    objects = PageManager.from_queryset(RemissQuerySet)()

    content_panels = [
        FieldPanel("title", classname="title"),
        FieldPanel("opened_on", read_only=True),
        FieldPanel("closes_on", read_only=True),
        FieldPanel("missive", read_only=True),
    ]
    promote_panels: list[Panel] = []
    parent_page_types = ["plandocs.PlanRevisionPage"]
    is_creatable = False  # opening a remiss makes it
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("remiss round")
        verbose_name_plural = _("remiss rounds")

    @property
    def first_closes_on(self) -> date:
        """The last day to answer as it was set first, before any extension."""
        first = next(iter(self.extensions.all()), None)
        return first.closed_before if first else self.closes_on

    def is_open_on(self, day: date) -> bool:
        """Whether a link or the open form takes an answer on ``day``; the last day is included."""
        return self.closed_on is None and self.opened_on <= day and not self.is_over_on(day)

    def is_over_on(self, day: date) -> bool:
        """Whether the last day to answer is past on ``day``."""
        return is_past(self.closes_on, on=day)


class RemissRecipient(models.Model):
    """A body that was asked, with the secret of its own link."""

    round = models.ForeignKey(
        RemissRoundPage, models.PROTECT, verbose_name=_("round"), related_name="recipients"
    )
    organisation = models.ForeignKey(
        "plandocs.Organisation", models.PROTECT, verbose_name=_("organisation"), related_name="+"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    nonce = models.CharField(max_length=22, default=new_nonce, editable=False)
    asked_on = models.DateField(_("asked on"))

    class Meta:
        verbose_name = _("consulted body")
        verbose_name_plural = _("consulted bodies")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="asked_once_a_round", fields=["round", "organisation"])
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class RemissExtension(models.Model):
    """A later last day, and the one it replaced."""

    round = models.ForeignKey(
        RemissRoundPage, models.PROTECT, verbose_name=_("round"), related_name="extensions"
    )
    decided_on = models.DateField(_("decided on"))
    closed_before = models.DateField(_("earlier last day"))
    closes_on = models.DateField(_("new last day"))
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.closed_before} → {self.closes_on}"
