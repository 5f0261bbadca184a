"""Recording a §: every refusal, what it leaves untouched, what is recorded in spite of it.

Sources: kommunallagen (2017:725) 5 kap. 26–28, 45, 50, 53–57 §§; R2, R9, R20–R25, R31.
"""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from plandocs.canonical import canonical_text
from plandocs.vocabulary import Basis, CaseStage, ChangeKind, MotiveResponse, Outcome
from workflow.errors import RuleViolation
from workflow.minutes import Amendment, Minutes, MotiveText
from workflow.models import Adoption, Decision, PlanEnding
from workflow.rules.votes import Ballot, Vote
from workflow.services.decisions import correct_decision, record_decision
from workflow.services.memos import draft_memo, send_memo
from workflow.services.motives import answer_motive
from workflow.services.publication import announce
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


def test_the_council_cannot_decide_before_the_board_has_proposed(matter):
    matter.before_board()

    assert refused(matter, matter.kf, Outcome.BIFALL) == "beredning_missing"


@pytest.mark.parametrize("situation", ["opened", "before_committee", "reworked", "before_board"])
def test_the_council_cannot_decide_on_a_text_that_was_never_proposed(matter, situation):
    getattr(matter, situation)()

    assert refused(matter, matter.kf, Outcome.BIFALL) == "beredning_missing"


def test_what_the_minutes_say_is_recorded_in_spite_of_missing_preparation(matter):
    matter.before_board()

    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        despite=frozenset({"beredning_missing"}),
        note="Protokollet är justerat.",
    )

    assert matter.case.stage == CaseStage.ANTAGEN
    assert matter.case.decisions.last().despite == ["beredning_missing"]


def test_a_deviation_needs_a_reason(matter):
    matter.before_board()

    code = refused(matter, matter.kf, Outcome.BIFALL, despite=frozenset({"beredning_missing"}))

    assert code == "note_missing"


def test_a_code_that_was_not_broken_is_not_recorded_as_a_deviation(matter):
    matter.before_council().decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        present=60,
        despite=frozenset({"quorum_missing"}),
        note="För säkerhets skull.",
    )

    assert matter.case.decisions.last().despite == []


def test_a_change_in_substance_after_the_board_stops_the_council(matter):
    matter.before_council()
    edit(matter, "Lampor sätts upp", "Inga lampor sätts upp", ChangeKind.I_SAK)

    assert refused(matter, matter.kf, Outcome.BIFALL) == "changed_in_substance"


