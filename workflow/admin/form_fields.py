"""Fields that the officials' forms share: lines as a list, days, numbers of persons, choices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from workflow.rules.years import FIRST_YEAR, LAST_YEAR

LONGEST_KEY = 18  # digits
NONE_WORDS = {"inga", "inget", "ingen", "none", "-", "–"}


class LinesField(forms.CharField):
    """A text area read as a list, one item a line. “Inga” says that there are none.

    ``longest`` is how many characters a line may have.
    """

    widget = forms.Textarea
    default_error_messages = {
        "line": _("“%(line)s …” is too long: a line holds %(longest)d characters at most.")
    }

    def __init__(
        self, *, rows: int = 3, required: bool = False, longest: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(required=required, **kwargs)
        self.longest = longest
        self.widget.attrs["rows"] = rows

    def to_python(self, value: object) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines()]
        return [line for line in lines if line]

    def run_validators(self, value: list[str]) -> None:
        """Try the text itself; a list hides what no database keeps."""
        super().run_validators("\n".join(value))
        for line in value:
            if self.longest is not None and len(line) > self.longest:
                told = {"line": line[:40], "longest": self.longest}
                raise forms.ValidationError(self.error_messages["line"], code="line", params=told)

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list) else value


def said_none(lines: list[str]) -> bool:
    """Whether the lines say in words that there is nothing to list."""
    return len(lines) == 1 and lines[0].casefold().rstrip(".") in NONE_WORDS


def listed(lines: list[str]) -> list[str]:
    """Return the lines, or nothing where they say that there is nothing."""
    return [] if said_none(lines) else lines


class DayField(forms.DateField):
    """A day of the record."""

    widget = AdminDateInput
    default_error_messages = {
        "invalid": _("Write the day as year-month-day, for example 2026-05-29."),
        "required": _("Write the day, for example 2026-05-29."),
        "year": _("The year cannot be right. Check it."),
    }

    def validate(self, value: date | None) -> None:
        """Refuse a slip of the year that no record can hold, and no calendar can count from."""
        super().validate(value)
        if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["year"], code="year")


class RowField(forms.ModelChoiceField):
    """A row of a table whose rows are found by way of another, as pages are."""

    def to_python(self, value: Any) -> Any:
        refuse_long(self, [value])
        return super().to_python(value)


class RowsField(forms.ModelMultipleChoiceField):
    """Any number of rows."""

    def clean(self, value: Any) -> Any:
        """Refuse a number that no database can be asked for."""
        refuse_long(self, value or [])
        return super().clean(value)


def refuse_long(field: forms.ModelChoiceField, keys: Iterable[object]) -> None:
    """Refuse, as a choice that there is not, a key with more digits than any row has."""
    for key in keys:
        if isinstance(key, str) and len(key) > LONGEST_KEY:
            message = field.error_messages["invalid_choice"]
            raise forms.ValidationError(
                message, code="invalid_choice", params={"pk": key, "value": key}
            )


class CountField(forms.IntegerField):
    """A number of persons."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, min_value=0, max_value=2000, **kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "class": "count-input"})


def choose_among(form: forms.Form, name: str, found: Iterable[tuple[object, object]]) -> None:
    """Let a field of ``form`` be chosen among values with their labels."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(found)


def choose_among_rows(form: forms.Form, name: str, found: QuerySet) -> None:
    """Let a field of ``form`` be chosen among rows of the database."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = found
