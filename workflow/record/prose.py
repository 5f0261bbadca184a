"""The parts of a running sentence in the record: days, numbers, lists, quotations, places."""

import re
from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.models import Organisation
from workflow.models import Decision

_END = (".", "!", "?", "…", ":")
_PLACE_MARK = " › "
_CUT_NAME = 60  # a measure without number and title goes by its first words
_SHORTEST_NAME = 6  # “1.1” says nothing without the heading above it


def day_in_words(day: date) -> str:
    """Return “1 mars 2022” in the active language."""
    return date_format(day, "j F Y")


def sentence(text: str) -> str:
    """Return ``text`` with a capital first; what stands first may be a body's name."""
    return text[:1].upper() + text[1:]


def in_words(number: int) -> str:
    """Return a number as it is written in prose: in letters up to twelve.

    One is left to the sentence, which knows its gender, except where it stands by itself.
    """
    words = {
        1: pgettext("number", "one"),
        2: pgettext("number", "two"),
        3: pgettext("number", "three"),
        4: pgettext("number", "four"),
        5: pgettext("number", "five"),
        6: pgettext("number", "six"),
        7: pgettext("number", "seven"),
        8: pgettext("number", "eight"),
        9: pgettext("number", "nine"),
        10: pgettext("number", "ten"),
        11: pgettext("number", "eleven"),
        12: pgettext("number", "twelve"),
    }
    return words.get(number, str(number))


def listed(parts: Sequence[str]) -> str:
    """Return “a”, “a och b”, “a, b och c”."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


def bodies_listed(bodies: Sequence[Organisation]) -> str:
    """Return the names of bodies as a list within a sentence."""
    return listed([body.name_in_sentence for body in bodies])


def one_line(text: str, *, limit: int | None = None) -> str:
    """Return ``text`` on one line; past ``limit`` characters it ends with an ellipsis."""
    line = " ".join(text.split())
    if limit is None or len(line) <= limit:
        return line
    cut: str = Truncator(line).chars(limit, truncate="")
    return cut.rsplit(" ", 1)[0].rstrip(",;:–") + " …"


def quoted(text: str, *, limit: int | None = None) -> str:
    """Return somebody's words within quotation marks, to stand inside a sentence."""
    line = one_line(text, limit=limit)
    if line.endswith(".") and not line.endswith(".."):
        line = line[:-1]
    return _in_marks(line)


def said(text: str, *, limit: int | None = None) -> str:
    """Return somebody's words as a sentence of its own, within quotation marks."""
    return _in_marks(_ended(one_line(text, limit=limit)))


def own_words(text: str, *, limit: int | None = None) -> str:
    """Return what the municipality itself has written as a sentence of the memo."""
    line = one_line(text, limit=limit)
    return sentence(_ended(line)) if line else ""


def paragraph_of(decision: Decision) -> str:
    """Return “ (§ 41)”, or nothing where the record has no number."""
    number = decision.current_paragraph
    return f" (§ {number})" if number else ""


def place_in_words(place: str) -> str:
    """Return the heading a place stands under, quoted; the one above it too if it is a number."""
    names = [name for name in place.split(_PLACE_MARK) if name.strip()]
    if not names:
        return ""
    if len(names[-1]) == _CUT_NAME:
        whole_words = names[-1].rsplit(" ", 1)[0].rstrip(",;:–")
        return quoted(f"{whole_words} …")
    last = names[-1:] if len(names[-1]) > _SHORTEST_NAME else names[-2:]
    return quoted(", ".join(last), limit=120)


def place_of_change(place: str, before: str, after: str) -> str:
    """Return where a change was made; what is called by its own words, by those it had before."""
    *above, name = place.split(_PLACE_MARK)
    old, new = before.partition("\n")[0], after.partition("\n")[0]
    called = old[:_CUT_NAME] if old and new[:_CUT_NAME] == name else name
    return place_in_words(_PLACE_MARK.join([*above, called]))


def _ended(line: str) -> str:
    return line if not line or line.endswith(_END) else f"{line}."


def _in_marks(line: str) -> str:
    """Quotations within the quotation get the single mark, as Swedish writes them."""
    inner = re.sub(r"[“”„\"»«]", "’", line)
    return pgettext("quotation", "“%(words)s”") % {"words": inner}
