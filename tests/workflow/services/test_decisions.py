"""Recording a §: every refusal, what it leaves untouched, what is recorded in spite of it.

Sources: kommunallagen (2017:725) 5 kap. 26–28, 45, 50, 53–57 §§; R2, R9, R20–R25, R31.
"""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from plandocs.text.canonical import canonical_text
from plandocs.vocabulary import Basis, CaseStage, ChangeKind, MotiveResponse, Outcome
from tests.factories.situations import Matter, starts_from
from workflow.errors import RuleViolation
from workflow.models import Adoption, Decision, PlanEnding
from workflow.procedure.minutes import Amendment, Minutes, MotiveText
from workflow.rules.votes import Ballot, Vote
from workflow.services.decisions import correct_decision, record_decision
from workflow.services.memos import MemoWords, answer_motive, draft_memo, send_memo
from workflow.services.texts import edit_text

pytestmark = pytest.mark.django_db

JUNE = date(2026, 6, 15)
SEPTEMBER = date(2026, 9, 21)


def refused(matter, body, outcome, on=JUNE, **kwargs):
    """Record a § that is refused; return the code after checking that nothing changed."""
    stage, decisions = matter.case.stage, Decision.objects.count()
    with pytest.raises(RuleViolation) as violation:
        matter.decided(body, on, outcome, **kwargs)
    matter.case.refresh_from_db()
    assert (matter.case.stage, Decision.objects.count()) == (stage, decisions)
    assert violation.value.message
    return violation.value.code


def edit(matter, find, replace, kind, on=JUNE):
    edit_text(
        case=matter.case, find=find, replace=replace, kind=kind, on=on, user=matter.handlaggare
    )


@starts_from(Matter.before_board)
def test_the_council_cannot_decide_before_the_board_has_proposed(matter):
    assert refused(matter, matter.kf, Outcome.BIFALL) == "beredning_missing"


@starts_from(Matter.opened, Matter.before_committee, Matter.reworked, Matter.before_board)
def test_the_council_cannot_decide_on_a_text_that_was_never_proposed(matter):
    assert refused(matter, matter.kf, Outcome.BIFALL) == "beredning_missing"


@starts_from(Matter.before_board)
def test_what_the_minutes_say_is_recorded_in_spite_of_missing_preparation(matter):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        despite=frozenset({"beredning_missing"}),
        note="Protokollet är justerat.",
    )

    assert matter.case.stage == CaseStage.ANTAGEN
    assert matter.case.decisions.last().despite == ["beredning_missing"]


@starts_from(Matter.before_board)
def test_a_deviation_needs_a_reason(matter):
    code = refused(matter, matter.kf, Outcome.BIFALL, despite=frozenset({"beredning_missing"}))

    assert code == "note_missing"


@starts_from(Matter.before_council)
def test_a_code_that_was_not_broken_is_not_recorded_as_a_deviation(matter):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        present=60,
        despite=frozenset({"quorum_missing"}),
        note="För säkerhets skull.",
    )

    assert matter.case.decisions.last().despite == []


@starts_from(Matter.before_council)
def test_a_change_in_substance_after_the_board_stops_the_council(matter):
    edit(matter, "Lampor sätts upp", "Inga lampor sätts upp", ChangeKind.I_SAK)

    assert refused(matter, matter.kf, Outcome.BIFALL) == "changed_in_substance"


@starts_from(Matter.before_council)
def test_the_council_may_decide_when_the_board_has_decided_again(matter):
    edit(matter, "Lampor sätts upp", "Fler lampor sätts upp", ChangeKind.I_SAK)
    matter.decided(matter.ks, date(2026, 6, 16), Outcome.BIFALL, paragraph=91)

    matter.decided(matter.kf, SEPTEMBER, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.before_council)
def test_an_editorial_change_does_not_stop_the_council(matter):
    edit(matter, "Lampor sätts upp", "Lampor monteras", ChangeKind.REDAKTIONELL)

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.before_council)
def test_a_change_in_substance_that_was_taken_back_does_not_stop_the_council(matter):
    edit(matter, "Lampor sätts upp", "Inga lampor sätts upp", ChangeKind.I_SAK)
    edit(matter, "Inga lampor sätts upp", "Lampor sätts upp", ChangeKind.I_SAK)

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.before_council)
def test_the_council_may_not_reject_a_text_that_the_board_never_saw(matter):
    edit(matter, "Lampor sätts upp", "Inga lampor sätts upp", ChangeKind.I_SAK)

    assert refused(matter, matter.kf, Outcome.AVSLAG) == "changed_in_substance"


