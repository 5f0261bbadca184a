"""The index of measures: rows derived from adopted texts, never typed in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.vocabulary import BodyRole


class Measure(models.Model):
    """One measure of an adopted text. Rebuilt from it at will: nothing may refer to this row.

    What must outlast a rebuild refers to ``(revision.translation_key, block_id)``.
    """

    revision = models.ForeignKey(
        "plandocs.PlanRevisionPage", models.CASCADE, related_name="measures"
    )
    block_id = models.UUIDField(_("place in the text"))
    position = models.PositiveSmallIntegerField(_("order"))
    number = models.CharField(_("number as printed"), max_length=20, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    text = models.TextField(_("text"), blank=True)
    focus_area_id = models.UUIDField(_("focus area"), null=True, blank=True)
    focus_area = models.CharField(_("focus area"), max_length=255, blank=True)
    level = models.CharField(_("level"), max_length=100, blank=True)
    deadline = models.CharField(_("deadline as printed"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["revision_id", "position"]
        constraints = [
            models.UniqueConstraint(name="measure_once_a_text", fields=["revision", "block_id"])
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.number, self.title or self.text[:80]]))


class MeasureBody(models.Model):
    """A body's part in a measure."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="bodies")
    organisation = models.ForeignKey(
        "plandocs.Organisation", models.PROTECT, null=True, blank=True, related_name="measure_parts"
    )
    as_printed = models.CharField(_("as printed"), max_length=255)
    role = models.CharField(_("role"), max_length=16, choices=BodyRole)

    class Meta:
        verbose_name = _("body in a measure")
        verbose_name_plural = _("bodies in measures")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.as_printed
