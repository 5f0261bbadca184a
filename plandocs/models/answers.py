"""What a remiss was answered, and what came of each point."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.models.remiss import RemissRoundPage
from plandocs.vocabulary import AnswerChannel, PointResponse, Stance


class RemissAnswerQuerySet(models.QuerySet["RemissAnswer"]):
    """Answers by what may be done with them."""

    def shown(self) -> Self:
        return self.filter(is_shown=True)


class RemissAnswer(models.Model):
    """A remissvar, as it came in. Written once; a second answer joins the first."""

    round = models.ForeignKey(
        RemissRoundPage, models.PROTECT, verbose_name=_("round"), related_name="answers"
    )
    organisation = models.ForeignKey(
        "plandocs.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="remiss_answers",
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

    answer = models.ForeignKey(RemissAnswer, models.PROTECT, related_name="points")
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
    """What the municipality did with one point, and where in the text it shows.

    ``registered_at`` is when it was worded as it now stands.
    """

    point = models.OneToOneField(RemissPoint, models.PROTECT, related_name="bemotande")
    response = models.CharField(_("response"), max_length=16, choices=PointResponse)
    reason = models.TextField(_("reason"))
    block_id = models.UUIDField(_("changed place in the text"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"))
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("response to a point")
        verbose_name_plural = _("responses to points")

    def __str__(self) -> str:
        return self.get_response_display()