@starts_from(Matter.before_council)
def test_an_amendment_by_the_council_is_written_into_the_text_and_adopted(matter):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL_MED_ANDRING,
        present=60,
        changes=[Amendment("alla skolvägar", "alla skolvägar och busshållplatser")],
    )

    revision = matter.case.revision
    revision.refresh_from_db()
    assert "busshållplatser" in revision.measures.get().text
    assert revision.adoption.sha256 == matter.case.decisions.last().text_sha256
    assert matter.case.changes.get().decision == matter.case.decisions.last()


@starts_from(Matter.before_board)
def test_an_amendment_by_the_board_is_the_boards_proposal(matter):
    matter.decided(
        matter.ks,
        date(2026, 5, 19),
        Outcome.BIFALL_MED_ANDRING,
        changes=[Amendment("alla skolvägar", "de flesta skolvägar")],
    )

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.before_council)
def test_an_amendment_must_say_which_words_it_changes(matter):
    assert refused(matter, matter.kf, Outcome.BIFALL_MED_ANDRING) == "amendment_missing"


@starts_from(Matter.before_council)
def test_an_amendment_of_words_that_are_not_there_records_nothing(matter):
    code = refused(
        matter, matter.kf, Outcome.BIFALL_MED_ANDRING, changes=[Amendment("månresor", "resor")]
    )

    assert code == "phrase_not_found"


@starts_from(Matter.before_council)
def test_half_of_the_members_are_no_quorum(matter):
    assert refused(matter, matter.kf, Outcome.BIFALL, present=30) == "quorum_missing"


@pytest.mark.parametrize(
    "ballot",
    [
        Ballot(present=61, in_favour=40, against=30),
        Ballot(present=62, in_favour=40, against=20),
        Ballot(present=60, in_favour=30, against=30),
    ],
    ids=["more votes than present", "more present than members", "a tie without the chair"],
)
@starts_from(Matter.before_council)
def test_a_count_that_cannot_be_is_refused(matter, ballot):
    assert refused(matter, matter.kf, Outcome.BIFALL, ballot=ballot) == "ballot_impossible"


@starts_from(Matter.before_council)
def test_a_lost_vote_carries_nothing(matter):
    ballot = Ballot(present=61, in_favour=20, against=41)

    assert refused(matter, matter.kf, Outcome.BIFALL, ballot=ballot) == "not_enough_support"


@starts_from(Matter.before_council)
def test_fewer_than_a_third_cannot_refer_back(matter):
    ballot = Ballot(present=61, in_favour=20, against=41)

    code = refused(
        matter, matter.kf, Outcome.ATERREMISS, ballot=ballot, motives=[MotiveText("Mer.", 20)]
    )

    assert code == "not_enough_support"


@starts_from(Matter.before_board)
def test_a_third_of_the_board_has_no_right_to_refer_back(matter):
    ballot = Ballot(present=15, in_favour=6, against=9)

    assert refused(matter, matter.ks, Outcome.ATERREMISS, ballot=ballot) == "not_enough_support"


@starts_from(Matter.before_council)
def test_a_referral_by_the_council_needs_its_motive(matter):
    assert refused(matter, matter.kf, Outcome.ATERREMISS, present=61) == "motive_missing"


@starts_from(Matter.referred_back)
def test_a_minority_refers_back_once_and_its_motive_is_carried(matter):
    decision = matter.case.decisions.last()
    assert decision.basis == Basis.MINORITY
    assert decision.motives.get().carried
    assert matter.case.stage == CaseStage.BEARBETAS


def referred_back_and_before_council_again(matter):
    answer_motive(
        motive=matter.referred_back().case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS_INTE,
        reason="Kostnaden framgår redan.",
        on=date(2026, 8, 1),
        user=matter.handlaggare,
    )
    matter.memo(matter.ks, date(2026, 8, 10))
    return matter.decided(matter.ks, date(2026, 8, 25), Outcome.BIFALL, paragraph=120)


def refused_to_a_minority(matter, outcome, **kwargs):
    ballot, motives = Ballot(present=61, in_favour=25, against=36), [MotiveText("Igen.", 25)]
    return refused(
        matter, matter.kf, outcome, on=SEPTEMBER, ballot=ballot, motives=motives, **kwargs
    )


