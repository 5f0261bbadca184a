"""The remiss in prose: whom the text was sent to, who answered, and what came of what they said."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Organisation, RemissAnswer, RemissPoint
from plandocs.reading.names import within_sentence
from plandocs.vocabulary import OrganisationType, PointResponse, Stance
from workflow.background.record import Record, Round
from workflow.prose import (
    bodies_listed,
    day_in_words,
    in_words,
    listed,
    place_in_words,
    quoted,
    said,
    sentence,
)

_MOST_ASKED = 8
_MOST_ANSWERERS = 8
_MOST_NAMED = 5
_MOST_POINTS = 4
_MOST_QUESTIONS = 3
_MOST_PLACES = 4
_LONGEST_QUOTE = 240


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


def answered(page: Round, record: Record) -> Iterator[str]:
    """Tell how many answered, where they stand, who did not answer and what came late."""
    answers = page.answers
    if not answers:
        yield _("No answer came in.") if page.is_closed else _("No answer has come in yet.")
        return
    yield _counted(page, record)
    standing = _last_of_each(answers)
    if len(standing) <= _MOST_ANSWERERS:
        yield from _stances(standing)
    else:
        yield _distribution(standing)
        yield from _opponents(standing)
    if page.is_closed:
        yield from _silent(page)
    yield from _late(answers)


def met(page: Round) -> Iterator[str]:
    """Tell what the answers said and what was done with it."""
    points = page.points
    if not points:
        return
    if len(points) <= _MOST_POINTS:
        yield from _each(points)
        return
    yield ngettext(
        "The answers held one comment.", "The answers held %(count)s comments.", len(points)
    ) % {"count": in_words(len(points))}
    yield from _responses(points)
    yield from _followed_places(points)
    yield from _reasons(points)


def reworked(page: Round) -> str:
    """Tell what became of the text after the remiss."""
    if not page.changes:
        return _("The text was not changed after the remiss.")
    places = list(dict.fromkeys(filter(None, (place_in_words(c.place) for c in page.changes))))
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
    extensions = [found for found in page.page.extensions.all() if found.decided_on <= record.on]
    first = extensions[0].closed_before if extensions else page.page.closes_on
    days = {"first": day_in_words(first), "last": day_in_words(page.page.closes_on)}
    if page.page.closes_on >= record.on and not page.is_closed:
        return _("Answers are taken until %(last)s, so what follows is preliminary.") % days
    if extensions:
        return (
            _("The last day to answer was first %(first)s, and was put off until %(last)s.") % days
        )
    return _("The last day to answer was %(last)s.") % days


def _counted(page: Round, record: Record) -> str:
    number = len(page.answers)
    words = {"count": sentence(in_words(number)), "day": day_in_words(record.on)}
    if page.is_closed or page.page.closes_on < record.on:
        return ngettext("One answer came in.", "%(count)s answers came in.", number) % words
    return ngettext(
        "Up to %(day)s one answer had come in.",
        "Up to %(day)s %(count)s answers had come in.",
        number,
    ) % {**words, "count": in_words(number)}


def _last_of_each(answers: Sequence[RemissAnswer]) -> list[RemissAnswer]:
    """A body's second answer joins its first, and says where it stands now."""
    standing: dict[object, RemissAnswer] = {}
    for answer in answers:
        standing[answer.organisation_id or ("public", answer.pk)] = answer
    return list(standing.values())


def _stances(answers: Sequence[RemissAnswer]) -> Iterator[str]:
    templates = {
        Stance.TILLSTYRKER: _("%(who)s supported the proposal."),
        Stance.TILLSTYRKER_MED_SYNPUNKTER: _("%(who)s supported the proposal but had comments."),
        Stance.AVSTYRKER: _("%(who)s opposed the proposal."),
        Stance.INGET_ATT_ERINRA: _("%(who)s had nothing to object."),
        Stance.SYNPUNKTER: _("%(who)s gave comments without supporting or opposing the proposal."),
        Stance.AVSTAR: _("%(who)s declined to answer."),
    }
    for stance, template in templates.items():
        found = [answer for answer in answers if answer.stance == stance]
        if found:
            yield sentence(template % {"who": _who(found)})


def _distribution(answers: Sequence[RemissAnswer]) -> str:
    counts = Counter(answer.stance for answer in answers)
    templates = {
        Stance.TILLSTYRKER: _("%(count)s supported the proposal"),
        Stance.TILLSTYRKER_MED_SYNPUNKTER: _("%(count)s supported it but had comments"),
        Stance.AVSTYRKER: _("%(count)s opposed it"),
        Stance.INGET_ATT_ERINRA: _("%(count)s had nothing to object"),
        Stance.SYNPUNKTER: _("%(count)s gave comments without taking a stand"),
        Stance.AVSTAR: _("%(count)s declined to answer"),
    }
    found = [
        template % {"count": in_words(counts[stance])}
        for stance, template in templates.items()
        if counts[stance]
    ]
    return _("Of those who answered, %(stances)s.") % {"stances": listed(found)}


def _opponents(answers: Sequence[RemissAnswer]) -> Iterator[str]:
    against = [answer for answer in answers if answer.stance == Stance.AVSTYRKER]
    named = [body for answer in against if (body := _named(answer))]
    if named and len(named) <= _MOST_NAMED:
        yield _("Among those who opposed it: %(bodies)s.") % {"bodies": bodies_listed(named)}


def _silent(page: Round) -> Iterator[str]:
    silent = page.silent
    if not silent:
        if len(page.asked) > 1:
            yield _("All who were asked answered.")
    elif len(silent) <= _MOST_NAMED:
        yield sentence(_("%(bodies)s did not answer.") % {"bodies": bodies_listed(silent)})
    else:
        yield _("%(count)s of those asked did not answer.") % {
            "count": sentence(in_words(len(silent)))
        }


