"""What the answers to a remiss said, point by point, and what was done with it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import RemissPoint
from plandocs.vocabulary import FOLLOWING, PointResponse
from workflow.background.answers import named_body, who
from workflow.background.record import Round
from workflow.record.prose import in_words, listed, place_in_words, quoted, said, sentence
from workflow.record.responses import point_words

_MOST_POINTS = 4
_MOST_REASONS = 3
_MOST_PLACES = 4
_LONGEST_QUOTE = 240


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
        "who": who([point.answer]),
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
    words = point_words(response)
    if response is None:
        return words.told
    told = words.told_again if response == after and words.told_again else words.told
    return told % {"reason": quoted(point.bemotande.reason, limit=_LONGEST_QUOTE)}


def _responses(points: Sequence[RemissPoint]) -> Iterator[str]:
    counts = Counter(_response_to(point) for point in points)
    found = [
        point_words(response).counted % {"count": in_words(counts[response])}
        for response in (*PointResponse, None)
        if counts[response]
    ]
    yield _("They were met like this: %(responses)s.") % {"responses": listed(found)}


def _response_to(point: RemissPoint) -> PointResponse | None:
    bemotande = getattr(point, "bemotande", None)
    return PointResponse(bemotande.response) if bemotande else None


def _followed_places(points: Sequence[RemissPoint]) -> Iterator[str]:
    met = [point for point in points if _response_to(point) in FOLLOWING]
    places = list(dict.fromkeys(place_in_words(point.place) for point in met if point.place))
    if places:
        template = (
            ngettext(
                "The one followed concerns %(places)s.",
                "Those followed concern %(places)s.",
                len(met),
            )
            if len(places) <= _MOST_PLACES
            else _("Those followed concern among others %(places)s.")
        )
        yield template % {"places": listed(places[:_MOST_PLACES])}


def _reasons(points: Sequence[RemissPoint]) -> Iterator[str]:
    """Give the reasons for what was not followed: those of the bodies first, three at most."""
    refused = [point for point in points if _response_to(point) == PointResponse.BEAKTAS_INTE]
    refused.sort(key=lambda point: named_body(point.answer) is None)
    for point in refused[:_MOST_REASONS]:
        yield _("%(who)s wrote: %(text)s It has not been followed, with the reason %(reason)s.") % {
            "who": sentence(who([point.answer])),
            "text": said(point.text, limit=160),
            "reason": quoted(point.bemotande.reason, limit=_LONGEST_QUOTE),
        }
    if len(refused) > _MOST_REASONS:
        yield _("The other reasons stand in the municipality's answers to the comments.")