def test_the_council_may_decide_when_the_board_has_decided_again(matter):
    matter.before_council()
    edit(matter, "Lampor sätts upp", "Fler lampor sätts upp", ChangeKind.I_SAK)
    matter.decided(matter.ks, date(2026, 6, 16), Outcome.BIFALL, paragraph=91)

    matter.decided(matter.kf, SEPTEMBER, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


def test_an_editorial_change_does_not_stop_the_council(matter):
    matter.before_council()
    edit(matter, "Lampor sätts upp", "Lampor monteras", ChangeKind.REDAKTIONELL)

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


def test_a_change_in_substance_that_was_taken_back_does_not_stop_the_council(matter):
    matter.before_council()
    edit(matter, "Lampor sätts upp", "Inga lampor sätts upp", ChangeKind.I_SAK)
    edit(matter, "Inga lampor sätts upp", "Lampor sätts upp", ChangeKind.I_SAK)

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


def test_the_council_may_not_reject_a_text_that_the_board_never_saw(matter):
    matter.before_council()
    edit(matter, "Lampor sätts upp", "Inga lampor sätts upp", ChangeKind.I_SAK)

    assert refused(matter, matter.kf, Outcome.AVSLAG) == "changed_in_substance"


def test_an_amendment_by_the_council_is_written_into_the_text_and_adopted(matter):
    matter.before_council().decided(
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


def test_an_amendment_by_the_board_is_the_boards_proposal(matter):
    matter.before_board().decided(
        matter.ks,
        date(2026, 5, 19),
        Outcome.BIFALL_MED_ANDRING,
        changes=[Amendment("alla skolvägar", "de flesta skolvägar")],
    )

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


def test_an_amendment_must_say_which_words_it_changes(matter):
    matter.before_council()

    assert refused(matter, matter.kf, Outcome.BIFALL_MED_ANDRING) == "amendment_missing"


def test_an_amendment_of_words_that_are_not_there_records_nothing(matter):
    matter.before_council()

    code = refused(
        matter, matter.kf, Outcome.BIFALL_MED_ANDRING, changes=[Amendment("månresor", "resor")]
    )

    assert code == "phrase_not_found"


def test_half_of_the_members_are_no_quorum(matter):
    matter.before_council()

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
def test_a_count_that_cannot_be_is_refused(matter, ballot):
    matter.before_council()

    assert refused(matter, matter.kf, Outcome.BIFALL, ballot=ballot) == "ballot_impossible"


def test_a_lost_vote_carries_nothing(matter):
    matter.before_council()
    ballot = Ballot(present=61, in_favour=20, against=41)

    assert refused(matter, matter.kf, Outcome.BIFALL, ballot=ballot) == "not_enough_support"


def test_fewer_than_a_third_cannot_refer_back(matter):
    matter.before_council()
    ballot = Ballot(present=61, in_favour=20, against=41)

    code = refused(
        matter, matter.kf, Outcome.ATERREMISS, ballot=ballot, motives=[MotiveText("Mer.", 20)]
    )

    assert code == "not_enough_support"


def test_a_third_of_the_board_has_no_right_to_refer_back(matter):
    matter.before_board()
    ballot = Ballot(present=15, in_favour=6, against=9)

    assert refused(matter, matter.ks, Outcome.ATERREMISS, ballot=ballot) == "not_enough_support"


def test_a_referral_by_the_council_needs_its_motive(matter):
    matter.before_council()

    assert refused(matter, matter.kf, Outcome.ATERREMISS, present=61) == "motive_missing"


def test_a_minority_refers_back_once_and_its_motive_is_carried(matter):
    matter.referred_back()

    decision = matter.case.decisions.last()
    assert decision.basis == Basis.MINORITY
    assert decision.motives.get().carried
    assert matter.case.stage == CaseStage.BEARBETAS


def before_council_again(matter):
    answer_motive(
        motive=matter.case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS_INTE,
        reason="Kostnaden framgår redan.",
        on=date(2026, 8, 1),
        user=matter.handlaggare,
    )
    matter.memo(matter.ks, date(2026, 8, 10))
    return matter.decided(matter.ks, date(2026, 8, 25), Outcome.BIFALL, paragraph=120)


def test_a_minority_may_not_refer_the_same_case_back_twice(matter):
    before_council_again(matter.referred_back())
    ballot = Ballot(present=61, in_favour=25, against=36)

    code = refused(
        matter,
        matter.kf,
        Outcome.ATERREMISS,
        on=SEPTEMBER,
        ballot=ballot,
        motives=[MotiveText("Igen.", 25)],
    )

    assert code == "minority_right_spent"


def test_tabling_by_a_minority_spends_the_right_to_refer_back(matter):
    matter.before_council().decided(
        matter.kf, JUNE, Outcome.BORDLAGGNING, present=61, requested_by=21
    )

    code = refused(
        matter,
        matter.kf,
        Outcome.ATERREMISS,
        on=SEPTEMBER,
        ballot=Ballot(present=61, in_favour=25, against=36),
        motives=[MotiveText("Kostnaden.", 25)],
    )

    assert matter.case.stage == CaseStage.HOS_KF
    assert code == "minority_right_spent"


def test_a_majority_may_refer_back_after_a_minority_has(matter):
    before_council_again(matter.referred_back()).decided(
        matter.kf,
        SEPTEMBER,
        Outcome.ATERREMISS,
        ballot=Ballot(present=61, in_favour=40, against=21),
        motives=[MotiveText("Nya siffror.", 40)],
    )

    assert matter.case.decisions.last().basis == Basis.MAJORITY


def test_a_basis_with_a_note_wins_over_the_computed_one(matter):
    matter.before_council().decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        ballot=Ballot(present=61, in_favour=14, against=0),
        basis=Basis.MINORITY,
        note="Ordföranden fann att en minoritet begärt återremissen.",
        motives=[MotiveText("Kostnaden.", 14)],
    )

    assert matter.case.decisions.last().basis == Basis.MINORITY


def test_the_vote_on_the_outcome_is_found_among_all_votes_of_the_paragraph(matter):
    matter.before_council().decided(
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


def test_a_motive_without_words_is_no_motive_even_in_spite_of_the_rule(matter):
    matter.before_council().decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        motives=[MotiveText("  ", 25)],
        despite=frozenset({"motive_missing"}),
        note="Protokollet saknar motivering.",
    )

    assert matter.case.decisions.last().despite == ["motive_missing"]
    assert not matter.case.decisions.last().motives.exists()


def test_only_a_referrals_motives_wait_for_an_answer(matter):
    matter.before_board().decided(
        matter.ks,
        date(2026, 5, 19),
        Outcome.BORDLAGGNING,
        motives=[MotiveText("Fler siffror behövs.", 3)],
    )

    assert [motive.carried for motive in matter.case.decisions.last().motives.all()] == [False]


def test_a_motive_that_an_earlier_referral_left_unanswered_may_still_be_answered(matter):
    matter.referred_back()
    left = matter.case.decisions.last().motives.get()
    memo = draft_memo(
        case=matter.case, to=matter.ks, proposal=["Antas."], on=JUNE, user=matter.handlaggare
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


@pytest.mark.parametrize(
    ("basis", "code"),
    [(Basis.MINORITY, "minority_right_spent"), (Basis.MAJORITY, "minority_right_spent")],
)
def test_naming_the_basis_does_not_give_a_minority_its_right_back(matter, basis, code):
    before_council_again(matter.referred_back())

    found = refused(
        matter,
        matter.kf,
        Outcome.BORDLAGGNING,
        on=SEPTEMBER,
        ballot=Ballot(present=61, in_favour=25, against=36),
        basis=basis,
        note="Ordföranden fann så.",
    )

    assert found == code


def test_the_seats_of_that_day_go_before_the_seats_of_the_register(matter):
    matter.before_council()

    assert refused(matter, matter.kf, Outcome.BIFALL, present=62) == "ballot_impossible"
    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=62, seats=71)
    assert matter.case.stage == CaseStage.ANTAGEN


def test_after_a_referral_the_same_chain_is_walked_again(matter):
    matter.referred_back()
    answer_motive(
        motive=matter.case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS,
        reason="Kostnaden står nu i planen.",
        on=date(2026, 8, 1),
        user=matter.handlaggare,
    )

    matter.memo(matter.kf, date(2026, 8, 10))

    assert matter.case.stage == CaseStage.HOS_KS


def test_a_memo_to_the_council_goes_there_when_the_boards_proposal_stands(matter):
    matter.before_council()

    assert matter.case.stage == CaseStage.HOS_KF


def test_a_memo_to_the_council_while_the_board_has_the_case_is_filed_and_moves_nothing(matter):
    matter.before_board()

    matter.memo(matter.kf, date(2026, 5, 5))

    assert matter.case.stage == CaseStage.HOS_KS
    assert not matter.case.submissions.last().moved_case


@pytest.mark.parametrize("outcome", [Outcome.BORDLAGGNING, Outcome.UTGAR])
def test_what_is_tabled_or_struck_stays_where_it_is(matter, outcome):
    matter.before_board().decided(matter.ks, date(2026, 5, 19), outcome)

    assert matter.case.stage == CaseStage.HOS_KS


def test_a_board_may_propose_that_the_council_reject(matter):
    matter.before_board().decided(matter.ks, date(2026, 5, 19), Outcome.AVSLAG)

    assert matter.case.stage == CaseStage.HOS_KF


def test_rejection_by_the_committee_returns_the_case_for_reworking(matter):
    matter.before_committee().decided(matter.ksau, date(2026, 2, 3), Outcome.AVSLAG)

    assert matter.case.stage == CaseStage.BEARBETAS


def test_only_the_deciding_bodys_rejection_ends_the_case_and_the_text_is_kept(matter):
    matter.before_council().decided(matter.kf, JUNE, Outcome.AVSLAG, present=60)

    revision = matter.case.revision
    revision.refresh_from_db()
    assert matter.case.stage == CaseStage.AVSLAGEN
    assert not revision.live
    assert "Lampor sätts upp" in canonical_text(revision)


def test_a_paragraph_stands_for_one_decision_of_its_body_and_year(matter):
    matter.before_council()

    assert refused(matter, matter.ks, Outcome.BIFALL, paragraph=80) == "paragraph_taken"


def test_the_same_paragraph_of_another_year_is_free(matter):
    matter.before_board()

    matter.decided(matter.ks, date(2027, 1, 12), Outcome.BIFALL, paragraph=12)

    assert matter.case.stage == CaseStage.HOS_KF


def test_the_same_form_sent_twice_records_one_decision(matter):
    matter.before_council()
    minutes = Minutes(body=matter.kf, decided_on=JUNE, outcome=Outcome.BIFALL, paragraph=90)
    key = uuid4()

    first = record_decision(
        case=matter.case, minutes=minutes, user=matter.registrator, form_key=key
    )
    second = record_decision(
        case=matter.case, minutes=minutes, user=matter.registrator, form_key=key
    )

    assert first == second


@pytest.mark.parametrize("other", [{"paragraph": 91}, {"outcome": Outcome.AVSLAG}])
def test_the_same_form_with_another_paragraph_in_it_is_refused_and_not_passed_over(matter, other):
    matter.before_council()
    minutes = Minutes(body=matter.kf, decided_on=JUNE, outcome=Outcome.BORDLAGGNING, paragraph=90)
    key = uuid4()
    record_decision(case=matter.case, minutes=minutes, user=matter.registrator, form_key=key)

    with pytest.raises(RuleViolation) as violation:
        record_decision(
            case=matter.case,
            minutes=replace(minutes, **other),
            user=matter.registrator,
            form_key=key,
        )

    assert violation.value.code == "form_already_sent"


def test_a_correction_that_is_sent_twice_is_written_once(matter):
    decision = matter.adopted().case.decisions.last()
    right = {
        "decision": decision,
        "paragraph": 91,
        "decided_on": JUNE,
        "reason": "Skrivfel.",
        "on": JUNE,
        "user": matter.registrator,
    }
    correct_decision(**right)

    with pytest.raises(RuleViolation) as violation:
        correct_decision(**right)

    assert violation.value.code == "nothing_to_correct"
    assert decision.corrections.count() == 1


def test_a_wrong_paragraph_is_corrected_by_a_new_fact_that_names_the_old(matter):
    matter.adopted()
    decision = matter.case.decisions.last()

    correct_decision(
        decision=decision,
        paragraph=91,
        decided_on=JUNE,
        reason="Skrivfel i förteckningen.",
        on=date(2026, 6, 20),
        user=matter.registrator,
    )

    decision = Decision.objects.get(pk=decision.pk)
    assert decision.paragraph == 90
    assert decision.current_paragraph == 91
    assert "§ 90" in decision.correction.was


def test_a_corrected_day_is_that_of_what_the_decision_adopted_and_ended(matter):
    plan = matter.adopted().case.plan
    decision, right = matter.case.decisions.last(), date(2026, 6, 16)
    PlanEnding.objects.create(plan=plan, decision=decision, ended_on=JUNE)

    correct_decision(
        decision=decision,
        paragraph=90,
        decided_on=right,
        reason="Fel dag.",
        on=date(2026, 6, 20),
        user=matter.registrator,
    )

    assert Adoption.objects.get(decision=decision).adopted_on == right
    assert PlanEnding.objects.get(decision=decision).ended_on == right


def test_a_correction_frees_the_wrong_number_for_the_matter_that_has_it(matter):
    matter.before_council()
    correct_decision(
        decision=matter.case.decisions.get(body=matter.ks),
        paragraph=81,
        decided_on=date(2026, 5, 19),
        reason="Fel nummer.",
        on=JUNE,
        user=matter.registrator,
    )
    edit(matter, "Lampor sätts upp", "Fler lampor sätts upp", ChangeKind.I_SAK)

    matter.decided(matter.ks, date(2026, 6, 20), Outcome.BIFALL, paragraph=80)

    assert matter.case.decisions.last().paragraph == 80


def test_a_correction_cannot_take_a_number_that_stands_for_another(matter):
    matter.before_council()
    decision = matter.case.decisions.get(body=matter.ks)
    edit(matter, "Lampor sätts upp", "Fler lampor sätts upp", ChangeKind.I_SAK)
    matter.decided(matter.ks, date(2026, 6, 20), Outcome.BIFALL, paragraph=95)

    with pytest.raises(RuleViolation) as violation:
        correct_decision(
            decision=decision,
            paragraph=95,
            decided_on=date(2026, 5, 19),
            reason="Fel nummer.",
            on=JUNE,
            user=matter.registrator,
        )

    assert violation.value.code == "paragraph_taken"
    assert decision.correction is None


def test_a_correction_cannot_put_the_meeting_after_its_own_notice(matter):
    matter.adopted()
    announce(
        case=matter.case,
        adjusted_on=date(2026, 6, 16),
        announced_on=date(2026, 6, 17),
        user=matter.registrator,
    )

    with pytest.raises(RuleViolation) as violation:
        correct_decision(
            decision=matter.case.decisions.last(),
            paragraph=90,
            decided_on=date(2026, 6, 22),
            reason="Fel dag.",
            on=SEPTEMBER,
            user=matter.registrator,
        )

    assert violation.value.code == "dates_impossible"


def test_a_text_saved_past_the_record_stops_the_decision(matter):
    matter.before_council()
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


def test_another_committees_proposal_is_enough_when_the_board_could_comment(matter, socialnamnden):
    matter.before_board().decided(socialnamnden, date(2026, 5, 12), Outcome.BIFALL)

    matter.decided(matter.kf, JUNE, Outcome.BIFALL, present=60)

    assert matter.case.stage == CaseStage.ANTAGEN


@pytest.mark.parametrize("outcome", list(Outcome))
def test_no_body_decides_on_a_case_that_has_ended(matter, outcome):
    matter.adopted()

    code = refused(matter, matter.kf, outcome, on=SEPTEMBER, motives=[MotiveText("Mer.", None)])

    assert code == "step_not_possible"


def test_a_body_outside_the_path_has_no_say_before_the_council(matter, socialnamnden):
    matter.before_council()

    assert refused(matter, socialnamnden, Outcome.BIFALL) == "step_not_possible"