def _late(answers: Sequence[RemissAnswer]) -> Iterator[str]:
    late = [answer for answer in answers if answer.is_late]
    named = [body for answer in late if (body := _named(answer))]
    if not late:
        return
    if len(named) == len(late) and len(named) <= _MOST_NAMED:
        yield _(
            "What %(bodies)s answered came after the last day but has been taken in all the same."
        ) % {"bodies": bodies_listed(named)}
        return
    yield ngettext(
        "One of the answers came after the last day but has been taken in all the same.",
        "%(count)s of the answers came after the last day but have been taken in all the same.",
        len(late),
    ) % {"count": sentence(in_words(len(late)))}


def _who(answers: Sequence[RemissAnswer]) -> str:
    """Name the bodies; people are counted, since a memo is no place for their names (R51)."""
    named = [within_sentence(body) for answer in answers if (body := _named(answer))]
    public = len(answers) - len(named)
    if public:
        named.append(
            ngettext(
                "one respondent from the public", "%(count)s respondents from the public", public
            )
            % {"count": in_words(public)}
        )
    return listed(named)


def _named(answer: RemissAnswer) -> Organisation | None:
    body = answer.organisation
    return None if body is None or body.type == OrganisationType.PRIVATPERSON else body


def _each(points: Sequence[RemissPoint]) -> Iterator[str]:
    """Tell each point and what was done with it; one voice with several points is named once."""
    before: RemissPoint | None = None
    for point in points:
        same_answer = before is not None and before.answer_id == point.answer_id
        yield _voice(point, continues=same_answer)
        yield _response(point, after=_response_to(before) if before else None)
        before = point


def _voice(point: RemissPoint, *, continues: bool) -> str:
    words = {
        "who": _who([point.answer]),
        "place": place_in_words(point.place),
        "text": said(point.text, limit=_LONGEST_QUOTE),
    }
    if continues and words["place"]:
        return _("The same answer says of %(place)s: %(text)s") % words
    if continues:
        return _("The same answer also says: %(text)s") % words
    if words["place"]:
        return sentence(_("%(who)s wrote about %(place)s: %(text)s") % words)
    return sentence(_("%(who)s wrote: %(text)s") % words)


def _response(point: RemissPoint, *, after: PointResponse | None) -> str:
    """Tell what was done with a point; ``after`` is what was done with the one before it."""
    response = _response_to(point)
    if response is None:
        return _("The comment has not been answered yet.")
    if response == after == PointResponse.BEAKTAS_INTE:
        told = _("Nor has that comment been followed, with the reason %(reason)s.")
    elif response == after == PointResponse.BEAKTAS:
        told = _("That comment has been followed as well, with the reason %(reason)s.")
    else:
        told = {
            PointResponse.BEAKTAS: _("The comment has been followed, with the reason %(reason)s."),
            PointResponse.BEAKTAS_DELVIS: _(
                "The comment has been followed in part, with the reason %(reason)s."
            ),
            PointResponse.BEAKTAS_INTE: _(
                "The comment has not been followed, with the reason %(reason)s."
            ),
            PointResponse.NOTERAS: _("The comment has been noted, with the reason %(reason)s."),
        }[response]
    return told % {"reason": quoted(point.bemotande.reason, limit=_LONGEST_QUOTE)}


def _responses(points: Sequence[RemissPoint]) -> Iterator[str]:
    counts = Counter(_response_to(point) for point in points)
    templates = {
        PointResponse.BEAKTAS: _("%(count)s have been followed"),
        PointResponse.BEAKTAS_DELVIS: _("%(count)s have been followed in part"),
        PointResponse.BEAKTAS_INTE: _("%(count)s have not been followed"),
        PointResponse.NOTERAS: _("%(count)s have been noted"),
        None: _("%(count)s have not been answered yet"),
    }
    found = [
        template % {"count": in_words(counts[response])}
        for response, template in templates.items()
        if counts[response]
    ]
    yield f"{sentence(listed(found))}."


def _response_to(point: RemissPoint) -> PointResponse | None:
    bemotande = getattr(point, "bemotande", None)
    return PointResponse(bemotande.response) if bemotande else None


def _followed_places(points: Sequence[RemissPoint]) -> Iterator[str]:
    followed = (PointResponse.BEAKTAS, PointResponse.BEAKTAS_DELVIS)
    places = list(
        dict.fromkeys(
            place_in_words(point.place)
            for point in points
            if point.place and _response_to(point) in followed
        )
    )
    if places:
        template = (
            _("Those followed concern %(places)s.")
            if len(places) <= _MOST_PLACES
            else _("Those followed concern among others %(places)s.")
        )
        yield template % {"places": listed(places[:_MOST_PLACES])}


def _reasons(points: Sequence[RemissPoint]) -> Iterator[str]:
    """Give the reasons for what was not followed: those of the bodies first, three at most."""
    refused = [point for point in points if _response_to(point) == PointResponse.BEAKTAS_INTE]
    refused.sort(key=lambda point: _named(point.answer) is None)
    for point in refused[:3]:
        yield _("%(who)s wrote: %(text)s It has not been followed, with the reason %(reason)s.") % {
            "who": sentence(_who([point.answer])),
            "text": said(point.text, limit=160),
            "reason": quoted(point.bemotande.reason, limit=_LONGEST_QUOTE),
        }
    if len(refused) > 3:
        yield _("The other reasons stand in the compilation of the answers.")
