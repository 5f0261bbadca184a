"""Who does what: the measures of a text by the body that is responsible."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from plandocs.vocabulary import BodyRole
from workflow.reading.nodes import Node


@dataclass(slots=True)
class BodyPart:
    """A body and the measures it is responsible for, in the order of the text."""

    name: str
    measures: list[Node] = field(default_factory=list)


def measures_by_body(nodes: Iterable[Node]) -> list[BodyPart]:
    """Group the measures of a text by responsible body, the one with most measures first."""
    parts: dict[str, BodyPart] = {}
    for node in nodes:
        if node.kind != "measure":
            continue
        for body in node.bodies(BodyRole.LEAD):
            name = body.registered_name or body.name
            parts.setdefault(name.casefold(), BodyPart(name)).measures.append(node)
    return sorted(parts.values(), key=lambda part: (-len(part.measures), part.name.casefold()))
