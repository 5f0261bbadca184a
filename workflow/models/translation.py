"""The fact that a translation was released to the public."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


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
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("released translation")
        verbose_name_plural = _("released translations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.page)
