"""The bodies that a text prints, and the spellings that were put right."""

from collections.abc import Iterable, Iterator

from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.bodies.printed import tidy
from plandocs.importing.projection.areas import ROLES
from plandocs.importing.projection.values import of_kind, said, values
from plandocs.text.walk import Block


def body_names(blocks: Iterable[Block]) -> BodyNames:
    """Return the one name of every body that the measures print, whatever its spelling."""
    return BodyNames(
        said(body, "as_printed")
        for measure in of_kind(blocks, "measure")
        for role in ROLES.values()
        for body in values(measure.fields, role)
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
