"""Adoption: the fact that opens the gate, and the plans that end by it."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.models import PlanPage, PlanRevisionPage
from workflow.models.appeal import Announcement
from workflow.rules.appeal import AppealStatus


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    """Adoptions by day and by what was adopted, the newest first."""

    def adopted(self, *, by: date) -> Self:
        return self.filter(adopted_on__lte=by).order_by("-adopted_on", "-pk")

    def of_plan(self, plan: PlanPage, *, by: date) -> Self:
        """Return those of the texts of ``plan``, with the texts but for their bodies."""
        texts = PlanRevisionPage.objects.child_of(plan)
        adopted = self.adopted(by=by).filter(page__in=texts)
        return adopted.select_related("page", "decision").defer("page__body")


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

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")

    def __str__(self) -> str:
        return f"{self.page} {self.adopted_on}"

    @property
    def announcement(self) -> Announcement | None:
        """The notice of the decision's minutes, once it is up."""
        return getattr(self.decision, "announcement", None)

    def status_on(self, day: date) -> AppealStatus:
        """How far the adoption has come towards laga kraft on ``day`` (KL 13)."""
        return self.decision.appeal_status(on=day)

    def stands_on(self, day: date) -> bool:
        """Whether the text was adopted by ``day``, by a decision that no court had quashed."""
        return self.adopted_on <= day and not self.decision.is_quashed(on=day)


def adoption_of(text: PlanRevisionPage) -> Adoption | None:
    """Return the adoption of this very text, if a recorded decision has adopted it."""
    return getattr(text, "adoption", None)


class PlanEnding(models.Model):
    """That a decision ended a plan, as when another replaces it.

    A plan may be ended again where a court has quashed the decision that ended it first.
    """

    plan = models.ForeignKey("plandocs.PlanPage", related_name="endings", on_delete=models.PROTECT)
    decision = models.ForeignKey(
        "workflow.Decision", related_name="endings", on_delete=models.PROTECT
    )
    ended_on = models.DateField(_("ended on"))
    registered_at = models.DateTimeField(auto_now_add=True)

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
