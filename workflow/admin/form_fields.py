"""Fields that the officials' forms share: lines as a list, whole files of text, days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

NONE_WORDS = {"inga", "inget", "ingen", "none", "-", "–"}


class LinesField(forms.CharField):
    """A text area read as a list, one item a line. “Inga” says that there are none."""

    widget = forms.Textarea

    def __init__(self, *args: Any, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(*args, **kwargs)
        self.widget.attrs["rows"] = rows

    def to_python(self, value: Any) -> Any:
        """Return the lines that hold words."""
        lines = [line.strip() for line in str(value or "").splitlines()]
        return [line for line in lines if line]

    def run_validators(self, value: Any) -> None:
        """Try the text itself; a list hides what no database keeps."""
        super().run_validators("\n".join(value))

    def prepare_value(self, value: Any) -> Any:
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", AdminDateInput)
        kwargs.setdefault(
            "error_messages",
            {
                "invalid": _("Write the day as year-month-day, for example 2026-05-29."),
                "required": _("Write the day, for example 2026-05-29."),
            },
        )
        super().__init__(*args, **kwargs)


class CountField(forms.IntegerField):
    """A number of persons."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("min_value", 0)
        kwargs.setdefault("max_value", 2000)
        super().__init__(*args, **kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "class": "count-input"})
