"""The fact that a memo was sent to a body, with the text it was sent with."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.models import TjansteskrivelsePage


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Questions about memos that were sent."""

    def last_up(self) -> "Submission | None":
        """Return the last that sent its case up, whatever day it carries."""
        return self.filter(moved_case=True).order_by("pk").last()


class Submission(models.Model):
    """A memo sent to a body. Written once."""

    case = models.ForeignKey("plandocs.Case", related_name="submissions", on_delete=models.PROTECT)
    memo = models.OneToOneField(
        "plandocs.TjansteskrivelsePage", related_name="submission", on_delete=models.PROTECT
    )
    body = models.ForeignKey("plandocs.Organisation", related_name="+", on_delete=models.PROTECT)
    sent_on = models.DateField(_("sent on"))
    moved_case = models.BooleanField(
        _("sent the case up"), help_text=_("False for a memo that was only filed.")
    )
    text_revision = models.ForeignKey(
        "wagtailcore.Revision", related_name="+", on_delete=models.PROTECT
    )
    text_sha256 = models.CharField(max_length=64)
    despite = models.JSONField(_("sent in spite of"), default=list)
    note = models.TextField(_("note"), blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    registered_at = models.DateTimeField(auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sent memo")
        verbose_name_plural = _("sent memos")
        ordering = ["sent_on", "pk"]

    def __str__(self) -> str:
        return f"{self.body} {self.sent_on}"


def is_sent(memo: TjansteskrivelsePage) -> bool:
    """Whether a body has received the memo."""
    return hasattr(memo, "submission")
