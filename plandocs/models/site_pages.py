"""The pages around the documents: start, list, and information such as how accessible we are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from plandocs.locks import OutsideWorkflow
from plandocs.serving import ShownByView

INFORMATION_FEATURES = ["h2", "h3", "bold", "italic", "link", "ol", "ul"]


class HomePage(OutsideWorkflow, ShownByView, Page):
    """The start page of one language."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    settings_panels = [CommentPanel()]  # what holds adopted texts has no schedule
    subpage_types = ["plandocs.PlanIndexPage", "plandocs.InformationPage"]

    class Meta:
        verbose_name = _("start page")
        verbose_name_plural = _("start pages")


class PlanIndexPage(OutsideWorkflow, ShownByView, Page):
    """The list of steering documents of one language."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["plandocs.HomePage"]
    settings_panels = [CommentPanel()]  # what holds adopted texts has no schedule
    subpage_types = ["plandocs.PlanPage"]

    class Meta:
        verbose_name = _("list of steering documents")
        verbose_name_plural = _("lists of steering documents")


class InformationPage(OutsideWorkflow, ShownByView, Page):
    """A page of plain information, such as the accessibility statement (DOS-lagen 2018:1937)."""

    body = RichTextField(_("text"), features=INFORMATION_FEATURES)
    shows_feedback_form = models.BooleanField(
        _("show the form for accessibility feedback"), default=False
    )

    content_panels = [*Page.content_panels, FieldPanel("body"), FieldPanel("shows_feedback_form")]
    parent_page_types = ["plandocs.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")


class AccessibilityFeedback(models.Model):
    """What somebody told us does not work for them (DOS-lagen 2018:1937, 12–15 §§)."""

    page_address = models.CharField(_("page"), max_length=500, blank=True)
    message = models.TextField(_("what does not work"), max_length=5000)
    email = models.EmailField(_("your e-mail, if you want an answer"), blank=True)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    panels = [
        FieldPanel("page_address", read_only=True),
        FieldPanel("message", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("answered_on"),
    ]

    class Meta:
        verbose_name = _("accessibility feedback")
        verbose_name_plural = _("accessibility feedback")
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.message[:60]


class RecentSending(models.Model):
    """That somebody sent something lately. Only ``services.flood`` writes and forgets it."""

    key = models.CharField(max_length=64)
    kept_until = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["key", "kept_until"], name="recent_sending_by_key")]
