"""Answering each point, until a memo has carried the answers to a body (R41; practice)."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from wagtail.models import ModelLogEntry

from plandocs.models import Bemotande
from plandocs.vocabulary import AnswerChannel, ChangeKind, Outcome, PointResponse, Stance
from tests.factories.situations import MEASURE, PARAGRAPH, starts_from
from tests.workflow.conftest import AFTER, LAST_DAY, out_on_remiss
from workflow.errors import RuleViolation
from workflow.record.answers import told_to_respondents
from workflow.services.memos import MemoWords, draft_memo, send_memo
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    answer_point,
    close_remiss,
    receive_answer,
)
from workflow.services.texts import edit_text

pytestmark = starts_from(out_on_remiss)


@pytest.fixture
def point(remiss, asked):
    """What Socialnämnden says about a measure."""
    answer = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.LANK,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(UUID(MEASURE), "Säg vem som ansvarar.")],
        ),
        round=remiss,
        received_on=LAST_DAY,
        recipient=asked,
    )
    return answer.points.get()


@pytest.fixture
def meet(point, handlaggare):
    """Answer the point."""

    def answer(**kwargs):
        arguments = {
            "point": point,
            "response": PointResponse.BEAKTAS,
            "reason": "Ansvaret skrivs ut.",
            "on": AFTER,
            "user": handlaggare,
        }
        return answer_point(**{**arguments, **kwargs})

    return answer


def refused(meet, **kwargs):
    with pytest.raises(RuleViolation) as violation:
        meet(**kwargs)
    return violation.value.code


def test_a_point_gets_one_answer_with_its_reason(meet, point, handlaggare):
    meet()

    point.refresh_from_db()
    assert point.bemotande.response == PointResponse.BEAKTAS
    assert point.bemotande.reason == "Ansvaret skrivs ut."
    assert point.bemotande.answered_by == handlaggare


def test_it_may_be_said_anew_and_each_time_is_logged(meet):
    meet()
    meet(response=PointResponse.BEAKTAS_INTE, reason="Ansvaret är delat.")

    assert Bemotande.objects.get().response == PointResponse.BEAKTAS_INTE
    entries = ModelLogEntry.objects.filter(action="styrdok.answer_point").order_by("pk")
    assert [entry.data["response"] for entry in entries] == ["beaktas", "beaktas_inte"]
    assert entries[1].data["before"] == "beaktas"
    assert entries[1].data["reason_before"] == "Ansvaret skrivs ut."


def test_a_case_with_points_unanswered_does_not_go_up(point, remiss, matter, handlaggare):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)
    memo = draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=matter.case,
        to=matter.ks,
        on=AFTER,
        user=handlaggare,
    )

    with pytest.raises(RuleViolation) as violation:
        send_memo(memo=memo, on=AFTER, user=handlaggare)

    assert violation.value.code == "points_unanswered"


def test_once_a_memo_has_carried_the_answer_it_stands(meet, remiss, matter, handlaggare):
    meet()
    close_remiss(round=remiss, on=AFTER, user=handlaggare)
    matter.memo(matter.ks, date(2026, 5, 4))

    assert refused(meet, on=date(2026, 5, 5)) == "step_not_possible"
    assert Bemotande.objects.get().response == PointResponse.BEAKTAS


def test_a_reason_is_always_given(meet):
    assert refused(meet, reason="   ") == "reason_missing"


def test_a_point_is_not_answered_before_it_came(meet):
    assert refused(meet, on=date(2026, 4, 6)) == "dates_impossible"


def test_the_changed_place_must_be_in_the_text(meet):
    assert refused(meet, block_id=uuid4()) == "unknown_place"


@pytest.mark.parametrize("place", [MEASURE, PARAGRAPH])
def test_any_place_of_the_text_may_be_pointed_at(meet, place):
    assert meet(block_id=UUID(place)).block_id == UUID(place)


@pytest.mark.parametrize(
    "role", ["registrator", "fortroendevald", "oversattare", "redaktor", "administrator"]
)
def test_only_the_official_in_charge_answers_points(cast, role, meet):
    assert refused(meet, user=cast[role]) == "not_permitted"


def test_whoever_answered_reads_nothing_before_a_memo_has_carried_it(meet, point, remiss):
    meet(block_id=UUID(MEASURE))

    (answered,) = told_to_respondents(remiss, [point.answer])

    assert answered.points[0].bemotande is None


@pytest.mark.parametrize("place", [UUID(MEASURE), None])
def test_the_changed_sentence_follows_when_a_body_has_put_it_as_its_proposal(
    meet, point, remiss, matter, handlaggare, place
):
    """Where a point was heeded and no place is named, it is the place commented on."""
    close_remiss(round=remiss, on=AFTER, user=handlaggare)
    edit_text(
        case=matter.case,
        find="Lampor sätts upp",
        replace="Tekniska nämnden sätter upp lampor",
        kind=ChangeKind.I_SAK,
        on=AFTER,
        user=handlaggare,
    )
    bemotande = meet(block_id=place)
    matter.memo(matter.ks, date(2026, 5, 4))
    (before,) = told_to_respondents(remiss, [point.answer])

    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=80)

    (after,) = told_to_respondents(remiss, [point.answer])
    assert before.points[0].bemotande == bemotande
    assert before.points[0].change is None
    assert "Lampor sätts upp" in after.points[0].change.before
    assert "Tekniska nämnden sätter upp lampor" in after.points[0].change.after
