"""Who voted how: the names of an open vote, as the minutes list them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from workflow.errors import RuleViolation

SOURCE = "kommunallagen (2017:725) 4 kap. 24–25 §§, 5 kap. 54 § och 65–67 §§"

_BETWEEN_NAMES = re.compile(r"[,;]|\s(?:och|samt)\s")
_BEFORE_A_NAME = re.compile(r"^(?:[-–•*]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class RollCall:
    """The names under each side of a vote, worded as in the minutes. All empty: none was held."""

    ja: Sequence[str] = ()
    nej: Sequence[str] = ()
    avstar: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.ja or self.nej or self.avstar)


def names_in(text: str) -> list[str]:
    """Return the names of a pasted list: one a line, or with commas or “och” between.

    “Ek, Anna (S)” on a line of its own is one name, the surname first.

    Source: docs/rules/roll_call.md.
    """
    return [name for line in text.splitlines() for name in _names_of(_BEFORE_A_NAME.sub("", line))]


def check_roll_call(
    roll_call: RollCall, *, ja: int, nej: int, avstar: int, is_closed: bool = False
) -> None:
    """Refuse names that the count contradicts, with ``ballot_impossible``. No names: it passes.

    ``ja``, ``nej`` and ``avstar`` are persons. A closed vote has no names, and nobody votes twice.

    Source: kommunallagen (2017:725) 4 kap. 24–25 §§, 5 kap. 54 § and 65–67 §§ (R14, R16, R29).
    """
    if not roll_call:
        return
    if is_closed:
        raise _impossible(
            _(
                "Names are written for a closed vote, in which nobody may know how anyone voted. "
                "Take the names away, or say that the vote was open."
            )
        )
    _require_once([*roll_call.ja, *roll_call.nej, *roll_call.avstar])
    sides = {
        pgettext("ballot", "Yes"): (roll_call.ja, ja),
        pgettext("ballot", "No"): (roll_call.nej, nej),
        pgettext("ballot", "Abstained"): (roll_call.avstar, avstar),
    }
    for side, (names, count) in sides.items():
        if len(names) != count:
            raise _impossible(_differs(side, names=len(names), count=count))


def closed_vote_reminder() -> str:
    """Say that a closed vote is an exception, for the registrar who has ticked it.

    Source: kommunallagen (2017:725) 5 kap. 54 § (R14).
    """
    return _(
        "Votes are open except in elections and in the hiring of staff (kommunallagen 5 kap. "
        "54 §). Check that the minutes say that this one was closed."
    )


def _names_of(line: str) -> Iterator[str]:
    parts = [" ".join(part.split()) for part in _BETWEEN_NAMES.split(line)]
    named = [part for part in parts if part]
    if _is_surname_first(line, named):
        named = [", ".join(named)]
    for name in named:
        yield name.removesuffix(".") if name.endswith(").") else name


def _is_surname_first(line: str, parts: Sequence[str]) -> bool:
    """Whether the two parts of a line are one person: a name has more than one word."""
    if line.count(",") != 1 or len(parts) != 2 or "(" in parts[0]:
        return False
    return any(len(part.partition("(")[0].split()) == 1 for part in parts)


def _require_once(names: Sequence[str]) -> None:
    told = [name.casefold() for name in names]
    twice = next((name for name in names if told.count(name.casefold()) > 1), None)
    if twice is not None:
        raise _impossible(
            _(
                "“%(name)s” stands more than once among those who voted, and a member has one "
                "vote. If they are two persons, write what tells them apart."
            )
            % {"name": twice}
        )


def _differs(side: str, *, names: int, count: int) -> str:
    return ngettext(
        "Under “%(side)s” the number is %(count)d, but %(names)d name is written. Check both "
        "against the minutes, or leave out all names.",
        "Under “%(side)s” the number is %(count)d, but %(names)d names are written. Check both "
        "against the minutes, or leave out all names.",
        names,
    ) % {"side": side, "count": count, "names": names}


def _impossible(message: str) -> RuleViolation:
    return RuleViolation(message, code="ballot_impossible", source=SOURCE)
