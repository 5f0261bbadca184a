"""Reading a case file, and checking the whole of it before anything is written."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError

from plandocs.importing import UnreadableDocument, read_text
from workflow.casefile.faults import in_words
from workflow.casefile.register import known_names, unknown_bodies, unknown_plans
from workflow.casefile.steps import AnyStep
from workflow.casefile.tables import CaseTable, OrganisationTable
from workflow.casefile.values import Table

LARGEST = 20 * 10**6  # bytes
MOST_BITS = 1000  # of a number; what each may be is said where its key is


class InvalidCaseFile(Exception):
    """The file cannot be played. The message is one line that names the place."""


class Tables(Table):
    """All that a case file may hold."""

    case: CaseTable
    organisations: list[OrganisationTable] = Field([], alias="organisation")
    steps: list[AnyStep] = Field([], alias="step")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file whose form has been checked, and the text of its document if it has one."""

    path: Path
    case: CaseTable
    organisations: list[OrganisationTable]
    steps: list[AnyStep]
    document: str | None


def read_case_file(path: Path) -> CaseFile:
    """Return the checked file, or raise InvalidCaseFile.

    What the file says by itself comes before what the database is asked.
    """
    file = read_form(path)
    for problem in _unknown(file):
        raise InvalidCaseFile(problem)
    return file


def read_form(path: Path) -> CaseFile:
    """Return the file as it stands, whether or not what it names is there.

    Raises InvalidCaseFile where its form is not that of a case file.
    """
    try:
        tables = Tables.model_validate(_load(path))
    except ValidationError as error:
        raise InvalidCaseFile(in_words(error)) from None
    for problem in _in_its_order(tables.steps, path.parent):
        raise InvalidCaseFile(problem)
    document = _document(tables.case, path)
    return CaseFile(path, tables.case, tables.organisations, tables.steps, document)


def _load(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise InvalidCaseFile(f"the file cannot be read: {error.strerror}") from None
    if len(raw) > LARGEST:
        raise InvalidCaseFile(f"the file is larger than {LARGEST // 10**6} MB")
    try:
        tables = tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
        _require_printable_numbers(tables)
        return tables
    except UnicodeDecodeError:
        raise InvalidCaseFile("the file is not text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidCaseFile(f"the file is not TOML: {error}") from None
    except ValueError:  # of more digits than Python reads
        raise InvalidCaseFile("the file holds a number that is too long to be read") from None
    except RecursionError:
        raise InvalidCaseFile("the file is nested too deep to be read") from None


def _require_printable_numbers(value: object) -> None:
    """A number that is not written in digits may still be too long to be told of in digits."""
    match value:
        case dict():
            for inner in value.values():
                _require_printable_numbers(inner)
        case list():
            for inner in value:
                _require_printable_numbers(inner)
        case int() if value.bit_length() > MOST_BITS:
            raise ValueError


def _document(case: CaseTable, path: Path) -> str | None:
    if case.document is None:
        return None
    try:
        return read_text(path.parent / case.document)
    except UnreadableDocument as error:
        raise InvalidCaseFile(f"[case] document: {error}") from None
    except OSError as error:
        raise InvalidCaseFile(f"[case] document: cannot be read: {error.strerror}") from None


def _in_its_order(steps: list[AnyStep], folder: Path) -> Iterator[str]:
    before = date.min
    for number, step in enumerate(steps, start=1):
        place = f"step {number} ({step.do})"
        if step.on < before:
            yield f"{place}: its date {step.on} is before that of the step above ({before})"
        for name in step.files():
            if not (folder / name).is_file():
                yield f"{place}: the file “{name}” is not there"
        before = step.on


def _unknown(file: CaseFile) -> Iterator[str]:
    names = known_names(file.organisations)
    yield from (f"[case] {problem}" for problem in unknown_plans(file.case))
    yield from (f"[case] {problem}" for problem in unknown_bodies([file.case.decided_by], names))
    for number, step in enumerate(file.steps, start=1):
        for problem in unknown_bodies(step.bodies(), names):
            yield f"step {number} ({step.do}): {problem}"
