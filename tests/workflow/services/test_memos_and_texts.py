"""Sending a case up, and changing its text: what is answered and marked first (R2, R26, R32)."""

from datetime import date

import pytest

from plandocs.vocabulary import CaseStage, ChangeKind, MotiveResponse, Outcome
from tests.factories.situations import PARAGRAPH, Matter, starts_from
from workflow.errors import RuleViolation
from workflow.models import Submission
from workflow.procedure.changes import changes_since
from workflow.services.memos import MemoWords, answer_motive, draft_memo, send_memo
from workflow.services.texts import edit_text, mark_changes

pytestmark = pytest.mark.django_db

AUGUST = date(2026, 8, 10)


def refused(call, **kwargs):
    before = Submission.objects.count()
    with pytest.raises(RuleViolation) as violation:
        call(**kwargs)
    assert Submission.objects.count() == before
    return violation.value.code


def memo_to(matter, body, on=AUGUST):
    return draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=matter.case,
        to=body,
        on=on,
        user=matter.handlaggare,
    )


def answer(matter, reason="Kostnaden framgår."):
    return answer_motive(
        motive=matter.case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS_DELVIS,
        reason=reason,
        on=date(2026, 8, 1),
        user=matter.handlaggare,
    )


def edit(matter, find="Lampor", replace="Strålkastare", kind=ChangeKind.I_SAK):
    edit_text(
        case=matter.case, find=find, replace=replace, kind=kind, on=AUGUST, user=matter.handlaggare
    )


def edited_in_the_editor(matter, words):
    text = matter.case.latest_text()
    raw = text.body.stream_block.get_prep_value(text.body)
    raw[0]["value"]["content"][0]["value"]["text"] = f"<p>{words}</p>"
    text.body = text.body.stream_block.to_python(raw)
    text.save_revision()


@starts_from(Matter.referred_back)
def test_a_case_does_not_go_up_with_a_carried_motive_unanswered(matter):
    memo = memo_to(matter, matter.ks)

    code = refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare)

    assert code == "motive_unanswered"
    matter.case.refresh_from_db()
    assert matter.case.stage == CaseStage.BEARBETAS


@starts_from(Matter.referred_back)
def test_a_case_goes_up_when_every_carried_motive_is_answered(matter):
    answer(matter)

    matter.memo(matter.ks, AUGUST)

    assert matter.case.stage == CaseStage.HOS_KS


@starts_from(Matter.referred_back)
def test_an_answer_to_a_motive_needs_a_reason(matter):
    code = refused(answer, matter=matter, reason="  ")

    assert code == "reason_missing"


@starts_from(Matter.referred_back)
def test_an_answer_to_a_motive_may_be_reworded_until_the_case_goes_up(matter):
    answer(matter)

    reworded = answer(matter, reason="Kostnaden står i avsnitt 3.")

    assert matter.case.decisions.last().motives.get().answer == reworded
    matter.memo(matter.ks, AUGUST)
    assert refused(answer, matter=matter) == "step_not_possible"


@starts_from(Matter.referred_back)
def test_a_change_made_in_the_editor_after_the_council_must_be_marked_before_the_case_goes_up(
    matter,
):
    answer(matter)
    edited_in_the_editor(matter, "Alla ska kunna låna en elcykel.")
    memo = memo_to(matter, matter.ks)

    code = refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare)

    assert code == "change_unmarked"
    changed = changes_since(matter.case.decisions.last_on_text(), text=matter.case.latest_text())
    mark_changes(
        case=matter.case,
        kinds={found.change.id: ChangeKind.I_SAK for found in changed},
        on=AUGUST,
        user=matter.handlaggare,
    )
    send_memo(memo=memo, on=AUGUST, user=matter.handlaggare)
    assert matter.case.changes.get().before.startswith("Alla ska kunna låna en cykel.")


@starts_from(Matter.reworked)
def test_a_change_before_any_board_has_tried_the_text_needs_no_mark(matter):
    edited_in_the_editor(matter, "Alla ska kunna låna en elcykel.")

    matter.memo(matter.ks, date(2026, 5, 4))

    assert matter.case.stage == CaseStage.HOS_KS


@starts_from(Matter.before_council)
def test_a_change_in_substance_sends_the_case_back_through_the_board(matter):
    edit(matter)

    matter.memo(matter.ks, AUGUST)

    assert matter.case.stage == CaseStage.HOS_KS


@starts_from(Matter.before_council)
def test_the_board_is_not_asked_again_about_a_text_it_has_proposed(matter):
    memo = memo_to(matter, matter.ks)

    assert refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare) == "step_not_possible"


@starts_from(Matter.before_committee, Matter.before_board, Matter.before_council)
def test_a_memo_to_the_committee_is_refused_where_the_case_is_past_it(matter):
    memo = memo_to(matter, matter.ksau)

    assert refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare) == "step_not_possible"


