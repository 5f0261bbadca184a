"""The fact that a text was sent out on remiss."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


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
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("opened remiss")
        verbose_name_plural = _("opened remisser")
        ordering = ["opened_on", "pk"]

    def __str__(self) -> str:
        return str(self.page)
