"""What every step of a case file has: its day, its verb, and how it is to go."""

from abc import abstractmethod
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from workflow.casefile.report import REPORTED
from workflow.casefile.scene import Scene
from workflow.casefile.values import Code, Day, Table, Text

_TOLD = ("to", "body", "sender", "outcome", "locale")


def _reported(expected: dict[str, object]) -> dict[str, object]:
    for key in expected:
        if key not in REPORTED:
            known = ", ".join(sorted(REPORTED))
            raise ValueError(f"has an unknown key “{key[:60]}”; those of the JSON are {known}")
    return expected


class Step(Table):
    """A step. To add one: a class with its keys and ``play``, and its name in ``AnyStep``."""

    on: Day
    do: str
    refused: Code = ""
    expect: Annotated[dict[str, object], AfterValidator(_reported)] = {}

    @abstractmethod
    def play(self, scene: Scene) -> None:
        """Do it, through the same service as the screens."""

    def bodies(self) -> list[str]:
        """Return the names of the bodies that must be known."""
        return []

    def files(self) -> list[str]:
        """Return the names of the files that must lie beside the case file."""
        return []

    def in_words(self) -> str:
        """Return the verb, and what tells this step from others: “decide KF bifall”."""
        named = filter(None, (getattr(self, key, None) for key in _TOLD))
        said = [", ".join(one) if isinstance(one, list) else str(one) for one in named]
        return " ".join([self.do, *said])


class Despite(Step):
    """A step that may be recorded despite a refusal, by its code, with the reason why."""

    despite: list[Text] = []
    note: Text = ""

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.despite and not self.note:
            raise ValueError("“despite” needs a “note” that says why")
        return self
