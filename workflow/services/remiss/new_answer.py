"""What an answer says, before it is filed; and whether it has been filed already."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from plandocs.models import Organisation, RemissAnswer
from plandocs.vocabulary import AnswerChannel, Stance


@dataclass(frozen=True, slots=True)
class NewPoint:
    """One thing an answer says, about a block of the text sent out or about the whole of it."""

    block_id: UUID | None
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What an answer says to one of the round's questions, with the question as it was put."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer before it is filed: by which way it came, from whom, and what it says."""

    channel: AnswerChannel
    stance: Stance
    points: Sequence[NewPoint] = ()
    organisation: Organisation | None = None
    respondent: str = ""
    email: str = ""
    text: str = ""
    replies: Sequence[Reply] = ()


def key_of_words(form_key: UUID, answer: RemissAnswer, points: Sequence[NewPoint]) -> UUID:
    """Return what tells the same words in the same form from anything else sent with it."""
    return uuid5(form_key, repr(_contents(answer, points)))


def sent_before(answer: RemissAnswer, points: Sequence[NewPoint]) -> RemissAnswer | None:
    """Return the answer that says this already; the case's lock lets no other slip in between."""
    if answer.form_key:
        earlier = RemissAnswer.objects.filter(form_key=answer.form_key).first()
        if earlier is not None:
            return earlier
    if answer.organisation is None:
        return None
    last = answer.round.answers.filter(organisation=answer.organisation).last()
    if (
        last is not None
        and (last.channel, last.received_on) == (answer.channel, answer.received_on)
        and _contents(last, _points_of(last)) == _contents(answer, points)
    ):
        return last
    return None


def _contents(answer: RemissAnswer, points: Sequence[NewPoint]) -> tuple[object, ...]:
    return (
        answer.round_id,
        answer.organisation_id,
        answer.respondent,
        answer.email,
        str(answer.stance),
        answer.text,
        [(reply["question"], reply["answer"]) for reply in answer.replies],
        [(str(point.block_id), point.text) for point in points],
    )


def _points_of(answer: RemissAnswer) -> list[NewPoint]:
    return [NewPoint(point.block_id, point.text) for point in answer.points.all()]
