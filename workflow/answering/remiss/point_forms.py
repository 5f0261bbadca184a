"""The comments of an answer, each about a place of the text."""

from collections.abc import Mapping, Sequence
from typing import cast
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from workflow.answering.remiss.place_choices import Choice
from workflow.services.remiss import NewPoint

LONGEST_POINT = 20_000
MOST_POINTS = 200


class PointForm(forms.Form):
    """One comment, and what in the text it is about."""

    use_required_attribute = False

    place = forms.ChoiceField(label=_("What is your comment about?"), required=False)
    text = forms.CharField(
        label=_("Your comment"),
        required=False,
        max_length=LONGEST_POINT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def point(self) -> NewPoint | None:
        """Return what was said, or nothing where nothing was."""
        text = self.cleaned_data.get("text", "").strip()
        place = self.cleaned_data.get("place")
        return NewPoint(UUID(place) if place else None, text) if text else None


class Points(forms.BaseFormSet[PointForm]):
    """The comments of one answer."""

    default_error_messages = {
        "too_many_forms": _(
            "An answer holds %(num)d comments at most. Send these, and the rest in a second answer."
        )
    }

    def __init__(
        self,
        data: QueryDict | None,
        *,
        places: Sequence[Choice],
        initial: Sequence[Mapping[str, str]] | None = None,
    ) -> None:
        super().__init__(data, prefix="points", initial=initial)
        self.places = places

    def add_fields(self, form: PointForm, index: int | None) -> None:
        """Offer the places of this text, and let the script know the fields."""
        super().add_fields(form, index)
        place = form.fields["place"]
        assert isinstance(place, forms.ChoiceField)
        place.choices = self.places
        for name in ("place", "text"):
            form.fields[name].widget.attrs["data-point"] = name

    def said(self) -> list[NewPoint]:
        points = (form.point() for form in self.forms)
        return [point for point in points if point is not None]


PointFormSet = cast(
    type[Points],
    forms.formset_factory(
        PointForm,
        formset=Points,
        extra=1,
        max_num=MOST_POINTS,
        absolute_max=MOST_POINTS,
        validate_max=True,
    ),
)


def said_before(data: QueryDict) -> list[dict[str, str]]:
    """Return the points of a form that was sent only to get room for one more."""
    told = data.get("points-TOTAL_FORMS", "")
    is_number = told.isdecimal() and len(told) <= len(str(MOST_POINTS))
    total = min(int(told), MOST_POINTS - 1) if is_number else 0
    return [
        {name: data.get(f"points-{number}-{name}", "") for name in ("place", "text")}
        for number in range(total)
    ]
