"""The tjänsteskrivelse: the official's memo to one body. Never public as a page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page

from plandocs.locks import FacesRecord, OutsideWorkflow

MEMO_FEATURES = ["bold", "italic", "ol", "ul"]


class TjansteskrivelsePage(OutsideWorkflow, FacesRecord, Page):
    """A memo with a proposal, its background and its assessment, to the body named.

    That it was sent is a fact of its own, kept elsewhere; after that it is locked.
    """

    to_body = models.ForeignKey(
        "plandocs.Organisation", models.PROTECT, verbose_name=_("to"), related_name="memos"
    )
    dated_on = models.DateField(_("date"))
    handlaggare = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("official in charge"),
        null=True,
        blank=True,
        related_name="+",
    )
    proposal = StreamField(
        [("att_sats", blocks.TextBlock(rows=2, label=_("Proposed decision")))],
        verbose_name=_("proposed decision"),
        help_text=_("Written as if the body had already decided, one action per point."),
    )
    summary = RichTextField(_("summary"), blank=True, features=MEMO_FEATURES)
    background = RichTextField(_("background"), blank=True, features=MEMO_FEATURES)
    assessment = RichTextField(_("assessment"), blank=True, features=MEMO_FEATURES)
    form_key = models.UUIDField(
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text=_("The form this came from, so that saving it twice writes one memo."),
    )

    content_panels = [
        FieldPanel("title", classname="title"),
        *map(FieldPanel, ("to_body", "dated_on", "handlaggare", "proposal")),
        *map(FieldPanel, ("summary", "background", "assessment")),
        InlinePanel("attachments", label=_("Attachments")),
    ]
    promote_panels: list[Panel] = []
    parent_page_types = ["plandocs.PlanRevisionPage"]
    is_creatable = False  # the case drafts it
    subpage_types: list[str] = []
    preview_modes: list[tuple[str, str]] = []  # it is shown as a letter, from the case
    search_fields = [*Page.search_fields]
    exclude_fields_in_copy = ["form_key"]

    class Meta:
        verbose_name = _("memo")
        verbose_name_plural = _("memos")

    @property
    def is_removable(self) -> bool:
        """A memo that nobody has received may be thrown away."""
        return True

    @property
    def permission_to_edit(self) -> str:
        return "plandocs.send_memo"

    @property
    def proposals(self) -> list[str]:
        return [str(block.value) for block in self.proposal]


class MemoAttachment(Orderable):
    """A bilaga of a memo: a document, or the name of one kept elsewhere."""

    memo = ParentalKey(TjansteskrivelsePage, on_delete=models.CASCADE, related_name="attachments")
    title = models.CharField(_("title"), max_length=255)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        models.PROTECT,
        verbose_name=_("document"),
        null=True,
        blank=True,
        related_name="+",
    )

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
