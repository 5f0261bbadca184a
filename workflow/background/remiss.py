"""The sending of a text on remiss: when, to whom, until when, and what became of the text."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflow.background.record import Record, Round
from workflow.record.prose import (
    bodies_listed,
    day_in_words,
    in_words,
    listed,
    place_of_change,
    quoted,
)

_MOST_ASKED = 8
_MOST_QUESTIONS = 3
_MOST_PLACES = 4


def sent_out(page: Round, record: Record) -> Iterator[str]:
    """Tell when the text was sent out, to whom, until when and with which questions."""
    yield _sending(page, record) % {
        "day": day_in_words(page.page.opened_on),
        "bodies": bodies_listed(page.asked[: _MOST_ASKED if len(page.asked) <= _MOST_ASKED else 3]),
        "count": in_words(len(page.asked)),
    }
    yield _last_day(page, record)
    questions = page.page.questions
    if 0 < len(questions) <= _MOST_QUESTIONS:
        yield ngettext(
            "Whoever answered was asked especially about the question %(questions)s.",
            "Whoever answered was asked especially about the questions %(questions)s.",
            len(questions),
        ) % {"questions": listed([quoted(question) for question in questions])}


def reworked(page: Round) -> str:
    """Tell what became of the text after the remiss."""
    if page.was_changed_later:
        return _("The text was not changed before the case went up after the remiss.")
    if not page.changes:
        return _("The text was not changed after the remiss.")
    places = list(
        dict.fromkeys(
            filter(None, (place_of_change(c.place, c.before, c.after) for c in page.changes))
        )
    )
    number = len(page.changes)
    if not places:
        return ngettext(
            "After the remiss the text was changed in one place.",
            "After the remiss the text was changed in %(count)s places.",
            number,
        ) % {"count": in_words(number)}
    if len(places) <= _MOST_PLACES:
        return ngettext(
            "After the remiss the text was changed in one place, under %(places)s.",
            "After the remiss the text was changed in %(count)s places, under %(places)s.",
            number,
        ) % {"count": in_words(number), "places": listed(places)}
    return _(
        "After the remiss the text was changed in %(count)s places, among others under %(places)s."
    ) % {"count": in_words(number), "places": listed(places[:_MOST_PLACES])}


def _sending(page: Round, record: Record) -> str:
    again = record.rounds.index(page) > 0
    if not page.asked:
        return (
            _("On %(day)s the proposal was once more sent out on remiss, open to anybody.")
            if again
            else _("On %(day)s the proposal was sent out on remiss, open to anybody.")
        )
    if len(page.asked) > _MOST_ASKED:
        return _to_many(again=again, is_public=page.page.is_public)
    if page.page.is_public:
        return (
            _(
                "On %(day)s the proposal was once more sent on remiss to %(bodies)s. "
                "The public could answer as well."
            )
            if again
            else _(
                "On %(day)s the proposal was sent on remiss to %(bodies)s. "
                "The public could answer as well."
            )
        )
    return (
        _("On %(day)s the proposal was once more sent on remiss to %(bodies)s.")
        if again
        else _("On %(day)s the proposal was sent on remiss to %(bodies)s.")
    )


def _to_many(*, again: bool, is_public: bool) -> str:
    if is_public:
        return (
            _(
                "On %(day)s the proposal was once more sent on remiss to %(count)s bodies, among "
                "them %(bodies)s. The public could answer as well."
            )
            if again
            else _(
                "On %(day)s the proposal was sent on remiss to %(count)s bodies, among them "
                "%(bodies)s. The public could answer as well."
            )
        )
    return (
        _(
            "On %(day)s the proposal was once more sent on remiss to %(count)s bodies, among them "
            "%(bodies)s."
        )
        if again
        else _(
            "On %(day)s the proposal was sent on remiss to %(count)s bodies, among them %(bodies)s."
        )
    )


def _last_day(page: Round, record: Record) -> str:
    days = {
        "first": day_in_words(page.page.first_closes_on),
        "last": day_in_words(page.page.closes_on),
    }
    if not (page.is_closed or page.page.is_over_on(record.on)):
        return _("Answers are taken until %(last)s, so what follows is preliminary.") % days
    if page.was_extended:
        return (
            _("The last day to answer was first %(first)s, and was put off until %(last)s.") % days
        )
    return _("The last day to answer was %(last)s.") % days