@starts_from(referred_back_and_before_council_again)
def test_a_minority_may_not_refer_the_same_case_back_twice(matter):
    assert refused_to_a_minority(matter, Outcome.ATERREMISS) == "minority_right_spent"


@starts_from(Matter.before_council)
def test_tabling_by_a_minority_spends_the_right_to_refer_back(matter):
    matter.decided(matter.kf, JUNE, Outcome.BORDLAGGNING, present=61, requested_by=21)

    code = refused_to_a_minority(matter, Outcome.ATERREMISS)

    assert matter.case.stage == CaseStage.HOS_KF
    assert code == "minority_right_spent"


@starts_from(referred_back_and_before_council_again)
def test_a_majority_may_refer_back_after_a_minority_has(matter):
    matter.decided(
        matter.kf,
        SEPTEMBER,
        Outcome.ATERREMISS,
        ballot=Ballot(present=61, in_favour=40, against=21),
        motives=[MotiveText("Nya siffror.", 40)],
    )

    assert matter.case.decisions.last().basis == Basis.MAJORITY


@starts_from(Matter.before_council)
def test_a_basis_with_a_note_wins_over_the_computed_one(matter):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        ballot=Ballot(present=61, in_favour=14, against=0),
        basis=Basis.MINORITY,
        note="Ordföranden fann att en minoritet begärt återremissen.",
        motives=[MotiveText("Kostnaden.", 14)],
    )

    assert matter.case.decisions.last().basis == Basis.MINORITY


@starts_from(Matter.before_council)
def test_the_vote_on_the_outcome_is_found_among_all_votes_of_the_paragraph(matter):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        present=61,
        votes=[
            Vote("Avgöras i dag?", "att ärendet avgörs i dag", "återremiss", 36, 25),
        ],
        motives=[MotiveText("Kostnaden.", 25)],
    )

    decision = matter.case.decisions.last()
    assert (decision.in_favour, decision.against) == (25, 36)
    assert decision.basis == Basis.MINORITY
    assert decision.votes.count() == 1


@starts_from(Matter.before_council)
def test_a_motive_without_words_is_no_motive_even_in_spite_of_the_rule(matter):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        motives=[MotiveText("  ", 25)],
        despite=frozenset({"motive_missing"}),
        note="Protokollet saknar motivering.",
    )

    assert matter.case.decisions.last().despite == ["motive_missing"]
    assert not matter.case.decisions.last().motives.exists()


@starts_from(Matter.before_board)
def test_only_a_referrals_motives_wait_for_an_answer(matter):
    matter.decided(
        matter.ks,
        date(2026, 5, 19),
        Outcome.BORDLAGGNING,
        motives=[MotiveText("Fler siffror behövs.", 3)],
    )

    assert [motive.carried for motive in matter.case.decisions.last().motives.all()] == [False]


@starts_from(Matter.referred_back)
def test_a_motive_that_an_earlier_referral_left_unanswered_may_still_be_answered(matter):
    left = matter.case.decisions.last().motives.get()
    memo = draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=matter.case,
        to=matter.ks,
        on=JUNE,
        user=matter.handlaggare,
    )
    send_memo(
        memo=memo,
        on=JUNE,
        user=matter.handlaggare,
        despite=["motive_unanswered"],
        note="Ärendet var brådskande.",
    )
    matter.decided(matter.ks, JUNE, Outcome.ATERREMISS)

    answer_motive(
        motive=left,
        response=MotiveResponse.FOLJS,
        reason="Kostnaden står nu i planen.",
        on=SEPTEMBER,
        user=matter.handlaggare,
    )

    assert matter.memo(matter.ks, SEPTEMBER).case.stage == CaseStage.HOS_KS


@pytest.mark.parametrize("basis", [Basis.MINORITY, Basis.MAJORITY])
@starts_from(referred_back_and_before_council_again)
def test_naming_the_basis_does_not_give_a_minority_its_right_back(matter, basis):
    code = refused_to_a_minority(
        matter, Outcome.BORDLAGGNING, basis=basis, note="Ordföranden fann så."
    )

    assert code == "minority_right_spent"


@starts_from(Matter.before_council)
def test_the_seats_of_that_day_go_before_the_seats_of_the_register(matter):
    assert refused(matter, matter.kf, Outcome.BIFALL, present=62) == "ballot_impossible"
    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=62, seats=71)
    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.referred_back)
