"""Changes of form in words, for those who read what has changed."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from plandocs.text.compare.form import Form, FormChange
from plandocs.text.labels import GOAL, choice_of, label_of, name_of

_LONGEST = 80  # characters of the words that a change is told of


def form_in_words(change: FormChange) -> str:
    """Return one change of form as a sentence in the active language."""
    template, before, after = _sentence(change)
    words = Truncator(change.words).chars(_LONGEST)
    return template % {"words": words, "before": before, "after": after}


def _sentence(change: FormChange) -> tuple[str, str, str]:
    before, after = change.before, change.after
    match change.what:
        case Form.LINK:
            return _link(change), _destination(before), _destination(after)
        case Form.BOLD | Form.ITALIC | Form.RAISED | Form.SETTING:
            return _setting(change), before, after
        case Form.LIST:
            return _in_list(before, after), before, after
        case Form.FIELD:
            said = _("“%(words)s” is now given as “%(after)s” and not as “%(before)s”.")
            return said, label_of(before).lower(), label_of(after).lower()
        case Form.GOAL:
            said = _("It is now called “%(after)s” and not “%(before)s”.")
            return said, choice_of(GOAL, before), choice_of(GOAL, after)
        case Form.VALUE:
            said = _("“%(after)s” has another value than before.")
            return said, label_of(before), label_of(after)
        case Form.BODY:
            return _body(change), before, after
        case Form.ADDED:
            return _("Added: %(after)s."), before, name_of(after).lower()
        case Form.REMOVED:
            return _("Taken away: %(before)s."), name_of(before).lower(), after
        case Form.MOVED:
            return _moved(change), before, after
    return _of_the_whole(change.what), before, after


def _link(change: FormChange) -> str:
    if not change.before:
        return _("“%(words)s” is now a link to %(after)s.")
    if not change.after:
        return _("“%(words)s” is no longer a link to %(before)s.")
    return _("The link on “%(words)s” now leads to %(after)s and not to %(before)s.")


def _destination(address: str) -> str:
    """Return where a link leads; a page or a document of the site itself goes by its number."""
    kind, _colon, number = address.partition(":")
    if kind == "page" and number.isdecimal():
        return _("page number %(number)s of the site") % {"number": number}
    if kind == "document" and number.isdecimal():
        return _("document number %(number)s of the site") % {"number": number}
    return address


def _setting(change: FormChange) -> str:
    is_on = bool(change.after)
    match change.what:
        case Form.BOLD:
            return (
                _("“%(words)s” is now set in bold.")
                if is_on
                else _("“%(words)s” is no longer set in bold.")
            )
        case Form.ITALIC:
            return (
                _("“%(words)s” is now set in italics.")
                if is_on
                else _("“%(words)s” is no longer set in italics.")
            )
        case Form.RAISED:
            return (
                _("“%(words)s” now stands raised.")
                if is_on
                else _("“%(words)s” no longer stands raised.")
            )
    return _("“%(words)s” is set in another way than before.")


def _in_list(before: str, after: str) -> str:
    if before.split()[-1:] == after.split()[-1:]:
        return _("“%(words)s” stands at another level of the list.")
    match after.split()[-1:]:
        case ["ol"]:
            return _("“%(words)s” now stands in a numbered list.")
        case ["ul"]:
            return _("“%(words)s” now stands in a bulleted list.")
    return _("“%(words)s” no longer stands in a list.")


def _body(change: FormChange) -> str:
    if not change.before:
        return _("“%(words)s” now stands for a body in the register.")
    if not change.after:
        return _("“%(words)s” no longer stands for a body in the register.")
    return _("“%(words)s” now stands for another body in the register.")


def _moved(change: FormChange) -> str:
    if change.before and change.before == change.after:
        return _("It has been moved to another place under the same heading.")
    if change.before:
        return _("It has been moved here from “%(before)s”.")
    return _("It has been moved to another place in the text.")


def _of_the_whole(what: Form) -> str:
    match what:
        case Form.CELL:
            return _("The same words stand in other cells of the table.")
        case Form.HEADERS:
            return _("The header cells or the merged cells of the table have changed.")
        case Form.PICTURE:
            return _("The picture has been replaced.")
        case Form.COVERS:
            return _("It covers other parts of the text than before.")
        case Form.SPACES:
            return _("Spaces or line breaks have changed.")
        case Form.STORED:
            return _("The text is stored in another way than before, and reads the same.")
    return _("Something has changed that does not show in the words.")
