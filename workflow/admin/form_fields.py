"""Fields that the officials' forms share: lines as a list, days, numbers of persons, choices."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

NONE_WORDS = {"inga", "inget", "ingen", "none", "-", "–"}


class LinesField(forms.CharField):
    """A text area read as a list, one item a line. “Inga” says that there are none."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 3, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        self.widget.attrs["rows"] = rows

    def to_python(self, value: object) -> Any:
        """Return the lines that hold words."""
        lines = [line.strip() for line in str(value or "").splitlines()]
        return [line for line in lines if line]

    def run_validators(self, value: list[str]) -> None:
        """Try the text itself; a list hides what no database keeps."""
        super().run_validators("\n".join(value))

    def prepare_value(self, value: object) -> object:
        """Print a list as lines."""
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
    }


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
