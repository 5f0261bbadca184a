"""What has happened to a case is gathered once, and told in the order of days and registering."""

from datetime import date

import pytest

from plandocs.vocabulary import MotiveResponse, Outcome
from tests.factories.situations import Matter, starts_from
from workflow.admin.cases.page.way import draw_way
from workflow.models import Decision, MotiveAnswer, RemissOpening, Submission
from workflow.reading.room.reading import read_case
from workflow.reading.way import read_way
from workflow.record.chronicle import RemissClosing, chronicle_of
from workflow.record.journal import journal
from workflow.services.decisions import correct_decision

DAY = date(2026, 2, 4)


def kinds_on(case, day):
    return [type(event.fact) for event in chronicle_of(case).events if event.day == day]


@starts_from(Matter.before_committee)
def test_what_happens_on_one_day_is_told_as_it_was_registered(matter, remiss):
    matter.decided(matter.ksau, DAY, Outcome.BIFALL, paragraph=12)
    remiss.sent(public=True, closes_on=DAY)
    remiss.closed(on=date(2026, 2, 5))
    matter.memo(matter.ks, date(2026, 2, 5))
    matter.decided(matter.ks, date(2026, 2, 5), Outcome.BIFALL, paragraph=20)

    assert kinds_on(matter.case, DAY) == [Decision, RemissOpening]
    assert kinds_on(matter.case, date(2026, 2, 5)) == [RemissClosing, Submission, Decision]


@starts_from(Matter.before_council)
def test_a_decision_is_told_on_the_day_that_a_correction_gave_it(matter):
    board = matter.case.decisions.get(body=matter.ks)
    correct_decision(
        decision=board,
        paragraph=80,
        decided_on=date(2026, 5, 3),
        reason="Fel datum i protokollet.",
        on=date(2026, 6, 1),
        user=matter.registrator,
    )

    told = [event.fact for event in chronicle_of(matter.case).events]

    memo = matter.case.submissions.get(body=matter.ks)
    assert told.index(board) < told.index(memo)


@starts_from(Matter.referred_back)
def test_an_answer_to_a_motive_is_public_once_a_memo_has_carried_it(matter, motive_met):
    def is_public():
        events = chronicle_of(matter.case).events
        return [event.is_public for event in events if isinstance(event.fact, MotiveAnswer)]

    motive_met(MotiveResponse.FOLJS)
    before = is_public()
    matter.memo(matter.ks, date(2026, 9, 3))

    assert (before, is_public()) == ([False], [True])


@starts_from(Matter.before_council)
def test_what_had_happened_up_to_a_day_leaves_out_what_came_after(matter):
    until = chronicle_of(matter.case).until(date(2026, 5, 4))

    assert [sent.body for sent in until.of(Submission)] == [matter.ksau, matter.ks]
    assert [decision.body for decision in until.of(Decision)] == [matter.ksau]


TELLERS = {
    "chronicle": chronicle_of,
    "public way": lambda case: read_way(case, on=date(2030, 1, 1)),
    "picture": lambda case: draw_way(chronicle_of(case)),
    "journal": journal,
    "reading room": lambda case: read_case(case, on=date(2030, 1, 1)),
}


@pytest.mark.parametrize("teller", TELLERS)
@starts_from(Matter.reworked)
def test_as_many_queries_are_asked_of_a_long_history_as_of_a_short_one(
    matter, remiss, many_answer, queries, teller
):
    def asked():
        case = type(matter.case).objects.get(pk=matter.case.pk)
        TELLERS[teller](case)
        return queries(lambda: TELLERS[teller](type(case).objects.get(pk=case.pk)))

    remiss.sent(public=True)
    many_answer(remiss, 1)
    remiss.closed()
    matter.memo(matter.ks, date(2026, 5, 4))
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=80)
    short = asked()

    many_answer(remiss, 9)
    for number in range(3):
        matter.decided(matter.kf, date(2026, 6, 15 + number), Outcome.BORDLAGGNING)

    assert asked() == short
