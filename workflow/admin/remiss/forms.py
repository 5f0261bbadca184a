"""The forms of the officials' remiss screens."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from plandocs.models import Case, Organisation, RemissPoint
from plandocs.text.canonical import organisation_codes
from plandocs.text.compare import BlockChange, TextBlock
from plandocs.text.walk import stream_of
from plandocs.vocabulary import OrganisationType, PointResponse
from workflow.answering.remiss.forms import AnswerForm
from workflow.answering.remiss.place_choices import HEADED
from workflow.rules.calendar import next_vardag
from workflow.services.memos import as_html

SUGGESTED_WEEKS = 8
NOT_SUGGESTED = (
    OrganisationType.FULLMAKTIGE,
    OrganisationType.STYRELSE,
    OrganisationType.UTSKOTT,
)
_LABEL_LENGTH = 100


def suggested_last_day(opened_on: date) -> date:
    """Return a last day that gives a nämnd time to meet: eight weeks on, and a vardag."""
    return next_vardag(opened_on + timedelta(weeks=SUGGESTED_WEEKS))


@dataclass(frozen=True, slots=True)
class BodyChoice:
    """A body that may be asked; ``is_named`` where the text makes it responsible."""

    organisation: Organisation
    is_chosen: bool
    is_named: bool


class OpenRemissForm(forms.Form):
    """Who is asked, about what, and by when."""

    to = forms.ModelMultipleChoiceField(
        label=_("Who is asked"),
        queryset=Organisation.objects.all(),
        required=False,
    )
    is_public = forms.BooleanField(
        label=_("Let anyone answer"),
        help_text=_("A form on the public page takes answers from everybody, without an account."),
        required=False,
    )
    closes_on = forms.DateField(
        label=_("Last day to answer"),
        help_text=_("The day counts in full. Eight weeks give a committee time to meet."),
        widget=AdminDateInput,
    )
    questions = forms.CharField(
        label=_("Questions"),
        help_text=_("What you above all want to know, one question a line. May be left empty."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    missive = forms.CharField(
        label=_("Covering letter"),
        help_text=_("Why the proposal has been made, and what happens with the answers."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, data: Any = None, *, case: Case, on: date) -> None:
        named = named_bodies(case)
        suggested = [body.pk for body in named if body.type not in NOT_SUGGESTED]
        initial = {"to": suggested, "closes_on": suggested_last_day(on)}
        super().__init__(data, initial=initial)
        self.named = {body.pk for body in named}

    def bodies(self) -> Iterator[tuple[str, list[BodyChoice]]]:
        """Return every body by its type, those that decide last, with whether it is chosen."""
        chosen = {str(pk) for pk in self["to"].value() or []}
        by_type: dict[str, list[BodyChoice]] = {}
        for body in Organisation.objects.all():
            choice = BodyChoice(body, str(body.pk) in chosen, body.pk in self.named)
            by_type.setdefault(body.type, []).append(choice)
        order = sorted(OrganisationType, key=lambda kind: kind in NOT_SUGGESTED)
        for kind in order:
            if kind in by_type:
                yield str(kind.label), by_type[kind]

    def clean_questions(self) -> list[str]:
        """Return the questions, one of each line."""
        return [
            line.strip() for line in self.cleaned_data["questions"].splitlines() if line.strip()
        ]

    def clean_missive(self) -> str:
        """Return the covering letter as rich text, one paragraph a line."""
        return as_html(self.cleaned_data["missive"].splitlines())


def named_bodies(case: Case) -> list[Organisation]:
    """Return the bodies to which the text gives something to do."""
    text = case.latest_text()
    codes = organisation_codes(stream_of(text.body))
    return list(Organisation.objects.filter(pk__in=codes))


class ExtendForm(forms.Form):
    """A later last day."""

    closes_on = forms.DateField(label=_("New last day"), widget=AdminDateInput)


class RenewLinkForm(forms.Form):
    """Where the new link is sent."""

    email = forms.EmailField(label=_("E-mail address"), required=False)


class RegisterForm(AnswerForm):
    """An answer that came by letter or e-mail, as the registrar files it."""

    organisation = forms.ModelChoiceField(
        label=_("From"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("Somebody who is not in the register"),
    )
    respondent = forms.CharField(
        label=_("Name, if not in the register"), required=False, max_length=200
    )
    received_on = forms.DateField(label=_("Came in on"), widget=AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stance"].label = _("Standpoint")
        self.fields["text"].label = _("The answer, in full or in short")
        self.fields["text"].help_text = _("What is not said in a comment of its own below.")
        self.fields["email"].help_text = _("Only if whoever answered wants a copy by e-mail.")
        self.fields["email"].widget.attrs["autocomplete"] = "off"


class BemotandeForm(forms.Form):
    """What is done with one point, why, and where in the text it shows."""

    use_required_attribute = False

    response = forms.ChoiceField(
        label=_("What is done"),
        choices=PointResponse.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is done with the comment.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Whoever answered will read why. Write a sentence or two.")},
    )
    block_id = forms.ChoiceField(label=_("Changed place in the text"), required=False)

    def __init__(
        self, data: Any = None, *, point: RemissPoint, places: list[Any], changed: set[str]
    ) -> None:
        super().__init__(data, prefix=f"point-{point.pk}", initial=_initial(point, changed))
        field = self.fields["block_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = places

    def clean_block_id(self) -> UUID | None:
        """Return the place, or nothing."""
        value = self.cleaned_data["block_id"]
        return UUID(value) if value else None


def _initial(point: RemissPoint, changed: set[str]) -> dict[str, Any]:
    """Start from what was said before; else from the place commented on, where it has changed."""
    bemotande = getattr(point, "bemotande", None)
    if bemotande is not None:
        return {
            "response": bemotande.response,
            "reason": bemotande.reason,
            "block_id": str(bemotande.block_id or ""),
        }
    place = str(point.block_id or "")
    return {"block_id": place if place in changed else ""}


def changed_place_choices(
    changes: Iterable[BlockChange], blocks: Iterable[TextBlock], *, used: set[str]
) -> list[tuple[str, Any]]:
    """Return the places a bemötande may point at: first those that have changed since."""
    changed = [(change.id, _label(change)) for change in changes if change.id]
    known = {block_id for block_id, _name in changed}
    others = [
        (block.id, _label(block))
        for block in blocks
        if block.id not in known and (block.kind in HEADED or block.id in used)
    ]
    groups = [
        (gettext("Changed since the remiss"), changed),
        (gettext("Not changed"), others),
    ]
    return [("", gettext("No certain place")), *(group for group in groups if group[1])]


def _label(block: BlockChange | TextBlock) -> str:
    words = block.text if isinstance(block, TextBlock) else (block.after or block.before)
    place = block.place.split(" › ")[-1]
    named = words if words.startswith(place) else f"{place}: {words}"
    return str(Truncator(" ".join(named.split())).chars(_LABEL_LENGTH))
