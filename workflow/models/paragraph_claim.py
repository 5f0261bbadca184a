"""The lock that lets a § of a body's year stand for one decision only."""

from django.db import models

from workflow.models.decision import Decision


class ParagraphClaim(models.Model):
    """Which decision a § of a body and year stands for: a lock, not a fact."""

    body = models.ForeignKey("plandocs.Organisation", related_name="+", on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    decision = models.OneToOneField(Decision, related_name="claim", on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_decision_a_paragraph", fields=["body", "year", "number"]
            )
        ]

    def __str__(self) -> str:
        return f"§ {self.number}/{self.year}"
