"""A marked change of the text after a body has had it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.text.compare import Form, FormChange, form_in_words
from plandocs.vocabulary import ChangeKind


class TextChange(models.Model):
    """One block's change: what it said before and after, and whether it touches the substance.

    An amendment decided by a body names the decision; any other change is an official's.
    """

    case = models.ForeignKey("plandocs.Case", related_name="changes", on_delete=models.PROTECT)
    decision = models.ForeignKey(
        "workflow.Decision", null=True, blank=True, related_name="changes", on_delete=models.PROTECT
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ChangeKind)
    block_id = models.UUIDField(_("place in the text"), null=True, blank=True)
    place = models.CharField(_("the place in words"), max_length=255, blank=True)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    form = models.JSONField(
        _("besides the words"),
        default=list,
        blank=True,
        help_text=_("What changed that the words do not show, such as the address of a link."),
    )
    block_sha256_before = models.CharField(
        max_length=64, blank=True, help_text=_("Of the place in the text, before the change.")
    )
    block_sha256_after = models.CharField(
        max_length=64, blank=True, help_text=_("Of the place in the text, after the change.")
    )
    made_on = models.DateField(_("made on"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    registered_at = models.DateTimeField(auto_now_add=True)
    sha256_after = models.CharField(
        max_length=64, help_text=_("Of the whole text, when this change had been made.")
    )

    class Meta:
        verbose_name = _("change of the text")
        verbose_name_plural = _("changes of the text")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.place}"

    @property
    def has_sums(self) -> bool:
        """Whether it says which state of the block it led from and to; an older one does not."""
        return bool(self.block_sha256_before or self.block_sha256_after)

    @property
    def form_in_words(self) -> list[str]:
        """What changed besides the words, each as a sentence in the active language."""
        changes = (FormChange(**{**kept, "what": Form(kept["what"])}) for kept in self.form)
        return [form_in_words(change) for change in changes]
