"""Reading a case file, and checking the whole of it before anything is written."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plandocs.importing import UnreadableDocument, read_text
from plandocs.models import Organisation, PlanPage
from plandocs.vocabulary import OrganisationType
from workflow.casefile.schema import CASE, ORGANISATION, STEPS, problems
from workflow.errors import RuleViolation
from workflow.rules.diarienummer import Diarienummer


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
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidCaseFile(f"the file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InvalidCaseFile("the file is not text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidCaseFile(f"the file is not TOML: {error}") from None


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
    yield from (f"[case] {problem}" for problem in [*problems(case, CASE), *_of_case(case)])
    for number, organisation in enumerate(organisations, start=1):
        for problem in problems(organisation, ORGANISATION):
            yield f"organisation {number}: {problem}"
    names = _known_names(organisations)
    if case.get("decided_by", "KF").casefold() not in names:
        yield f"[case] unknown body “{case.get('decided_by', 'KF')}”"
    before = date.min
    for number, step in enumerate(steps, start=1):
        name = f"step {number} ({step.get('do', '?')})"
        for problem in _of_step(step, before, names, path):
            yield f"{name}: {problem}"
        before = step["on"]


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
    elif not _plan_exists(case["plan"]):
        yield f"there is no plan called “{case['plan']}”"


def _plan_exists(name: str) -> bool:
    return find_plan(name) is not None


def find_plan(name: str) -> PlanPage | None:
    """Return the plan with this title or slug, in the language of the record."""
    plans = PlanPage.objects.filter(locale__language_code="sv")
    return plans.filter(slug=name).first() or plans.filter(title=name).first()


def _of_step(step: dict[str, Any], before: date, names: set[str], path: Path) -> Iterator[str]:
    verb = step.get("do")
    if verb not in STEPS:
        yield f"unknown verb “{verb}”"
        return
    yield from problems(step, STEPS[verb])
    if isinstance(step.get("on"), date) and step["on"] < before:
        yield f"its date {step['on']} is before that of the step above ({before})"
    named = [step.get("to"), step.get("body")]
    if verb == "open_remiss":
        named = list(step.get("to") or [])
    if verb in ("answer", "answer_point") and step.get("channel", "lank") == "lank":
        named = [step.get("from")] if verb == "answer" else []
    for name in named:
        if isinstance(name, str) and name.casefold() not in names:
            yield f"unknown body “{name}”"
    po = step.get("po")
    if isinstance(po, str) and not (path.parent / po).is_file():
        yield f"the file “{po}” is not there"
    if step.get("despite") and not step.get("note"):
        yield "“despite” needs a “note” that says why"


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
    return OrganisationType(table.get("type", OrganisationType.ANNAN))
