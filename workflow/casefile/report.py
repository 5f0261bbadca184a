"""A case as JSON: what ``play_case --json`` prints and ``expect`` compares with."""

from typing import TypedDict

from plandocs.models import Case, RemissRoundPage
from plandocs.text.compare import blocks_of
from workflow.models import Decision, adoption_of
from workflow.services.translation import translation_status
from workflow.services.translation.status import StatusJson


class MotiveJson(TypedDict):
    """A motive, whether it was carried, and what was answered."""

    text: str
    carried: bool
    response: str | None


class DecisionJson(TypedDict):
    """The § of a body, by the facts as corrected. ``on``: a date by ISO 8601, as all dates here."""

    on: str
    body: str
    paragraph: int | None
    outcome: str
    basis: str | None
    despite: list[str]
    motives: list[MotiveJson]


class RoundJson(TypedDict):
    """A remiss round, in numbers of bodies, answers and points."""

    opened_on: str
    closes_on: str
    asked: int
    answered: int
    late: int
    points: int
    points_answered: int


class RevisionJson(TypedDict):
    """The text of the case. ``sha256`` is that of the adopted text."""

    status: str
    adopted_on: str | None
    sha256: str | None
    focus_areas: int
    measures: int


class Report(TypedDict):
    """What is recorded of a case, in the keys of the case-file format."""

    diarienummer: str
    stage: str
    decisions: list[DecisionJson]
    remiss: list[RoundJson]
    revision: RevisionJson
    appealable_until: str | None
    laga_kraft_earliest: str | None
    laga_kraft_confirmed: bool
    translations: dict[str, StatusJson]
    plan_url: str


REPORTED = Report.__required_keys__
"""The keys that a step's ``expect`` may hold."""


def report(case: Case) -> Report:
    """Return what is recorded of the case."""
    last = case.decisions.last_of(case.decided_by)
    announcement = getattr(last, "announcement", None)
    return {
        "diarienummer": case.diarienummer,
        "stage": case.stage,
        "decisions": [_decision(decision) for decision in _decisions(case)],
        "remiss": [_round(opening.page) for opening in case.remisser.select_related("page")],
        "revision": _revision(case),
        "appealable_until": announcement and announcement.appealable_until.isoformat(),
        "laga_kraft_earliest": announcement and announcement.laga_kraft_earliest.isoformat(),
        "laga_kraft_confirmed": hasattr(last, "laga_kraft"),
        "translations": _translations(case) if adoption_of(case.revision) else {},
        "plan_url": case.plan.get_url() or case.plan.relative_url(None) or "",
    }


def _translations(case: Case) -> dict[str, StatusJson]:
    """Only the languages in which something has been begun."""
    return {
        code: status
        for code, status in translation_status(case.revision).items()
        if status["status"] != "none"
    }


def _decisions(case: Case) -> list[Decision]:
    return list(
        case.decisions.select_related("body").prefetch_related("corrections", "motives__answer")
    )


def _decision(decision: Decision) -> DecisionJson:
    return {
        "on": decision.current_date.isoformat(),
        "body": decision.body.code,
        "paragraph": decision.current_paragraph,
        "outcome": decision.outcome,
        "basis": decision.basis or None,
        "despite": decision.despite,
        "motives": [
            {
                "text": motive.text,
                "carried": motive.carried,
                "response": motive.answer.response if hasattr(motive, "answer") else None,
            }
            for motive in decision.motives.all()
        ],
    }


def _round(page: RemissRoundPage) -> RoundJson:
    answers = list(page.answers.prefetch_related("points__bemotande"))
    points = [point for answer in answers for point in answer.points.all()]
    asked = set(page.recipients.values_list("organisation", flat=True))
    return {
        "opened_on": page.opened_on.isoformat(),
        "closes_on": page.closes_on.isoformat(),
        "asked": len(asked),
        "answered": len(asked & {answer.organisation_id for answer in answers}),
        "late": sum(answer.is_late for answer in answers),
        "points": len(points),
        "points_answered": sum(hasattr(point, "bemotande") for point in points),
    }


def _revision(case: Case) -> RevisionJson:
    kinds = [block.kind for block in blocks_of(case.latest_text())]
    adoption = getattr(case.revision, "adoption", None)
    return {
        "status": case.stage if case.is_ended else "utkast",
        "adopted_on": adoption and adoption.adopted_on.isoformat(),
        "sha256": adoption and adoption.sha256,
        "focus_areas": kinds.count("focus_area"),
        "measures": kinds.count("measure"),
    }
