"""The forms in which a reader may meet what a body did with a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """One outcome of a §, in the active language. All but ``label`` are templates."""

    label: str
    """After a colon or in a list; capital letters are the screen's matter."""

    heading: str
    """What ``body`` did, to the public."""

    registered: str
    """What the journal says that the minutes, ``paragraph``, concern."""

    minuted: str
    """What ``body`` does, in the present, as minutes are written (R32). It may name the
    ``title`` of the text and the ``decider``, to whom a proposal is put."""

    told: str
    """What ``body`` did, in a memo: on the ``day``, by which ``paragraph``, with a ``document``
    that the ``decider`` decides on; of a return also how many ``asked`` of those ``present``, or
    were ``in_favour`` and ``against``."""

    minuted_before_points: str = ""
    """The same as ``minuted``, where att-satser follow that say what was decided."""

    told_with_points: str = ""
    """The same as ``told``, with what was ``decided`` in the words of the minutes."""

    told_again: str = ""
    """The same as ``told``, of a body that has done so before."""
