"""The form for feedback on accessibility (DOS-lagen 2018:1937, 12–15 §§)."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plandocs.models import AccessibilityFeedback


class FeedbackForm(forms.ModelForm):
    """What does not work, on which page, and where to send an answer.

    ``website`` is a trap: people do not see it, programs fill it in. What is trapped is taken
    with thanks and thrown away.
    """

    required_css_class = "required"

    website = forms.CharField(required=False, label=_("Leave this empty"))

    class Meta:
        model = AccessibilityFeedback
        fields = ["message", "page_address", "email"]
        labels = {
            "message": _("What does not work?"),
            "page_address": _("On which page?"),
            "email": _("Your e-mail address"),
        }
        help_texts = {
            "message": _("Do not write anything about your health or other private matters."),
            "page_address": _("The address of the page, if you have it."),
            "email": _("Only if you want an answer. We use it for nothing else."),
        }
        widgets = {
            "message": forms.Textarea(attrs={"rows": 6}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="feedback-%s")

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))
