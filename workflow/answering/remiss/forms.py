"""The form in which a remiss is answered: standpoint, points on the text, answers to questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plandocs.models import RemissRoundPage
from plandocs.text.compare import TextBlock, blocks_of_stream
from plandocs.vocabulary import WITH_COMMENTS, WITHOUT_COMMENTS, Stance
from workflow.services.remiss import NewPoint, Reply

LONGEST_TEXT = 100_000
LONGEST_POINT = 20_000
MOST_POINTS = 200
HEADED = {"section", "subsection", "subsubsection", "focus_area", "definition", "measure"}
STANDPOINTS = {
    Stance.TILLSTYRKER: _("Supports – the proposal is good as it is"),
    Stance.TILLSTYRKER_MED_SYNPUNKTER: _("Supports, with comments – good, but change this"),
    Stance.SYNPUNKTER: _("Comments – neither for nor against"),
    Stance.AVSTYRKER: _("Opposes – the proposal should not be adopted"),
    Stance.INGET_ATT_ERINRA: _("Nothing to object"),
    Stance.AVSTAR: _("Declines to answer"),
}
_LABEL_LENGTH = 90


class QuickAnswerForm(forms.Form):
    """An answer that says no more than that there is nothing to say."""

    form_key = forms.UUIDField(required=False)
    stance = forms.ChoiceField(choices=[(value, STANDPOINTS[value]) for value in WITHOUT_COMMENTS])


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

    def __init__(self, *args: Any, places: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = places
        for name in ("place", "text"):
            self.fields[name].widget.attrs["data-point"] = name

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


PointFormSet = forms.formset_factory(
    PointForm,
    formset=Points,
    extra=1,
    max_num=MOST_POINTS,
    absolute_max=MOST_POINTS,
    validate_max=True,
)


class AnswerForm(forms.Form):
    """What an answer says as a whole. ``website`` is a trap that people do not see.

    What falls into the trap is asked to be sent again: an answer must never be thrown away.
    """

    use_required_attribute = False

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    stance = forms.ChoiceField(
        label=_("Where do you stand as a whole?"),
        choices=list(STANDPOINTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the standpoint that is closest to yours.")},
    )
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

    def __init__(self, *args: Any, page: RemissRoundPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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
        self.data = {**_as_dict(self.data), name: value}

    def questions(self) -> list[forms.BoundField]:
        """Return the fields that answer the round's questions."""
        return [self[name] for name in self.fields if name.startswith("question-")]

    def replies(self) -> list[Reply]:
        """Return what was answered to each question that was answered."""
        given = (
            Reply(question, self.cleaned_data.get(f"question-{number}", "").strip())
            for number, question in enumerate(self.page.questions, start=1)
        )
        return [reply for reply in given if reply.answer]


