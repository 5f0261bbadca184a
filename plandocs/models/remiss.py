"""The remiss: one consultation on one frozen text, its answers, and what came of each point."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from plandocs.blocks import PlanBodyBlock
from plandocs.locks import FacesRecord, OutsideWorkflow
from plandocs.querysets import RemissAnswerQuerySet, RemissManager
from plandocs.vocabulary import AnswerChannel, PointResponse, Stance


def new_nonce() -> str:
    """Return what makes one secret link differ from the next, and revocable."""
    return get_random_string(22)


class RemissRoundPage(OutsideWorkflow, FacesRecord, Page):
    """One consultation. The text sent out is kept here: the draft it was taken from moves on.

    Whether it is open is worked out from its dates, never stored.
    """

    opened_on = models.DateField(_("opened on"))
    closes_on = models.DateField(_("last day to answer"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
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

    objects = RemissManager()

    content_panels = [
        FieldPanel("title", classname="title"),
        FieldPanel("opened_on", read_only=True),
        FieldPanel("closes_on", read_only=True),
        FieldPanel("missive", read_only=True),
    ]
    promote_panels: list[FieldPanel] = []
    parent_page_types = ["plandocs.PlanRevisionPage"]
    is_creatable = False  # opening a remiss makes it
    subpage_types: list[str] = []
    template = "plandocs/remiss_round_page.html"

    class Meta:
        verbose_name = _("remiss round")
        verbose_name_plural = _("remiss rounds")

    @property
    def record_says(self) -> str:
        """A round is a record from its first day; it is extended and closed from the case."""
        return gettext(
            "A remiss round is kept as it was sent out. Extend or close it on the page of the case."
        )

    def is_open_on(self, day: date) -> bool:
        """Whether a link or the open form takes an answer on ``day``; the last day is included."""
        return self.closed_on is None and self.opened_on <= day and not self.is_over_on(day)

    def is_over_on(self, day: date) -> bool:
        """Whether the last day to answer, which counts in full, is past on ``day``.

        Source: good practice after förvaltningslagen (2017:900) 26 § (R41).
        """
        return day > self.closes_on


class RemissRecipient(models.Model):
    """A body that was asked, with the secret of its own link."""

    round = models.ForeignKey(
        RemissRoundPage,
        related_name="recipients",
        on_delete=models.PROTECT,
        verbose_name=_("round"),
    )
    organisation = models.ForeignKey(
        "plandocs.Organisation",
        verbose_name=_("organisation"),
        related_name="+",
        on_delete=models.PROTECT,
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
        RemissRoundPage,
        related_name="extensions",
        on_delete=models.PROTECT,
        verbose_name=_("round"),
    )
    decided_on = models.DateField(_("decided on"))
    closed_before = models.DateField(_("earlier last day"))
    closes_on = models.DateField(_("new last day"))

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.closed_before} → {self.closes_on}"


class RemissAnswer(models.Model):
    """A remissvar, as it came in. Written once; a second answer joins the first."""

    round = models.ForeignKey(
        RemissRoundPage, related_name="answers", on_delete=models.PROTECT, verbose_name=_("round")
    )
    organisation = models.ForeignKey(
        "plandocs.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="remiss_answers",
        on_delete=models.PROTECT,
    )
    respondent = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    channel = models.CharField(_("how it came"), max_length=12, choices=AnswerChannel)
    stance = models.CharField(_("standpoint"), max_length=30, choices=Stance)
    text = models.TextField(_("answer"), blank=True)
    replies = models.JSONField(
        _("answers to the questions"),
        default=list,
        blank=True,
        help_text=_("Each with the question as it was put."),
    )
    received_on = models.DateField(_("received on"))
    is_shown = models.BooleanField(
        _("shown to the public"),
        default=False,
        help_text=_("Answers are published only after somebody has read them (R51)."),
    )
    form_key = models.UUIDField(
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text=_("The form this came from, so that sending it twice files it once."),
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    objects = RemissAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["received_on", "pk"]

    def __str__(self) -> str:
        return self.respondent

    @property
    def is_late(self) -> bool:
        """Whether it came after the last day, which is a later one if more time was given."""
        return self.round.is_over_on(self.received_on)


class RemissPoint(models.Model):
    """One thing an answer says, anchored to a block of the text, or to the whole of it."""

    answer = models.ForeignKey(RemissAnswer, related_name="points", on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField(_("number"))
    block_id = models.UUIDField(_("place in the text"), null=True, blank=True)
    place = models.CharField(
        _("the place in words"), max_length=255, blank=True, help_text=_("As it read when sent.")
    )
    text = models.TextField(_("comment"))

    class Meta:
        verbose_name = _("point")
        verbose_name_plural = _("points")
        ordering = ["answer_id", "number"]
        constraints = [
            models.UniqueConstraint(name="point_number_once", fields=["answer", "number"])
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Bemotande(models.Model):
    """What the municipality did with one point, and where in the text it shows."""

    point = models.OneToOneField(RemissPoint, related_name="bemotande", on_delete=models.PROTECT)
    response = models.CharField(_("response"), max_length=16, choices=PointResponse)
    reason = models.TextField(_("reason"))
    block_id = models.UUIDField(_("changed place in the text"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )

    class Meta:
        verbose_name = _("response to a point")
        verbose_name_plural = _("responses to points")

    def __str__(self) -> str:
        return self.get_response_display()
