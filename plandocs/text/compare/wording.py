"""Changes of form in words, for those who read what has changed."""

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from plandocs.text.compare.form import Form, FormChange
from plandocs.text.labels import GOAL, choice_of, label_of, name_of

_LONGEST = 80  # characters of the words that a change is told of
_TURNS = {
    Form.LINK: (
        _("“%(words)s” is now a link to %(after)s."),
        _("“%(words)s” is no longer a link to %(before)s."),
        _("The link on “%(words)s” now leads to %(after)s and not to %(before)s."),
    ),
    Form.BODY: (
        _("“%(words)s” now stands for a body in the register."),
        _("“%(words)s” no longer stands for a body in the register."),
        _("“%(words)s” now stands for another body in the register."),
    ),
    Form.BOLD: (_("“%(words)s” is now set in bold."), _("“%(words)s” is no longer set in bold.")),
    Form.ITALIC: (
        _("“%(words)s” is now set in italics."),
        _("“%(words)s” is no longer set in italics."),
    ),
    Form.RAISED: (_("“%(words)s” now stands raised."), _("“%(words)s” no longer stands raised.")),
}
"""What is said where nothing was before, where nothing is now, and where it is something else."""
_PLAIN = {
    Form.LIST: _("“%(words)s” stands at another level of the list."),
    Form.SETTING: _("“%(words)s” is set in another way than before."),
    Form.CELL: _("The same words stand in other cells of the table."),
    Form.HEADERS: _("The header cells or the merged cells of the table have changed."),
    Form.PICTURE: _("The picture has been replaced."),
    Form.COVERS: _("It covers other parts of the text than before."),
    Form.SPACES: _("Spaces or line breaks have changed."),
    Form.STORED: _("The text is stored in another way than before, and reads the same."),
    Form.UNSEEN: _("Something has changed that does not show in the words."),
    Form.ADDED: _("Added: %(after)s."),
    Form.REMOVED: _("Taken away: %(before)s."),
    Form.VALUE: _("“%(after)s” has another value than before."),
    Form.GOAL: _("It is now called “%(after)s” and not “%(before)s”."),
    Form.FIELD: _("“%(words)s” is now given as “%(after)s” and not as “%(before)s”."),
}
_LISTS = {
    "ol": _("“%(words)s” now stands in a numbered list."),
    "ul": _("“%(words)s” now stands in a bulleted list."),
    "": _("“%(words)s” no longer stands in a list."),
}


def form_in_words(change: FormChange) -> str:
    """Return one change of form as a sentence in the active language."""
    return _sentence(change) % {
        "words": Truncator(change.words).chars(_LONGEST),
        "before": _called(change.what, change.before),
        "after": _called(change.what, change.after),
    }


def _sentence(change: FormChange) -> Promise:
    before, after = change.before, change.after
    if change.what is Form.LIST:
        was, now = (" ".join(side.split()[-1:]) for side in (before, after))
        return _PLAIN[Form.LIST] if was == now else _LISTS.get(now, _LISTS[""])
    if change.what is Form.MOVED:
        return _moved(before, after)
    if turns := _TURNS.get(change.what):
        new, gone, *other = turns
        return gone if not after else other[0] if before and other else new
    return _PLAIN[change.what]


def _moved(before: str, after: str) -> Promise:
    if not before:
        return _("It has been moved to another place in the text.")
    if before == after:
        return _("It has been moved to another place under the same heading.")
    return _("It has been moved here from “%(before)s”.")


def _called(what: Form, side: str) -> str:
    match what:
        case Form.LINK:
            return _destination(side)
        case Form.FIELD:
            return label_of(side).lower()
        case Form.VALUE:
            return label_of(side)
        case Form.GOAL:
            return choice_of(GOAL, side)
        case Form.ADDED | Form.REMOVED:
            return name_of(side).lower()
    return side


def _destination(address: str) -> str:
    """Return where a link leads; a page or a document of the site itself goes by its number."""
    kind, _colon, number = address.partition(":")
    if kind == "page" and number.isdecimal():
        return _("page number %(number)s of the site") % {"number": number}
    if kind == "document" and number.isdecimal():
        return _("document number %(number)s of the site") % {"number": number}
    return address
