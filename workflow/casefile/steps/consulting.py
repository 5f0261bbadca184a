"""Steps of a remiss: the round, the answers that come in, and what is done with their points."""

from uuid import UUID

from django.utils.translation import gettext as _

from plandocs.models import Organisation, RemissAnswer, RemissPoint, RemissRoundPage
from plandocs.text.compare import blocks_of_stream
from plandocs.vocabulary import AnswerChannel, PointResponse, Stance
from workflow.casefile.acting import acting
from workflow.casefile.scene import Scene, Step, block_with, body_called, nothing_there
from workflow.services import remiss
from workflow.services.remiss import NewPoint


def open_remiss(scene: Scene, step: Step) -> None:
    """Send the text out, to the bodies the step names."""
    remiss.open_remiss(
        case=scene.case,
        closes_on=step["closes_on"],
        to=[body_called(name) for name in step.get("to", [])],
        is_public=step.get("public", False),
        questions=step.get("questions", []),
        missive=step.get("missive", ""),
        on=step["on"],
        user=acting("Handläggare"),
    )


def answer(scene: Scene, step: Step) -> None:
    """File an answer to the last round, by the way the step says it came."""
    page = scene.round
    channel = AnswerChannel(step.get("channel", AnswerChannel.LANK))
    body = Organisation.objects.called(step["from"])
    recipient = page.recipients.filter(organisation=body).first() if body else None
    registrar = acting("Registrator")
    answer = remiss.receive_answer(
        round=page,
        channel=channel,
        stance=Stance(step["stance"]),
        points=[_point(page, point) for point in step.get("points", [])],
        text=step.get("text", ""),
        received_on=step["on"],
        organisation=body,
        respondent="" if body else step["from"],
        recipient=recipient if channel is AnswerChannel.LANK else None,
        user=registrar if channel is AnswerChannel.REGISTRERAD else None,
    )
    if step.get("shown"):
        remiss.show_answer(answer=answer, on=step["on"], user=registrar)


def extend_remiss(scene: Scene, step: Step) -> None:
    """Give everybody more time."""
    remiss.extend_remiss(
        round=scene.round,
        closes_on=step["closes_on"],
        on=step["on"],
        user=acting("Handläggare"),
    )


def close_remiss(scene: Scene, step: Step) -> None:
    """End the last round."""
    remiss.close_remiss(round=scene.round, on=step["on"], user=acting("Handläggare"))


def answer_point(scene: Scene, step: Step) -> None:
    """Say what was done with a point, by the sender and its number."""
    points = _points_of(scene, step["from"])
    if not 1 <= step["point"] <= len(points):
        raise nothing_there(
            _("%(name)s has no point %(number)d in the case"), step["from"], step["point"]
        )
    remiss.answer_point(
        point=points[step["point"] - 1],
        response=PointResponse(step["response"]),
        reason=step["reason"],
        on=step["on"],
        user=acting("Handläggare"),
    )


def _points_of(scene: Scene, sender: str) -> list[RemissPoint]:
    """The sender's points in the last round that it answered, numbered through its answers."""
    for opening in reversed(scene.case.remisser.select_related("page")):
        if answers := _answers_from(opening.page, sender):
            return [point for answer in answers for point in answer.points.all()]
    return []


def _point(page: RemissRoundPage, point: dict[str, str]) -> NewPoint:
    if point["on"] == "whole":
        return NewPoint(None, point["text"])
    block = block_with(point["on"], blocks_of_stream(list(page.text.raw_data)))
    return NewPoint(UUID(block.id), point["text"])


def _answers_from(page: RemissRoundPage, name: str) -> list[RemissAnswer]:
    body = Organisation.objects.called(name)
    answers = (
        page.answers.filter(organisation=body) if body else page.answers.filter(respondent=name)
    )
    return list(answers.prefetch_related("points"))
