"""What an easy-to-read text no longer says rightly, when a later edition is in force."""

from dataclasses import dataclass

from plandocs.models import PlanRevisionPage
from plandocs.text.coverage import freshness_of
from plandocs.text.parts import Part
from workflow.reading.nodes import Node, Reading


@dataclass(frozen=True, slots=True)
class Freshness:
    """An easy-to-read text held against the edition in force, which is not the one it follows.

    ``changed`` and ``gone`` are its own sections, of which the edition in force says something
    else or nothing; ``not_covered`` are the parts of that edition that it does not retell.
    """

    number: int
    changed: list[Node]
    gone: list[Node]
    not_covered: tuple[Part, ...]

    @property
    def is_fresh(self) -> bool:
        """Whether everything it retells still reads as it did."""
        return not self.changed and not self.gone


def freshness_against(
    in_force: PlanRevisionPage, page: PlanRevisionPage, reading: Reading
) -> Freshness:
    """Hold an easy-to-read ``page``, read as ``reading``, against the edition in force."""
    found = freshness_of(page.coverage, in_force.body.raw_data)
    sections = [node for node in reading.nodes if node.kind == "easy_read"]
    changed = [node for node in sections if node.covers.intersection(found.changed)]
    gone = [
        node for node in sections if node not in changed and node.covers.intersection(found.gone)
    ]
    return Freshness(in_force.number, changed, gone, found.not_covered)
