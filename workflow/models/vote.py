"""A vote held over a §."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from workflow.models.decision import Decision
from workflow.rules.roll_call import RollCall


class Vote(models.Model):
    """One omröstning of a §, won or lost; with the names of those who voted, where they are known.

    The names are part of the minutes and are not shown to the public: see docs/rules/roll_call.md.
    """

    decision = models.ForeignKey(Decision, related_name="votes", on_delete=models.PROTECT)
    question = models.CharField(_("question"), max_length=500, blank=True)
    ja_for = models.CharField(_("yes stands for"), max_length=500)
    nej_for = models.CharField(_("no stands for"), max_length=500)
    ja = models.PositiveSmallIntegerField(_("yes"))
    nej = models.PositiveSmallIntegerField(_("no"))
    avstar = models.PositiveSmallIntegerField(_("abstained"), default=0)
    is_closed = models.BooleanField(_("closed vote"), default=False)
    ja_names = models.JSONField(_("who voted yes"), default=list, blank=True)
    nej_names = models.JSONField(_("who voted no"), default=list, blank=True)
    avstar_names = models.JSONField(_("who abstained"), default=list, blank=True)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.ja}–{self.nej}"

    @property
    def roll_call(self) -> RollCall:
        """How each member voted, by name; empty where the record has no names."""
        return RollCall(self.ja_names, self.nej_names, self.avstar_names)
