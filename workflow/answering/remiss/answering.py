"""The whole form of an answer: the answer and its points, read and checked together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from plandocs.models import Organisation, RemissRoundPage
from plandocs.vocabulary import WITH_COMMENTS, WITHOUT_COMMENTS, AnswerChannel, Stance
from workflow.answering.remiss.forms import AnswerForm, one_of_each
from workflow.answering.remiss.place_choices import place_choices
from workflow.answering.remiss.point_forms import PointFormSet, said_before
from workflow.services.remiss import NewAnswer


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
        data: QueryDict | None = None,
        about: str = "",
        form_key: UUID | None = None,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        self.page = page
        begun = data if data is not None and "add_point" in data else None
        self.adds_point = begun is not None
        bound = data if begun is None else None
        said = said_before(begun) if begun is not None else [{"place": about}]
        places = place_choices(page, also=[about, *(point["place"] for point in said)], data=data)
        self.form_key = form_key or uuid4()
        start: dict[str, object] = {"form_key": self.form_key, **(initial or {})}
        if begun is not None:
            start |= one_of_each(begun)
        self.form = form_class(bound, page=page, initial=start)
        self.points = PointFormSet(bound, places=places, initial=said if bound is None else None)
        if bound is None:
            self.points.extra = int(self.adds_point)
        if begun is not None:
            self.points.forms[-1].fields["place"].widget.attrs["autofocus"] = True

    @property
    def is_bound(self) -> bool:
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
        points, text = self.points.said(), self.form.cleaned_data.get("text", "")
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
        self.form.add_error(None, message)

    def answer(self, channel: AnswerChannel, *, of: Organisation | None = None) -> NewAnswer:
        """Return the answer as it is filed, ``of`` a body that the form may name."""
        cleaned = self.form.cleaned_data
        return NewAnswer(
            channel=channel,
            stance=Stance(cleaned["stance"]),
            points=self.points.said(),
            organisation=of,
            respondent=cleaned.get("respondent", ""),
            email=cleaned["email"],
            text=cleaned["text"],
            replies=self.form.replies(),
        )

    @property
    def sent_key(self) -> UUID:
        """The key by which the form is known if it is sent again."""
        key: UUID = self.form.cleaned_data["form_key"] or self.form_key
        return key


def _problems_of(form: forms.Form) -> Iterable[Problem]:
    for message in form.non_field_errors():
        yield Problem("", "", str(message))
    for field in form:
        for message in field.errors:
            yield Problem(str(field.label), f"{field.auto_id}", str(message))