class OpenAnswerForm(AnswerForm):
    """An answer from anyone, who may leave a name or not."""

    respondent = forms.CharField(
        label=_("Your name, or the organisation you answer for"),
        help_text=_("You need not say who you are."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["stance"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [item for item in STANDPOINTS.items() if item[0] != Stance.AVSTAR]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: the field's name, where it is, and the sentence."""

    label: str
    anchor: str
    message: str


class Answering:
    """The whole form: the answer and its points, read and checked together."""

    def __init__(
        self,
        form_class: type[AnswerForm],
        *,
        page: RemissRoundPage,
        data: Any = None,
        about: str = "",
        form_key: UUID | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.page = page
        self.adds_point = data is not None and "add_point" in data
        bound = data if not self.adds_point else None
        said = _said(data) if self.adds_point else [{"place": about}]
        places = place_choices(page, also=[about, *(point["place"] for point in said)], data=data)
        self.form_key = form_key or uuid4()
        start = {"form_key": self.form_key, **(initial or {})}
        if self.adds_point:
            start = {**start, **_as_dict(data)}
        self.form = form_class(bound, page=page, initial=start)
        self.points = PointFormSet(
            bound,
            prefix="points",
            form_kwargs={"places": places},
            initial=said if bound is None else None,
        )
        if bound is None:
            self.points.extra = 1 if self.adds_point else 0
        if self.adds_point:
            self.points.forms[-1].fields["place"].widget.attrs["autofocus"] = True

    @property
    def is_bound(self) -> bool:
        """Whether something was sent to be filed."""
        return self.form.is_bound

    def is_valid(self) -> bool:
        """Whether what was sent can be filed."""
        is_whole = self.form.is_valid() and self.points.is_valid()
        if problem := self._contradiction():
            self.form.add_error("stance", problem)
        return is_whole and not self.form.errors

    def _contradiction(self) -> str:
        """Say what does not go together, as far as each part can be read by itself."""
        stance = self.form.cleaned_data.get("stance")
        if stance is None or not self.points.is_valid():
            return ""
        points, text = self.said_points(), self.form.cleaned_data.get("text", "")
        silent = not (points or self.form.replies() or text.strip() or self.form.errors)
        if points and stance in WITHOUT_COMMENTS:
            return gettext(
                "You have chosen “%(stance)s” but also written comments. Choose another "
                "standpoint, or empty the comments."
            ) % {"stance": Stance(stance).label}
        if silent and stance in WITH_COMMENTS:
            return gettext(
                "You have chosen “%(stance)s”. Write at least one comment, or choose another "
                "standpoint."
            ) % {"stance": Stance(stance).label}
        return ""

    def said_points(self) -> list[NewPoint]:
        """Return the comments that say something."""
        points = (form.point() for form in self.points.forms)
        return [point for point in points if point is not None]

    def problems(self) -> list[Problem]:
        """Return everything to put right, in the order of the page."""
        if not self.is_bound:
            return []
        found = [*_problems_of(self.form), *self._points_problems()]
        order = {"stance": 0, "points": 1}
        return sorted(found, key=lambda problem: order.get(problem.anchor.split("-")[0], 2))

    def _points_problems(self) -> Iterable[Problem]:
        for message in self.points.non_form_errors():
            yield Problem("", "", str(message))
        for form in self.points.forms:
            yield from _problems_of(form)

    def refuse(self, message: str) -> None:
        """Show why the answer was not filed."""
        self.form.add_error(None, message)

    def answer(self) -> dict[str, Any]:
        """Return what ``receive_answer`` files."""
        cleaned = self.form.cleaned_data
        return {
            "stance": Stance(cleaned["stance"]),
            "points": self.said_points(),
            "replies": self.form.replies(),
            "text": cleaned["text"],
            "email": cleaned["email"],
            "form_key": cleaned["form_key"] or self.form_key,
        }


def place_choices(
    page: RemissRoundPage, *, also: Sequence[str] = (), data: Any = None
) -> list[tuple[str, Any]]:
    """Return the places of the text for a select, grouped by what stands on the first level.

    Headings and measures are offered; any other block only where a reader came from it.
    """
    chosen = {*also, *_chosen(data)}
    groups: dict[str, list[tuple[str, str]]] = {}
    for block in blocks_of_stream(list(page.text.raw_data)):
        if block.id and (block.kind in HEADED or block.id in chosen):
            group = Truncator(block.place.split(" › ")[0] or gettext("Text")).chars(_LABEL_LENGTH)
            groups.setdefault(group, []).append((block.id, _label(block)))
    return [("", gettext("The text as a whole")), *groups.items()]


def _label(block: TextBlock) -> str:
    name = block.place.split(" › ")[-1] if block.kind in HEADED else f"“{block.text}”"
    if block.kind == "measure":
        name = f"{name} {block.text}" if not block.text.startswith(name) else block.text
    return str(Truncator(" ".join(name.split())).chars(_LABEL_LENGTH))


def _as_dict(data: Any) -> dict[str, Any]:
    """Return what was sent, one value a field: a QueryDict unpacks to lists."""
    return {name: data[name] for name in data}


def _said(data: Any) -> list[dict[str, str]]:
    """Return the points of a form that was sent only to get room for one more."""
    told = data.get("points-TOTAL_FORMS", "")
    total = min(int(told), MOST_POINTS - 1) if told.isdecimal() else 0
    return [
        {name: data.get(f"points-{number}-{name}", "") for name in ("place", "text")}
        for number in range(total)
    ]


def _chosen(data: Any) -> list[str]:
    return [data[name] for name in data or {} if name.endswith("-place")]


def _problems_of(form: forms.Form) -> Iterable[Problem]:
    for message in form.non_field_errors():
        yield Problem("", "", str(message))
    for field in form:
        for message in field.errors:
            yield Problem(str(field.label), f"{field.auto_id}", str(message))
