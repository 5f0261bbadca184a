"""Adoption and what follows it: the facts that open the gate, the notice, appeals and endings."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.vocabulary import AppealOutcome
from workflow.rules.appeal import AppealStatus


class Adoption(models.Model):
    """That a decision adopted this very text. The only thing that lets it be published."""

    page = models.OneToOneField(
        "plandocs.PlanRevisionPage", related_name="adoption", on_delete=models.PROTECT
    )
    decision = models.OneToOneField(
        "workflow.Decision", related_name="adoption", on_delete=models.PROTECT
    )
    text_revision = models.ForeignKey(
        "wagtailcore.Revision", related_name="+", on_delete=models.PROTECT
    )
    adopted_on = models.DateField(_("adopted on"))
    sha256 = models.CharField(max_length=64)
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")

    def __str__(self) -> str:
        return f"{self.page} {self.adopted_on}"

    @property
    def announcement(self) -> "Announcement | None":
        """The notice of the decision's minutes, once it is up."""
        return getattr(self.decision, "announcement", None)

    def status_on(self, day: date) -> AppealStatus:
        """How far the adoption has come towards laga kraft on ``day`` (KL 13)."""
        return self.decision.appeal_status(on=day)

    def stands_on(self, day: date) -> bool:
        """Whether the text was adopted by ``day``, by a decision that no court had quashed."""
        return self.adopted_on <= day and not self.decision.is_quashed(on=day)


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

    class Meta:
        verbose_name = _("laga kraft")
        verbose_name_plural = _("laga kraft")

    def __str__(self) -> str:
        return str(self.confirmed_on)


class PlanEnding(models.Model):
    """That a decision ended a plan, as when another replaces it.

    A plan may be ended again where a court has quashed the decision that ended it first.
    """

    plan = models.ForeignKey("plandocs.PlanPage", related_name="endings", on_delete=models.PROTECT)
    decision = models.ForeignKey(
        "workflow.Decision", related_name="endings", on_delete=models.PROTECT
    )
    ended_on = models.DateField(_("ended on"))

    class Meta:
        verbose_name = _("ended plan")
        verbose_name_plural = _("ended plans")
        ordering = ["ended_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="ended_once_a_decision", fields=["plan", "decision"])
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.ended_on}"

    def stands_on(self, day: date) -> bool:
        """Whether the plan has ended on ``day``, by a decision that no court has quashed."""
        return self.ended_on <= day and not self.decision.is_quashed(on=day)


class RemissOpening(models.Model):
    """That a round was sent out with a text. The only thing that lets the round be published."""

    page = models.OneToOneField(
        "plandocs.RemissRoundPage", related_name="opening", on_delete=models.PROTECT
    )
    case = models.ForeignKey("plandocs.Case", related_name="remisser", on_delete=models.PROTECT)
    text_revision = models.ForeignKey(
        "wagtailcore.Revision", related_name="+", on_delete=models.PROTECT
    )
    opened_on = models.DateField(_("opened on"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )

    class Meta:
        verbose_name = _("opened remiss")
        verbose_name_plural = _("opened remisser")
        ordering = ["opened_on", "pk"]

    def __str__(self) -> str:
        return str(self.page)


class TranslationRelease(models.Model):
    """That somebody released this very translation of an adopted text. Lets that page be published.

    A translation is released again each time more of it has been translated; what is public is
    always the text of one of these rows.
    """

    page = models.ForeignKey(
        "plandocs.PlanRevisionPage", related_name="releases", on_delete=models.PROTECT
    )
    released_on = models.DateField(_("released on"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    sha256 = models.CharField(max_length=64, help_text=_("Of the translated text as released."))

    class Meta:
        verbose_name = _("released translation")
        verbose_name_plural = _("released translations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.page)
