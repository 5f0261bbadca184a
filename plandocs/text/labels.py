"""What kinds of blocks, their fields and their choices are called, in the active language."""

from plandocs.text.fields import Field
from plandocs.text.schema import kind_of, kinds

GOAL = "goal.kind"
"""What kind of goal a goal is: a choice that has words of its own where it is told of."""


def name_of(kind: str) -> str:
    """Return what a kind of block is called; nothing for a kind that blocks are no more."""
    return kinds()[kind].label if kind in kinds() else ""


def label_of(path: str) -> str:
    """Return what a field is called, such as “measure.lead” or “measure.indicators.frequency”.

    The printed name of a body goes by the part that the body has.
    """
    named = (field for field in _fields_at(path) if field.name and not field.prints)
    return ", ".join(field.label for field in named if field.label)


def choices_of(path: str) -> dict[str, str]:
    """Return what each choice of a field is called, such as those of “goal.kind”."""
    choices = _fields_at(path)[-1].block.field.choices
    return {value: str(label) for value, label in choices if value}


def choice_of(path: str, value: str) -> str:
    """Return what one choice of a field is called; of one that is no more, its value."""
    return choices_of(path).get(value, value)


def _fields_at(path: str) -> list[Field]:
    found: list[Field] = []
    waiting = list(kind_of(path.partition(".")[0]).fields)
    for field in waiting:
        if path == field.path or path.startswith(f"{field.path}."):
            found.append(field)
            waiting.extend(field.fields)
    return found
