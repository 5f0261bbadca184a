"""The demo's days: what is history keeps its dates, what is going on is going on today.

The files in ``cases/running`` are written as if today were ``WRITTEN_ON``. When the demo is
loaded they are moved by whole weeks, so that a remiss that is open in the file is open, every
meeting falls on its weekday and nothing has happened later than today.
"""

from dataclasses import replace
from datetime import date, timedelta

from workflow.casefile.reading import CaseFile
from workflow.casefile.steps import AnyStep

WRITTEN_ON = date(2026, 11, 21)


def weeks_since_written(today: date) -> timedelta:
    """Return the whole weeks from the day the files were written to ``today``."""
    return timedelta(weeks=(today - WRITTEN_ON).days // 7)


def moved(file: CaseFile, *, by: timedelta) -> CaseFile:
    """Return the case file with every date of its steps moved, and its years with them.

    The year of the diarienummer is that of the first step, as it is when a case is opened.
    """
    if not by or not file.steps:
        return file
    first = file.steps[0].on
    years = (first + by).year - first.year
    printed = file.case.number.printed.replace(str(first.year), str(first.year + years))
    changed: dict[str, object] = {"diarienummer": printed}
    if file.case.valid:
        changed["valid"] = tuple(year + years for year in file.case.valid)
    case = file.case.model_copy(update=changed)
    return replace(file, case=case, steps=[_moved(step, by) for step in file.steps])


def _moved(step: AnyStep, by: timedelta) -> AnyStep:
    days = {key: value + by for key, value in step if isinstance(value, date)}
    return step.model_copy(update=days)
