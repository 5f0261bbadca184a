"""A change of the text in words: what was changed to what, and how many changes of which kind."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.vocabulary import ChangeKind


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """A change with its ``old`` words, its ``new`` ones and the ``place`` of them if it is known:
    as a memo has ``told`` it, and as it is ``minuted`` in the present (R32)."""

    told: str
    minuted: str


def change_words(old: str, new: str, *, place: str) -> ChangeWords:
    """Return the templates for a change, or for what was only added or only taken out."""
    if not old:
        return _added(place)
    if not new:
        return _taken_out(place)
    if place:
        return ChangeWords(
            _("Under %(place)s, %(old)s was replaced by %(new)s."),
            _("Under %(place)s, %(old)s is replaced by %(new)s."),
        )
    return ChangeWords(
        _("In the text, %(old)s was replaced by %(new)s."),
        _("In the text, %(old)s is replaced by %(new)s."),
    )


def _added(place: str) -> ChangeWords:
    if place:
        return ChangeWords(
            _("Under %(place)s, %(new)s was added."), _("Under %(place)s, %(new)s is added.")
        )
    return ChangeWords(_("%(new)s was added to the text."), _("%(new)s is added to the text."))


def _taken_out(place: str) -> ChangeWords:
    if place:
        return ChangeWords(
            _("Under %(place)s, %(old)s was taken out."),
            _("Under %(place)s, %(old)s is taken out."),
        )
    return ChangeWords(
        _("%(old)s was taken out of the text."), _("%(old)s is taken out of the text.")
    )


@dataclass(frozen=True, slots=True)
class CountWords:
    """Changes of one kind: a sentence to the public with their number ``n``, and a part of a
    sentence in a memo with their ``count`` in words."""

    counted: str
    told: str


def count_words(kind: ChangeKind | None, number: int) -> CountWords:
    """Return the templates for so many changes of a kind; None is those nobody has marked."""
    match kind:
        case ChangeKind.I_SAK:
            return CountWords(
                ngettext("%(n)d change in substance.", "%(n)d changes in substance.", number),
                ngettext("one change in substance", "%(count)s changes in substance", number),
            )
        case ChangeKind.REDAKTIONELL:
            return CountWords(
                ngettext("%(n)d editorial change.", "%(n)d editorial changes.", number),
                ngettext("one editorial change", "%(count)s editorial changes", number),
            )
        case None:
            return CountWords(
                "",  # the public reads of none
                ngettext(
                    "one change that is not marked yet",
                    "%(count)s changes that are not marked yet",
                    number,
                ),
            )
