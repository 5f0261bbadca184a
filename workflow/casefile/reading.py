"""Reading a case file, and checking the whole of it before anything is written."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from plandocs.importing import UnreadableDocument, read_text
from plandocs.importing.lexicon import guess_type
from plandocs.models import Organisation, PlanPage
from plandocs.vocabulary import AnswerChannel, OrganisationType, Outcome
from workflow.casefile.schema import CASE, ORGANISATION, STEPS, problems
from workflow.errors import RuleViolation
from workflow.rules.diarienummer import Diarienummer

LARGEST = 20 * 10**6  # bytes


class InvalidCaseFile(Exception):
    """The file cannot be played. The message is one line that names the place."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file that has been checked."""

    path: Path
    case: dict[str, Any]
    organisations: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    document: str | None

    def beside(self, name: str) -> Path:
        """Return the path of a file that the case file names, relative to itself."""
        return self.path.parent / name


def read_case_file(path: Path) -> CaseFile:
    """Return the checked file, or raise InvalidCaseFile."""
    raw = _load(path)
    unknown = set(raw) - {"case", "organisation", "step"}
    if unknown:
        raise InvalidCaseFile(f"unknown table “{sorted(unknown)[0]}”")
    case, organisations, steps = raw.get("case"), raw.get("organisation", []), raw.get("step", [])
    if not isinstance(case, dict):
        raise InvalidCaseFile("the table [case] is missing")
    if not isinstance(organisations, list) or not isinstance(steps, list):
        raise InvalidCaseFile("organisations and steps are written [[organisation]] and [[step]]")
    for problem in _all_problems(case, organisations, steps, path):
        raise InvalidCaseFile(problem)
    return CaseFile(path, case, organisations, steps, _document(case, path))


def _load(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise InvalidCaseFile(f"the file cannot be read: {error.strerror}") from None
    if len(raw) > LARGEST:
        raise InvalidCaseFile(f"the file is larger than {LARGEST // 10**6} MB")
    try:
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise InvalidCaseFile("the file is not text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidCaseFile(f"the file is not TOML: {error}") from None
    except RecursionError:
        raise InvalidCaseFile("the file is nested too deep to be read") from None


def _document(case: dict[str, Any], path: Path) -> str | None:
    if "document" not in case:
        return None
    try:
        return read_text(path.parent / case["document"])
    except UnreadableDocument as error:
        raise InvalidCaseFile(f"[case] document: {error}") from None
    except OSError as error:
        raise InvalidCaseFile(f"[case] document: cannot be read: {error.strerror}") from None


def _all_problems(
    case: dict[str, Any],
    organisations: list[dict[str, Any]],
    steps: list[dict[str, Any]],
    path: Path,
) -> Iterator[str]:
    """Each problem in turn. Who reads stops at the first: what follows it takes it as settled.

    What the file says by itself comes before what the database is asked.
    """
    yield from (f"[case] {problem}" for problem in problems(case, CASE))
    yield from (f"[case] {problem}" for problem in _of_case(case))
    for number, organisation in enumerate(organisations, start=1):
        for problem in problems(organisation, ORGANISATION):
            yield f"organisation {number}: {problem}"
    before = date.min
    for number, step in enumerate(steps, start=1):
        for problem in _of_step(step, before, path):
            yield f"step {number} ({_verb(step)}): {problem}"
        before = step["on"]
    yield from (f"[case] {problem}" for problem in _unknown_plans(case))
    names = _known_names(organisations)
    for body in _unknown([case.get("decided_by", "KF")], names):
        yield f"[case] {body}"
    for number, step in enumerate(steps, start=1):
        for body in _unknown(_bodies_of(step), names):
            yield f"step {number} ({_verb(step)}): {body}"


def _verb(step: Any) -> str:
    verb = step.get("do") if isinstance(step, dict) else None
    return verb[:60] if isinstance(verb, str) else "?"


def _of_case(case: dict[str, Any]) -> Iterator[str]:
    try:
        Diarienummer.parse(case.get("diarienummer", ""))
    except RuleViolation as violation:
        yield violation.message
    if "document" in case and "text" in case:
        yield "give either “document” or “text”"
    if "plan" not in case:
        if "kind" not in case:
            yield "“kind” is missing"
        if "document" not in case and "text" not in case:
            yield "“document” or “text” is missing"


def _unknown_plans(case: dict[str, Any]) -> Iterator[str]:
    for name in [*([case["plan"]] if "plan" in case else []), *case.get("replaces", [])]:
        if find_plan(name) is None:
            yield f"there is no plan called “{name}”"


def find_plan(name: str) -> PlanPage | None:
    """Return the plan with this title or slug, in the language of the record."""
    plans = PlanPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return plans.filter(slug=name).first() or plans.filter(title=name).first()


def _of_step(step: Any, before: date, path: Path) -> Iterator[str]:
    verb = _verb(step)
    if not isinstance(step, dict) or "do" not in step:
        yield "“do” is missing"
    if verb not in STEPS:
        yield f"unknown verb “{verb}”"
    yield from problems(step, STEPS[verb])
    if step["on"] < before:
        yield f"its date {step['on']} is before that of the step above ({before})"
    po = step.get("po")
    if isinstance(po, str) and not (path.parent / po).is_file():
        yield f"the file “{po}” is not there"
    if step.get("despite") and not step.get("note"):
        yield "“despite” needs a “note” that says why"
    if step.get("changes") and step.get("outcome") != Outcome.BIFALL_MED_ANDRING:
        yield f"“changes” belongs to the outcome {Outcome.BIFALL_MED_ANDRING.value}"


def _bodies_of(step: dict[str, Any]) -> list[str]:
    """The bodies that the step names; whoever writes by another way than a link may be anybody."""
    match step["do"]:
        case "memo" | "open_remiss":
            to = step.get("to", [])
            return to if isinstance(to, list) else [to]
        case "decide":
            return [step["body"]]
        case "answer" if step.get("channel", AnswerChannel.LANK) == AnswerChannel.LANK:
            return [step["from"]]
    return []


def _unknown(bodies: list[str], names: set[str]) -> Iterator[str]:
    for body in bodies:
        if body.strip().casefold() not in names:
            yield f"unknown body “{body}”"


def _known_names(organisations: list[dict[str, Any]]) -> set[str]:
    known: set[str] = set()
    for organisation in Organisation.objects.prefetch_related("aliases"):
        known |= organisation.folded_names()
    for table in organisations:
        names = [table.get("code"), table.get("name"), *(table.get("aliases") or [])]
        known |= {name.casefold() for name in names if isinstance(name, str)}
    return known


def organisation_type(table: dict[str, Any]) -> OrganisationType:
    """Return the type an [[organisation]] gives, or that of a body like its name."""
    return OrganisationType(table["type"]) if "type" in table else guess_type(table["name"])
