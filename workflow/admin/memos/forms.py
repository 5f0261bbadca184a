"""The form of a tjänsteskrivelse."""

import re
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from plandocs.models import TjansteskrivelsePage
from plandocs.text.compare import plain
from workflow.admin.form_fields import LinesField
from workflow.services.memos import MemoWords

LONGEST_TITLE = 255  # as the record keeps it
_FORMATTED = re.compile(r"<(?!/?p\b|br\b)[a-z]", re.IGNORECASE)


class MemoForm(forms.Form):
    """What the official writes. Plain text: a new line is a new paragraph."""

    use_required_attribute = False

    proposal = LinesField(
        label=_("Proposed decision"),
        rows=4,
        required=True,
        help_text=_(
            "One point a line, written as if the body had already decided. "
            "It can then be moved unchanged into the minutes."
        ),
        error_messages={"required": _("Write what the body is to decide.")},
    )
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A few sentences. A new line is a new paragraph."),
    )
    background = forms.CharField(
        label=_("Background"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Written from what is recorded in the case. Change what you like."),
    )
    assessment = forms.CharField(
        label=_("Assessment"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Your reasons, with what it means for economy and for children."),
    )
    attachments = LinesField(
        label=_("Attachments"), help_text=_("One title a line."), longest=LONGEST_TITLE
    )

    def words(self) -> MemoWords:
        """Return what was written, once it is valid."""
        return MemoWords(**{name: self.cleaned_data[name] for name in MemoForm.base_fields})


class NewMemoForm(MemoForm):
    """The form of a memo that has not been saved yet, known again when it is sent twice."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)


def words_of(memo: TjansteskrivelsePage) -> dict[str, object]:
    """Return what the form starts from when a memo is opened again."""
    return {
        "proposal": memo.proposals,
        "summary": plain(memo.summary),
        "background": plain(memo.background),
        "assessment": plain(memo.assessment),
        "attachments": [attachment.title for attachment in memo.attachments.all()],
    }


def is_formatted(memo: TjansteskrivelsePage) -> bool:
    """Whether somebody has given the memo lists or emphasis, which plain text would lose."""
    texts = (memo.summary, memo.background, memo.assessment)
    return any(_FORMATTED.search(text) for text in texts)
