"""Steps of the registrar: the § of a body, its notice, appeals, laga kraft."""

from datetime import date
from typing import Any

from plandocs.models import Organisation
from plandocs.vocabulary import AppealOutcome, Basis, Outcome
from workflow.casefile.acting import acting
from workflow.casefile.reading import CaseFile
from workflow.casefile.scene import Scene, Step, body_called
from workflow.procedure.minutes import Amendment, Minutes, MotiveText
from workflow.rules.paragraphs import Paragraph, require_paragraph_in_year
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Ballot, Vote
from workflow.services import appeals
from workflow.services.decisions import record_decision


def decide(scene: Scene, step: Step) -> None:
    """Record the § of a body."""
    body = body_called(step["body"])
    record_decision(
        case=scene.case,
        minutes=_minutes(step, body, seats=_seats(scene.file, body)),
        user=acting("Registrator"),
    )


def announce(scene: Scene, step: Step) -> None:
    """Record that the minutes were adjusted and the notice put up."""
    appeals.announce(
        case=scene.case,
        adjusted_on=step["adjusted_on"],
        announced_on=step["announced_on"],
        user=acting("Registrator"),
    )


def appeal(scene: Scene, step: Step) -> None:
    """Record what became known of an appeal."""
    appeals.record_appeal(
        case=scene.case,
        outcome=AppealOutcome(step["outcome"]),
        note=step.get("note", ""),
        on=step["on"],
        user=acting("Registrator"),
    )


def confirm_laga_kraft(scene: Scene, step: Step) -> None:
    """Confirm that the decision has gained legal force."""
    appeals.confirm_laga_kraft(case=scene.case, on=step["on"], user=acting("Registrator"))


def _seats(file: CaseFile, body: Organisation) -> int | None:
    """The seats that the file gives the body, which may have had others then than now."""
    names = body.folded_names()
    tables = [table for table in file.organisations if table["code"].casefold() in names]
    return tables[-1].get("members") if tables else None


def _minutes(step: Step, body: Organisation, *, seats: int | None) -> Minutes:
    ballot = step.get("ballot")
    return Minutes(
        body=body,
        seats=seats,
        decided_on=step["on"],
        outcome=Outcome(step["outcome"]),
        paragraph=_paragraph(step.get("paragraph"), decided_on=step["on"]),
        present=step.get("present"),
        requested_by=step.get("requested_by"),
        ballot=Ballot(**ballot) if ballot else None,
        votes=[_vote(table) for table in step.get("votes", [])],
        motives=[MotiveText(**motive) for motive in step.get("motives", [])],
        changes=[Amendment(**change) for change in step.get("changes", [])],
        basis=Basis(step["basis"]) if "basis" in step else None,
        yrkanden=step.get("yrkanden", []),
        reservations=step.get("reservations", []),
        jav=step.get("jav", []),
        sent_to=step.get("sent_to", []),
        immediately_adjusted=step.get("immediately_adjusted", False),
        despite=frozenset(step.get("despite", [])),
        note=step.get("note", ""),
    )


def _vote(table: dict[str, Any]) -> Vote:
    counted = {name: value for name, value in table.items() if name not in ("names", "closed")}
    return Vote(
        **{"question": "", **counted},
        roll_call=RollCall(**table.get("names", {})),
        is_closed=table.get("closed", False),
    )


def _paragraph(printed: int | str | None, *, decided_on: date) -> int | None:
    """The number; a year printed with it must be the meeting's."""
    if not isinstance(printed, str):
        return printed
    paragraph = Paragraph.parse(printed)
    require_paragraph_in_year(paragraph=paragraph, decided_on=decided_on)
    return paragraph.number