@starts_from(Matter.opened)
def test_a_draft_goes_to_the_committee_before_the_board(matter):
    memo = memo_to(matter, matter.ks)

    assert refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare) == "step_not_possible"


@starts_from(Matter.before_committee)
def test_a_memo_is_sent_once(matter):
    memo = matter.case.submissions.get().memo
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL)

    assert refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare) == "step_not_possible"


@starts_from(Matter.opened)
def test_a_memo_without_a_proposal_is_not_sent(matter):
    memo = draft_memo(
        words=MemoWords(proposal=[]),
        case=matter.case,
        to=matter.ksau,
        on=AUGUST,
        user=matter.handlaggare,
    )

    assert refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare) == "proposal_missing"


@starts_from(Matter.reworked)
def test_a_memo_to_a_body_outside_the_path_is_refused(matter, socialnamnden):
    memo = memo_to(matter, socialnamnden)

    assert refused(send_memo, memo=memo, on=AUGUST, user=matter.handlaggare) == "step_not_possible"


@starts_from(Matter.referred_back)
def test_what_goes_up_in_spite_of_a_rule_needs_a_reason(matter):
    memo = memo_to(matter, matter.ks)
    spared = {
        "memo": memo,
        "on": AUGUST,
        "user": matter.handlaggare,
        "despite": ["motive_unanswered"],
    }

    assert refused(send_memo, **spared) == "note_missing"
    assert send_memo(**spared, note="Brådskande.").despite == ["motive_unanswered"]


@starts_from(Matter.opened)
def test_a_memo_follows_a_draft_that_was_thrown_away(matter):
    first, _second = memo_to(matter, matter.ksau), memo_to(matter, matter.ksau)
    first.delete()

    third = memo_to(matter, matter.ksau)

    assert third.slug == "tjansteskrivelse-1"


@starts_from(Matter.adopted)
def test_a_case_that_has_ended_takes_no_memo(matter):
    assert refused(memo_to, matter=matter, body=matter.kf) == "step_not_possible"


@starts_from(Matter.before_committee)
def test_a_change_made_past_the_record_before_any_decision_can_be_marked(matter):
    edited_in_the_editor(matter, "Alla ska kunna låna en elcykel.")

    marked = mark_changes(
        case=matter.case,
        kinds={PARAGRAPH: ChangeKind.I_SAK},
        on=AUGUST,
        user=matter.handlaggare,
    )

    assert [change.place for change in marked] == ["Bakgrund"]
    matter.decided(matter.ksau, AUGUST, Outcome.BIFALL)
    assert matter.case.stage == CaseStage.BEARBETAS


@pytest.mark.parametrize(
    "replace", ["skolvägar. ", "skolvägar.\u00a0"], ids=["space", "hard space"]
)
@starts_from(Matter.before_council)
def test_a_marked_change_that_no_reader_sees_is_still_a_marked_change(matter, replace):
    edit(matter, find="skolvägar.", replace=replace, kind=ChangeKind.REDAKTIONELL)

    matter.decided(matter.kf, AUGUST, Outcome.BIFALL)
    assert matter.case.stage == CaseStage.ANTAGEN


@starts_from(Matter.adopted)
def test_a_memo_is_never_public(matter):
    memos = [submission.memo for submission in matter.case.submissions.all()]
    assert len(memos) == 2
    assert not any(memo.live for memo in memos)


@starts_from(Matter.opened)
def test_the_same_words_are_no_change(matter):
    code = refused(edit, matter=matter, replace="Lampor")

    assert code == "same_words"
    assert not matter.case.changes.exists()


@starts_from(Matter.opened)
def test_a_phrase_that_stands_twice_is_not_replaced(matter):
    code = refused(edit, matter=matter, find="ska", replace="bör")

    assert code == "phrase_not_found"


@starts_from(Matter.opened)
def test_a_renamed_body_is_changed_in_the_line_and_in_the_list_as_one_place(matter):
    edit(matter, find="Tekniska kontoret", replace="Kommunstyrelsen")

    measure = matter.case.latest_text().body[1].value["measures"][0]
    assert measure["responsible_as_printed"] == "Kommunstyrelsen"
    assert measure["lead"][0]["organisation"] == matter.ks


@starts_from(Matter.adopted)
def test_an_adopted_text_takes_no_edit(matter):
    code = refused(edit, matter=matter)

    assert code == "adopted_text_is_frozen"


@starts_from(Matter.before_council)
def test_a_rejected_text_is_kept_as_it_was(matter):
    matter.decided(matter.kf, date(2026, 6, 15), Outcome.AVSLAG, present=60)

    code = refused(edit, matter=matter)

    assert code == "step_not_possible"
