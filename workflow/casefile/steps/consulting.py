"""Steps of a remiss: the round, the answers that come in, and what is done with their points."""

from typing import Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from plandocs.models import Organisation, RemissAnswer, RemissPoint, RemissRoundPage
from plandocs.text.compare import blocks_of_stream
from plandocs.vocabulary import AnswerChannel, PointResponse, Stance
from workflow.casefile.role_holder import holder_of
from workflow.casefile.scene import Scene, block_with, body_called, nothing_there
from workflow.casefile.steps.step import Step
from workflow.casefile.values import Count, Day, Name, OneOf, Table, Text
from workflow.services import remiss
from workflow.services.remiss import NewAnswer, NewPoint, NewRound


class OpenRemiss(Step):
    """Send the text out, to the bodies the step names."""

    do: Literal["open_remiss"]
    closes_on: Day
    to: list[Text] = []
    public: bool = False
    questions: list[Text] = []
    missive: Text = ""

    def bodies(self) -> list[str]:
        return self.to

    def play(self, scene: Scene) -> None:
        remiss.open_remiss(
            round=NewRound(
                closes_on=self.closes_on,
                to=[body_called(name) for name in self.to],
                is_public=self.public,
                questions=self.questions,
                missive=self.missive,
            ),
            case=scene.case,
            on=self.on,
            user=holder_of("Handläggare"),
        )


class PointTable(Table):
    """A point of an answer, on the part of the text that holds the words, or on the whole."""

    on: Text
    text: Text

    def as_point(self, page: RemissRoundPage) -> NewPoint:
        """Return it with the part of the round's text that it is about."""
        if self.on == "whole":
            return NewPoint(None, self.text)
        block = block_with(self.on, blocks_of_stream(list(page.text.raw_data)))
        return NewPoint(UUID(block.id), self.text)


class Answer(Step):
    """File an answer to the last round, by the way the step says it came."""

    do: Literal["answer"]
    sender: Name = Field(alias="from")
    channel: OneOf[AnswerChannel] = AnswerChannel.LANK
    stance: OneOf[Stance]
    points: list[PointTable] = []
    text: Text = ""
    shown: bool = False

    def bodies(self) -> list[str]:
        """Whoever writes by another way than a link may be anybody."""
        return [self.sender] if self.channel is AnswerChannel.LANK else []

    def play(self, scene: Scene) -> None:
        page = scene.round
        body = Organisation.objects.called(self.sender)
        recipient = page.recipients.filter(organisation=body).first() if body else None
        registrar = holder_of("Registrator")
        answer = remiss.receive_answer(
            answer=NewAnswer(
                channel=self.channel,
                stance=self.stance,
                points=[point.as_point(page) for point in self.points],
                text=self.text,
                organisation=body,
                respondent="" if body else self.sender,
            ),
            round=page,
            received_on=self.on,
            recipient=recipient if self.channel is AnswerChannel.LANK else None,
            user=registrar if self.channel is AnswerChannel.REGISTRERAD else None,
        )
        if self.shown:
            remiss.show_answer(answer=answer, on=self.on, user=registrar)


class ExtendRemiss(Step):
    """Give everybody more time."""

    do: Literal["extend_remiss"]
    closes_on: Day

    def play(self, scene: Scene) -> None:
        remiss.extend_remiss(
            round=scene.round,
            closes_on=self.closes_on,
            on=self.on,
            user=holder_of("Handläggare"),
        )


class CloseRemiss(Step):
    """End the last round."""

    do: Literal["close_remiss"]

    def play(self, scene: Scene) -> None:
        remiss.close_remiss(round=scene.round, on=self.on, user=holder_of("Handläggare"))


class AnswerPoint(Step):
    """Say what was done with a point, by the sender and its number."""

    do: Literal["answer_point"]
    sender: Text = Field(alias="from")
    point: Count
    response: OneOf[PointResponse]
    reason: Text

    def play(self, scene: Scene) -> None:
        points = _points_of(scene, self.sender)
        if not 1 <= self.point <= len(points):
            raise nothing_there(
                _("%(name)s has no point %(number)d in the case"), self.sender, self.point
            )
        remiss.answer_point(
            point=points[self.point - 1],
            response=self.response,
            reason=self.reason,
            on=self.on,
            user=holder_of("Handläggare"),
        )


def _points_of(scene: Scene, sender: str) -> list[RemissPoint]:
    """The sender's points in the last round that it answered, numbered through its answers."""
    for opening in reversed(scene.case.remisser.select_related("page")):
        if answers := _answers_from(opening.page, sender):
            return [point for answer in answers for point in answer.points.all()]
    return []


def _answers_from(page: RemissRoundPage, name: str) -> list[RemissAnswer]:
    body = Organisation.objects.called(name)
    answers = (
        page.answers.filter(organisation=body) if body else page.answers.filter(respondent=name)
    )
    return list(answers.prefetch_related("points"))
