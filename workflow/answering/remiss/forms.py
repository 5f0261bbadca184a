"""The form in which a remiss is answered: standpoint, answers to questions, and the whole."""

from collections.abc import Mapping

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plandocs.models import RemissRoundPage
from plandocs.vocabulary import WITHOUT_COMMENTS, Stance
from workflow.answering.remiss.point_forms import LONGEST_POINT
from workflow.services.remiss import Reply

LONGEST_TEXT = 100_000
STANDPOINTS = {
    Stance.TILLSTYRKER: _("Supports – the proposal is good as it is"),
    Stance.TILLSTYRKER_MED_SYNPUNKTER: _("Supports, with comments – good, but change this"),
    Stance.SYNPUNKTER: _("Comments – neither for nor against"),
    Stance.AVSTYRKER: _("Opposes – the proposal should not be adopted"),
    Stance.INGET_ATT_ERINRA: _("Nothing to object"),
    Stance.AVSTAR: _("Declines to answer"),
}


def _standpoint(*, without: Stance | None = None) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Where do you stand as a whole?"),
        choices=[item for item in STANDPOINTS.items() if item[0] != without],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the standpoint that is closest to yours.")},
    )


class QuickAnswerForm(forms.Form):
    """An answer that says no more than that there is nothing to say."""

    form_key = forms.UUIDField(required=False)
    stance = forms.ChoiceField(choices=[(value, STANDPOINTS[value]) for value in WITHOUT_COMMENTS])


class AnswerForm(forms.Form):
    """What an answer says as a whole. ``website`` is a trap that people do not see.

    What falls into the trap is asked to be sent again: an answer must never be thrown away.
    """

    use_required_attribute = False

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    stance = _standpoint()
    text = forms.CharField(
        label=_("Anything else"),
        help_text=_("What concerns the whole, or does not fit in above."),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Only if you want a receipt, and a link to follow what comes of your answer."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        page: RemissRoundPage,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.page = page
        for number, question in enumerate(page.questions, start=1):
            self.fields[f"question-{number}"] = forms.CharField(
                label=question,
                required=False,
                max_length=LONGEST_POINT,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def clean_website(self) -> str:
        """Ask a person whose browser filled in the trap to send once more."""
        if self.cleaned_data["website"]:
            self.rewrite("website", "")
            raise forms.ValidationError(
                gettext("A field that nobody should see was filled in. Send once more.")
            )
        return ""

    def rewrite(self, name: str, value: str) -> None:
        """Let the form, when it is shown again, hold another value than the one sent."""
        self.data = {**one_of_each(self.data), name: value}

    def questions(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("question-")]

    def replies(self) -> list[Reply]:
        given = (
            Reply(question, self.cleaned_data.get(f"question-{number}", "").strip())
            for number, question in enumerate(self.page.questions, start=1)
        )
        return [reply for reply in given if reply.answer]


class OpenAnswerForm(AnswerForm):
    """An answer from anyone, who may leave a name or not, and need not decline."""

    stance = _standpoint(without=Stance.AVSTAR)
    respondent = forms.CharField(
        label=_("Your name, or the organisation you answer for"),
        help_text=_("You need not say who you are."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


def one_of_each(data: Mapping[str, object]) -> dict[str, object]:
    """Return what was sent, one value a field: a QueryDict unpacks to lists."""
    return {name: data[name] for name in data}