def test_after_a_referral_the_same_chain_is_walked_again(matter):
    answer_motive(
        motive=matter.case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS,
        reason="Kostnaden står nu i planen.",
        on=date(2026, 8, 1),
        user=matter.handlaggare,
    )

    matter.memo(matter.kf, date(2026, 8, 10))

    assert matter.case.stage == CaseStage.HOS_KS


@starts_from(Matter.before_board)
def test_the_boards_proposal_takes_the_case_to_the_council(matter):
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)

    assert matter.case.stage == CaseStage.HOS_KF


@starts_from(Matter.before_board)
def test_a_memo_to_the_council_while_the_board_has_the_case_is_filed_and_moves_nothing(matter):
    matter.memo(matter.kf, date(2026, 5, 5))

    assert matter.case.stage == CaseStage.HOS_KS
    assert not matter.case.submissions.last().moved_case


@pytest.mark.parametrize("outcome", [Outcome.BORDLAGGNING, Outcome.UTGAR])
@starts_from(Matter.before_board)
def test_what_is_tabled_or_struck_stays_where_it_is(matter, outcome):
    matter.decided(matter.ks, date(2026, 5, 19), outcome)

    assert matter.case.stage == CaseStage.HOS_KS


@starts_from(Matter.before_board)
def test_a_board_may_propose_that_the_council_reject(matter):
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.AVSLAG)

    assert matter.case.stage == CaseStage.HOS_KF


@starts_from(Matter.before_committee)
def test_rejection_by_the_committee_returns_the_case_for_reworking(matter):
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.AVSLAG)

    assert matter.case.stage == CaseStage.BEARBETAS


@starts_from(Matter.before_council)
def test_only_the_deciding_bodys_rejection_ends_the_case_and_the_text_is_kept(matter):
    matter.decided(matter.kf, JUNE, Outcome.AVSLAG, present=60)

    revision = matter.case.revision
    revision.refresh_from_db()
    assert matter.case.stage == CaseStage.AVSLAGEN
    assert not revision.live
    assert "Lampor sätts upp" in canonical_text(revision)


@starts_from(Matter.before_council)
def test_a_paragraph_stands_for_one_decision_of_its_body_and_year(matter):
    assert refused(matter, matter.ks, Outcome.BIFALL, paragraph=80) == "paragraph_taken"


@starts_from(Matter.before_board)
def test_the_same_paragraph_of_another_year_is_free(matter):
    matter.decided(matter.ks, date(2027, 1, 12), Outcome.BIFALL, paragraph=12)

    assert matter.case.stage == CaseStage.HOS_KF


def sent_in_a_form(matter, minutes, key):
    return record_decision(case=matter.case, minutes=minutes, user=matter.registrator, form_key=key)


@starts_from(Matter.before_council)
def test_the_same_form_sent_twice_records_one_decision(matter):
    minutes = Minutes(body=matter.kf, decided_on=JUNE, outcome=Outcome.BIFALL, paragraph=90)
    key = uuid4()

    first = sent_in_a_form(matter, minutes, key)
    second = sent_in_a_form(matter, minutes, key)

    assert first == second


@pytest.mark.parametrize("other", [{"paragraph": 91}, {"outcome": Outcome.AVSLAG}])
@starts_from(Matter.before_council)
def test_the_same_form_with_another_paragraph_in_it_is_refused_and_not_passed_over(matter, other):
    minutes = Minutes(body=matter.kf, decided_on=JUNE, outcome=Outcome.BORDLAGGNING, paragraph=90)
    key = uuid4()
    sent_in_a_form(matter, minutes, key)

    with pytest.raises(RuleViolation) as violation:
        sent_in_a_form(matter, replace(minutes, **other), key)

    assert violation.value.code == "form_already_sent"


def correct(matter, decision, *, paragraph, decided_on):
    correct_decision(
        decision=decision,
        paragraph=paragraph,
        decided_on=decided_on,
        reason="Skrivfel i förteckningen.",
        on=SEPTEMBER,
        user=matter.registrator,
    )


@starts_from(Matter.adopted)
def test_a_correction_that_is_sent_twice_is_written_once(matter):
    decision = matter.case.decisions.last()
    correct(matter, decision, paragraph=91, decided_on=JUNE)

    with pytest.raises(RuleViolation) as violation:
        correct(matter, decision, paragraph=91, decided_on=JUNE)

    assert violation.value.code == "nothing_to_correct"
    assert decision.corrections.count() == 1


