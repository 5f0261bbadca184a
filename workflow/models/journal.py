"""The number that a document got in the journal of its case."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JournalEntry(models.Model):
    """That a document was registered, under a number that is its own for good (OSL 5 kap. 1–2 §§).

    ``key`` is the fact that was registered, as ``workflow.record.journal`` names it; what the
    journal says of it is told from that fact.
    """

    case = models.ForeignKey(
        "plandocs.Case", related_name="journal_entries", on_delete=models.PROTECT
    )
    number = models.PositiveIntegerField(_("number"))
    key = models.CharField(max_length=60)
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        ordering = ["case_id", "number"]
        constraints = [
            models.UniqueConstraint(name="journal_number_once", fields=["case", "number"]),
            models.UniqueConstraint(name="registered_once", fields=["case", "key"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
