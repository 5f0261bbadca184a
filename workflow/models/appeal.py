"""What follows a decision: its notice, the appeals against it, and laga kraft."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.vocabulary import AppealOutcome


class Announcement(models.Model):
    """The minutes adjusted and the notice put up (KL 5:69, 8:12); it starts the appeal clock."""

    decision = models.OneToOneField(
        "workflow.Decision", related_name="announcement", on_delete=models.PROTECT
    )
    adjusted_on = models.DateField(_("minutes adjusted on"))
    announced_on = models.DateField(_("notice put up on"))
    appealable_until = models.DateField(_("may be appealed until"))
    laga_kraft_earliest = models.DateField(_("laga kraft at the earliest"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return str(self.announced_on)


class Appeal(models.Model):
    """What became known on a day of an appeal, of the decision or of a judgment about it.

    What all rows mean together is asked of ``workflow.rules.appeal``.
    """

    decision = models.ForeignKey(
        "workflow.Decision", related_name="appeals", on_delete=models.PROTECT
    )
    outcome = models.CharField(_("outcome"), max_length=12, choices=AppealOutcome)
    known_on = models.DateField(_("known on"))
    note = models.TextField(_("note"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_outcome_display()


class LagaKraft(models.Model):
    """That somebody confirmed that no appeal is pending and the time has passed (KL 13)."""

    decision = models.OneToOneField(
        "workflow.Decision", related_name="laga_kraft", on_delete=models.PROTECT
    )
    confirmed_on = models.DateField(_("confirmed on"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("laga kraft")
        verbose_name_plural = _("laga kraft")

    def __str__(self) -> str:
        return str(self.confirmed_on)