@starts_from(Matter.adopted)
def test_a_wrong_paragraph_is_corrected_by_a_new_fact_that_names_the_old(matter):
    decision = matter.case.decisions.last()

    correct(matter, decision, paragraph=91, decided_on=JUNE)

    decision = Decision.objects.get(pk=decision.pk)
    assert decision.paragraph == 90
    assert decision.current_paragraph == 91
    assert "§ 90" in decision.correction.was


@starts_from(Matter.adopted)
def test_a_corrected_day_is_that_of_what_the_decision_adopted_and_ended(matter):
    plan = matter.case.plan
    decision, right = matter.case.decisions.last(), date(2026, 6, 16)
    PlanEnding.objects.create(plan=plan, decision=decision, ended_on=JUNE)

    correct(matter, decision, paragraph=90, decided_on=right)

    assert Adoption.objects.get(decision=decision).adopted_on == right
    assert PlanEnding.objects.get(decision=decision).ended_on == right


@starts_from(Matter.before_council)
def test_a_correction_frees_the_wrong_number_for_the_matter_that_has_it(matter):
    decision = matter.case.decisions.get(body=matter.ks)
    correct(matter, decision, paragraph=81, decided_on=decision.decided_on)
    edit(matter, "Lampor sätts upp", "Fler lampor sätts upp", ChangeKind.I_SAK)

    matter.decided(matter.ks, date(2026, 6, 20), Outcome.BIFALL, paragraph=80)

    assert matter.case.decisions.last().paragraph == 80


@starts_from(Matter.before_council)
def test_a_correction_cannot_take_a_number_that_stands_for_another(matter):
    decision = matter.case.decisions.get(body=matter.ks)
    edit(matter, "Lampor sätts upp", "Fler lampor sätts upp", ChangeKind.I_SAK)
    matter.decided(matter.ks, date(2026, 6, 20), Outcome.BIFALL, paragraph=95)

    with pytest.raises(RuleViolation) as violation:
        correct(matter, decision, paragraph=95, decided_on=decision.decided_on)

    assert violation.value.code == "paragraph_taken"
    assert decision.correction is None


@starts_from(Matter.announced)
def test_a_correction_cannot_put_the_meeting_after_its_own_notice(matter):
    with pytest.raises(RuleViolation) as violation:
        correct(matter, matter.case.decisions.last(), paragraph=90, decided_on=date(2026, 6, 22))

    assert violation.value.code == "dates_impossible"


@starts_from(Matter.before_council)
def test_a_text_saved_past_the_record_stops_the_decision(matter):
    text = matter.case.latest_text()
    text.summary = "Sparat förbi protokollet."
    text.save_revision()
    lifted = {"despite": ["changed_in_substance"], "note": "Bara sammanfattningen."}

    assert refused(matter, matter.kf, Outcome.BIFALL, present=60) == "changed_in_substance"
    assert refused(matter, matter.kf, Outcome.BIFALL, present=60, **lifted) == "text_changed"


def test_a_case_decided_by_the_board_ends_there(matter):
    matter.opened(decided_by=matter.ks).memo(matter.ksau, date(2026, 1, 20))
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL)
    matter.memo(matter.ks, date(2026, 3, 1))

    matter.decided(matter.ks, date(2026, 3, 17), Outcome.BIFALL)

    assert matter.case.stage == CaseStage.ANTAGEN


def test_a_case_decided_by_a_committee_needs_no_proposal_by_the_board(matter, socialnamnden):
    matter.opened(decided_by=socialnamnden).memo(matter.ksau, date(2026, 1, 20))
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL)
    matter.memo(socialnamnden, date(2026, 3, 1))

    matter.decided(socialnamnden, date(2026, 3, 17), Outcome.BIFALL)

    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.before_board)
def test_another_committees_proposal_is_enough_when_the_board_could_comment(matter, socialnamnden):
    matter.decided(socialnamnden, date(2026, 5, 12), Outcome.BIFALL)

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


@pytest.mark.parametrize("outcome", list(Outcome))
@starts_from(Matter.adopted)
def test_no_body_decides_on_a_case_that_has_ended(matter, outcome):
    code = refused(matter, matter.kf, outcome, on=SEPTEMBER, motives=[MotiveText("Mer.", None)])

    assert code == "step_not_possible"


@starts_from(Matter.before_council)
def test_a_body_outside_the_path_has_no_say_before_the_council(matter, socialnamnden):
    assert refused(matter, socialnamnden, Outcome.BIFALL) == "step_not_possible"
