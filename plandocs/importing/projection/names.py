"""The bodies that a text prints, and the spellings that were put right."""

from collections.abc import Iterator, Sequence

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.bodies.printed import tidy
from plandocs.importing.projection.areas import ROLES, measures_in
from plandocs.importing.stored import Stored


def body_names(blocks: Sequence[Stored]) -> BodyNames:
    """Return the one name of every body that the measures print, whatever its spelling."""
    return BodyNames(
        body.text("as_printed")
        for measure in measures_in(blocks)
        for role in ROLES.values()
        for body in measure.blocks(role)
    )


def bodies(names: BodyNames) -> list[dict[str, object]]:
    """Return each body with all its spellings."""
    return [
        {"name": body.name, "type": body.type.value, "spellings": list(body.spellings)}
        for body in names.bodies()
    ]


def corrections(names: BodyNames) -> Iterator[dict[str, object]]:
    """Yield the bodies whose names are misspelt somewhere; capitals alone are no misspelling."""
    for body in names.bodies():
        wrong = [one for one in body.spellings if tidy(one).casefold() != body.name.casefold()]
        wrong += [one for one in body.spellings if one not in wrong and tidy(one) != one]
        if wrong:
            yield {"as_printed": wrong, "corrected": body.name}
