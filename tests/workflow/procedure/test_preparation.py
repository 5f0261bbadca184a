"""A body decides on the memo that brought the case to it."""

from datetime import date

from plandocs.vocabulary import MotiveResponse, Outcome
from tests.factories.situations import starts_from
from workflow.procedure.memos import memo_before
from workflow.services.memos import answer_motive

JUNE, SEPTEMBER = date(2026, 6, 15), date(2026, 9, 1)


def returned(matter):
    """Referred back, the motive answered, and sent up again with a memo to fullmäktige."""
    matter.referred_back()
    answer_motive(
        motive=matter.case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS,
        reason="Kostnaden har belysts.",
        on=SEPTEMBER,
        user=matter.handlaggare,
    )
    return matter.memo(matter.kf, SEPTEMBER, "Kommunfullmäktige antar planen.")


def test_before_any_memo_there_is_none(matter):
    matter.opened()

    assert memo_before(matter.case, matter.ks) is None


def test_fullmaktige_without_a_memo_of_its_own_has_the_boards(matter):
    matter.before_council()

    assert memo_before(matter.case, matter.kf).body == matter.ks


def test_a_memo_that_is_only_filed_waits_for_its_body(matter):
    matter.before_board().memo(matter.kf, date(2026, 5, 5), "Kommunfullmäktige antar planen.")

    assert memo_before(matter.case, matter.ks).body == matter.ks
    assert memo_before(matter.case, matter.kf).body == matter.kf


@starts_from(returned)
def test_after_a_referral_back_the_board_has_the_memo_to_fullmaktige(matter):
    assert memo_before(matter.case, matter.ks).body == matter.kf


@starts_from(returned)
def test_the_board_does_not_decide_again_in_the_words_of_its_first_memo(matter):
    matter.decided(matter.ks, date(2026, 9, 8), Outcome.BIFALL)
    matter.decided(matter.kf, date(2026, 9, 21), Outcome.BIFALL)

    first, again, adopted = matter.case.decisions.exclude(body=matter.ksau).exclude(
        outcome=Outcome.ATERREMISS
    )
    assert (first.att_satser, again.att_satser) == (["Planen antas."], [])
    assert adopted.att_satser == ["Kommunfullmäktige antar planen."]


@starts_from(returned)
def test_what_was_asked_then_is_found_afterwards(matter):
    first = matter.case.decisions.get(body=matter.ks)

    assert memo_before(matter.case, matter.ks, until=first.registered_at).body == matter.ks
