"""Why an återremiss was asked for, and what was done about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.vocabulary import MotiveResponse
from workflow.models.decision import Decision


class Motive(models.Model):
    """Why those who asked for an återremiss wanted it, in their words (KL 5:50 third paragraph)."""

    decision = models.ForeignKey(Decision, related_name="motives", on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("motive"))
    supporters = models.PositiveSmallIntegerField(_("supporters"), null=True, blank=True)
    carried = models.BooleanField(_("carried"))

    class Meta:
        verbose_name = _("motive")
        verbose_name_plural = _("motives")
        ordering = ["decision_id", "number"]
        constraints = [
            models.UniqueConstraint(name="motive_number_once", fields=["decision", "number"])
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def answer_or_none(self) -> "MotiveAnswer | None":
        """What was done with it, once that is recorded."""
        return getattr(self, "answer", None)


class MotiveAnswer(models.Model):
    """What was done with a motive, and why.

    ``registered_at`` is when it was worded as it now stands.
    """

    motive = models.OneToOneField(Motive, related_name="answer", on_delete=models.PROTECT)
    response = models.CharField(_("response"), max_length=16, choices=MotiveResponse)
    reason = models.TextField(_("reason"))
    answered_on = models.DateField(_("answered on"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    registered_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer to a motive")
        verbose_name_plural = _("answers to motives")

    def __str__(self) -> str:
        return self.get_response_display()
