"""Steps of the registrar: the § of a body, its notice, appeals, laga kraft."""

from typing import Literal, Self

from pydantic import model_validator

from plandocs.models import Organisation
from plandocs.vocabulary import AppealOutcome, Basis, Outcome
from workflow.casefile.role_holder import holder_of
from workflow.casefile.scene import Scene, body_called
from workflow.casefile.steps.minutes import BallotTable, ChangeTable, MotiveTable, VoteTable
from workflow.casefile.steps.step import Despite, Step
from workflow.casefile.values import Count, Day, OneOf, PrintedParagraph, Text
from workflow.procedure.minutes import Minutes
from workflow.rules.paragraph_number import require_paragraph_in_year
from workflow.services import appeals
from workflow.services.decisions import record_decision


class Decide(Despite):
    """Record the § of a body."""

    do: Literal["decide"]
    body: Text
    paragraph: PrintedParagraph | None = None
    outcome: OneOf[Outcome]
    present: Count | None = None
    requested_by: Count | None = None
    ballot: BallotTable | None = None
    votes: list[VoteTable] = []
    motives: list[MotiveTable] = []
    changes: list[ChangeTable] = []
    basis: OneOf[Basis] | None = None
    reservations: list[Text] = []
    yrkanden: list[Text] = []
    jav: list[Text] = []
    sent_to: list[Text] = []
    immediately_adjusted: bool = False

    @model_validator(mode="after")
    def _changes_what_it_may(self) -> Self:
        if self.changes and self.outcome != Outcome.BIFALL_MED_ANDRING:
            raise ValueError(f"“changes” belongs to the outcome {Outcome.BIFALL_MED_ANDRING.value}")
        return self

    def bodies(self) -> list[str]:
        return [self.body]

    def play(self, scene: Scene) -> None:
        body = body_called(self.body)
        record_decision(
            case=scene.case,
            minutes=self._minutes(body, seats=scene.seats_of(body)),
            user=holder_of("Registrator"),
        )

    def _minutes(self, body: Organisation, *, seats: int | None) -> Minutes:
        if self.paragraph:
            require_paragraph_in_year(paragraph=self.paragraph, decided_on=self.on)
        return Minutes(
            body=body,
            seats=seats,
            decided_on=self.on,
            outcome=self.outcome,
            paragraph=self.paragraph.number if self.paragraph else None,
            present=self.present,
            requested_by=self.requested_by,
            ballot=self.ballot.as_ballot() if self.ballot else None,
            votes=[table.as_vote() for table in self.votes],
            motives=[table.as_motive() for table in self.motives],
            changes=[table.as_amendment() for table in self.changes],
            basis=self.basis,
            yrkanden=self.yrkanden,
            reservations=self.reservations,
            jav=self.jav,
            sent_to=self.sent_to,
            immediately_adjusted=self.immediately_adjusted,
            despite=frozenset(self.despite),
            note=self.note,
        )


class Announce(Step):
    """Record that the minutes were adjusted and the notice put up."""

    do: Literal["announce"]
    adjusted_on: Day
    announced_on: Day

    def play(self, scene: Scene) -> None:
        appeals.announce(
            case=scene.case,
            adjusted_on=self.adjusted_on,
            announced_on=self.announced_on,
            user=holder_of("Registrator"),
        )


class Appeal(Step):
    """Record what became known of an appeal."""

    do: Literal["appeal"]
    outcome: OneOf[AppealOutcome]
    note: Text = ""

    def play(self, scene: Scene) -> None:
        appeals.record_appeal(
            case=scene.case,
            outcome=self.outcome,
            note=self.note,
            on=self.on,
            user=holder_of("Registrator"),
        )


class ConfirmLagaKraft(Step):
    """Confirm that the decision has gained legal force."""

    do: Literal["confirm_laga_kraft"]

    def play(self, scene: Scene) -> None:
        appeals.confirm_laga_kraft(case=scene.case, on=self.on, user=holder_of("Registrator"))
