"""The form from which a text is sent out on remiss."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plandocs.models import Case, Organisation
from plandocs.text.canonical import organisation_codes
from plandocs.text.stored import stream_of
from plandocs.vocabulary import OrganisationType
from workflow.admin.form_fields import DayField, RowsField
from workflow.rules.calendar import next_vardag
from workflow.services.memos import as_html

SUGGESTED_WEEKS = 8
NOT_SUGGESTED = (OrganisationType.FULLMAKTIGE, OrganisationType.STYRELSE, OrganisationType.UTSKOTT)


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

    to = RowsField(label=_("Who is asked"), queryset=Organisation.objects.all(), required=False)
    is_public = forms.BooleanField(
        label=_("Let anyone answer"),
        help_text=_("A form on the public page takes answers from everybody, without an account."),
        required=False,
    )
    closes_on = DayField(
        label=_("Last day to answer"),
        help_text=_("The day counts in full. Eight weeks give a committee time to meet."),
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

    def __init__(self, *, case: Case, on: date, initial: object = None, **kwargs: Any) -> None:
        named = named_bodies(case)
        suggested = [body.pk for body in named if body.type not in NOT_SUGGESTED]
        suggestions = {"to": suggested, "closes_on": suggested_last_day(on)}
        super().__init__(initial=suggestions, **kwargs)
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
