"""Playing a case file: each step through the same service as the screens, on its own day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from plandocs.models import Case
from workflow.casefile.expected import differences
from workflow.casefile.opening import open_from
from workflow.casefile.reading import CaseFile
from workflow.casefile.report import Report, report
from workflow.casefile.scene import Scene
from workflow.casefile.steps import AnyStep
from workflow.errors import RuleViolation


@dataclass(frozen=True, slots=True)
class Played:
    """How one step went. ``problem`` is empty when it went as the file says."""

    number: int
    on: date
    verb: str
    line: str
    problem: str = ""
    code: str = ""


class Player:
    """Plays one case file. A file without steps opens its case on ``today``.

    A fault that is no refusal ends its step like one, in a line; with ``shows_faults`` it is
    raised, so that one can see where it is.
    """

    def __init__(self, file: CaseFile, *, today: date, shows_faults: bool = False) -> None:
        self.file = file
        self.today = today
        self.shows_faults = shows_faults
        self.case: Case | None = None

    def open(self) -> Played:
        """Install what is missing, and open the case on the day of its first step."""
        number = self.file.case.diarienummer
        on = self.file.steps[0].on if self.file.steps else self.today
        problem, code = self._tried(lambda: self._open(on))
        return Played(0, on, "open_case", number, problem, code)

    def play(self) -> Iterator[Played]:
        """Play the steps one by one, each in a transaction of its own."""
        for number, step in enumerate(self.file.steps, start=1):
            yield self._played(number, step)

    def report(self) -> Report:
        """Return the case as JSON."""
        return report(self._scene().case)

    def _open(self, on: date) -> None:
        self.case = open_from(self.file, on=on)

    def _scene(self) -> Scene:
        if self.case is None:
            raise RuntimeError("the case has not been opened")
        return Scene(self.case, self.file.organisations, self.file.path.parent)

    def _played(self, number: int, step: AnyStep) -> Played:
        line, wanted = step.in_words(), step.refused
        problem, code = self._tried(lambda: step.play(self._scene()))
        if wanted and code == wanted:
            line, problem, code = f"{line} – refused: {code}", "", ""
        elif wanted:
            problem = f"expected {wanted}: {problem or 'the step was not refused'}"
        if not problem and step.expect:
            problem = differences(self.report(), step.expect)
            code = "not_as_expected" if problem else ""
        return Played(number, step.on, step.do, line, problem, code)

    def _tried(self, act: Callable[[], None]) -> tuple[str, str]:
        """Do it whole or not at all; return the problem and its code, empty if it went well."""
        try:
            with transaction.atomic():
                act()
        except RuleViolation as violation:
            return violation.message, violation.code
        except Exception as fault:
            if self.shows_faults:
                raise
            return fault_in_words(fault), "fault"
        return "", ""


def fault_in_words(fault: Exception) -> str:
    """Return a fault of the program as one line that says it is one."""
    words = " ".join(str(fault).split())[:300]
    return (
        f"a fault in Styrdok, so nothing of this was written: {type(fault).__name__}: {words} "
        "(--traceback shows where)"
    )
