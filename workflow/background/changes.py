"""How the text was changed: by a body's amendment, or by the official since the last decision."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.text.compare import BlockChange
from plandocs.vocabulary import ChangeKind
from workflow.background.record import Record
from workflow.models import Decision, TextChange
from workflow.record.changes_in_words import change_words, count_words
from workflow.record.differing import differing, differing_lines
from workflow.record.prose import (
    day_in_words,
    in_words,
    listed,
    place_in_words,
    place_of_change,
    quoted,
    sentence,
)

_MOST_TOLD = 4
_LONGEST_QUOTE = 200


def amendment_sentences(decision: Decision) -> Iterator[str]:
    """Tell the changes that the body itself decided."""
    amendments = list(decision.changes.all())
    for amendment in amendments[:_MOST_TOLD]:
        yield _changed(amendment)
    left = len(amendments) - _MOST_TOLD
    if left > 0:
        yield ngettext(
            "One more place was changed.", "%(count)s more places were changed.", left
        ) % {"count": sentence(in_words(left))}


def changes_since_sentences(record: Record) -> Iterator[str]:
    """Tell what has changed since a body last tried the text: how much, of which kind, where."""
    decision, changes = record.changed_since, record.changes
    if decision is None or not changes:
        return
    yield _("Since the decision of %(body)s on %(day)s, the text has had %(changes)s.") % {
        "body": decision.body_then.name_in_sentence,
        "day": day_in_words(decision.current_date),
        "changes": listed(list(_kinds(record))),
    }
    if len(changes) <= _MOST_TOLD:
        for found in changes:
            yield _changed(found.change)
        return
    places = list(dict.fromkeys(filter(None, (place_in_words(c.change.place) for c in changes))))
    if places:
        yield _("They concern among others the parts %(places)s.") % {
            "places": listed(places[:_MOST_TOLD])
        }
    yield _("All of them stand in the table of changes in this memo.")


def _kinds(record: Record) -> Iterator[str]:
    """Count the changes: what touches the substance first, what nobody has marked last."""
    for kind in (*reversed(ChangeKind), None):
        if number := sum(found.kind == kind for found in record.changes):
            yield count_words(kind, number).told % {"count": in_words(number)}


def _changed(change: BlockChange | TextChange) -> str:
    """Tell one change: the words before and after, and what changed besides them."""
    words = _changed_words(change.place, change.before, change.after)
    return " ".join(filter(None, [words, _changed_form(change)]))


def _changed_form(change: BlockChange | TextChange) -> str:
    said = " ".join(change.form_in_words)
    if not said:
        return ""
    if place := place_of_change(change.place, change.before, change.after):
        return _("Under %(place)s, the form was changed. %(said)s") % {"place": place, "said": said}
    return _("In the text, the form was changed. %(said)s") % {"said": said}


def _changed_words(place: str, before: str, after: str) -> str:
    """Tell the words before and after; nothing where they are the same but for line breaks."""
    pairs = differing_lines(before, after)
    if len(pairs) > 1 and all(old and new for old, new in pairs):
        return _changed_lines(place_of_change(place, before, after), pairs)
    old, new = differing(before, after)
    if not old and not new:
        return ""
    words = {
        "place": place_of_change(place, before, after),
        "old": quoted(old, limit=_LONGEST_QUOTE),
        "new": quoted(new, limit=_LONGEST_QUOTE),
    }
    return change_words(old, new, place=words["place"]).told % words


def _changed_lines(place: str, pairs: Sequence[tuple[str, str]]) -> str:
    if len(pairs) > _MOST_TOLD:
        words = {"place": place, "count": in_words(len(pairs))}
        if place:
            return _("Under %(place)s, %(count)s lines were changed.") % words
        return _("In the text, %(count)s lines were changed.") % words
    told = [
        _("%(old)s by %(new)s")
        % {"old": quoted(old, limit=_LONGEST_QUOTE), "new": quoted(new, limit=_LONGEST_QUOTE)}
        for old, new in pairs
    ]
    if place:
        return _("Under %(place)s, these were replaced: %(pairs)s.") % {
            "place": place,
            "pairs": listed(told),
        }
    return _("In the text, these were replaced: %(pairs)s.") % {"pairs": listed(told)}
