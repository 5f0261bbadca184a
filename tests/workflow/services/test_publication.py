"""Adoption and after: the notice, the clock, appeals, laga kraft, endings, index (R34–R38)."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.core import mail

from plandocs.models import PlanPage
from plandocs.vocabulary import AppealOutcome, Outcome
from tests.factories import OrganisationFactory
from tests.factories.situations import BODY, Matter, starts_from
from workflow.errors import RuleViolation
from workflow.models import Announcement, Appeal, LagaKraft, PlanEnding
from workflow.procedure.in_force import ending_on, revision_in_force, texts_in_force
from workflow.reading.listing.entries import entries_for
from workflow.reading.plan.reading import read_plan
from workflow.rules.appeal import AppealStatus
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.cases import NewCase, NewPlan, open_case
from workflow.services.publication import index_measures

pytestmark = pytest.mark.django_db

ADJUSTED, NOTICED = date(2026, 6, 18), date(2026, 6, 19)


def notice(matter, adjusted_on=ADJUSTED, announced_on=NOTICED):
    announce(
        case=matter.case,
        adjusted_on=adjusted_on,
        announced_on=announced_on,
        user=matter.registrator,
    )


def appeal(matter, outcome, on):
    record_appeal(case=matter.case, outcome=outcome, on=on, user=matter.registrator)


def confirm(matter, on):
    confirm_laga_kraft(case=matter.case, on=on, user=matter.registrator)


def code_of(call, *args, **kwargs):
    with pytest.raises(RuleViolation) as violation:
        call(*args, **kwargs)
    return violation.value.code


@starts_from(Matter.adopted)
def test_nothing_is_known_of_an_appeal_before_the_decision(matter):
    day_before = matter.case.decisions.last().decided_on - timedelta(days=1)

    code = code_of(appeal, matter, AppealOutcome.INLAMNAT, day_before)

    assert code == "dates_impossible"
    assert not matter.case.decisions.last().appeals.exists()


@starts_from(Matter.adopted)
def test_the_adopted_pages_sum_is_that_of_the_decided_text(matter):
    adoption = matter.case.revision.adoption
    assert adoption.sha256 == matter.case.decisions.last().text_sha256
    assert len(adoption.sha256) == 64


def next_edition_before_council(matter):
    """The second edition of an adopted plan, under a title of its own."""
    plan = matter.adopted().case.plan
    matter.opened(
        diarienummer="KS 2029/0007", plan=plan, title="Cykelplan 2031–2035", on=date(2029, 1, 8)
    )
    matter.memo(matter.ksau, date(2029, 1, 15))
    matter.decided(matter.ksau, date(2029, 1, 23), Outcome.BIFALL, paragraph=4)
    matter.memo(matter.ks, date(2029, 2, 5))
    return matter.decided(matter.ks, date(2029, 3, 6), Outcome.BIFALL, paragraph=20)


@starts_from(next_edition_before_council)
def test_a_plan_is_called_what_its_text_in_force_is_called_and_keeps_its_address(matter):
    plan = PlanPage.objects.get(pk=matter.case.plan.pk)

    matter.decided(matter.kf, date(2029, 4, 16), Outcome.BIFALL, paragraph=30)

    renamed = PlanPage.objects.get(pk=plan.pk)
    assert (plan.title, renamed.title) == ("Cykelplan 2026–2030", "Cykelplan 2031–2035")
    assert renamed.slug == plan.slug


@starts_from(next_edition_before_council)
def test_what_an_editor_is_writing_about_a_plan_is_not_published_by_the_next_adoption(matter):
    plan = PlanPage.objects.get(pk=matter.case.plan.pk)
    plan.summary = "Inte klart än."
    plan.save_revision()

    matter.decided(matter.kf, date(2029, 4, 16), Outcome.BIFALL, paragraph=30)

    renamed = PlanPage.objects.get(pk=plan.pk)
    draft = renamed.get_latest_revision_as_object()
    assert renamed.summary != "Inte klart än."
    assert (draft.summary, draft.title) == ("Inte klart än.", "Cykelplan 2031–2035")


@starts_from(Matter.adopted)
def test_the_index_of_measures_can_be_rebuilt_to_the_same_rows(matter):
    revision = matter.case.revision
    before = list(revision.measures.values_list("block_id", "number", "title", "focus_area"))

    index_measures(revision)

    assert (
        list(revision.measures.values_list("block_id", "number", "title", "focus_area")) == before
    )


def test_no_length_of_a_title_and_no_missing_body_stops_an_adoption(matter):
    gone = OrganisationFactory(name="Gatukontoret")
    body = deepcopy(BODY)
    area = body[1]["value"]
    area["title"] = "Trygga vägar " * 40
    (item,) = area["measures"]
    item["value"]["title"] = "Belys " * 200
    item["value"]["deadline"] = "så snart det går " * 20
    item["value"]["lead"][0]["value"]["organisation"] = gone.pk
    matter.opened(body=body)
    gone.delete()

    matter.decided(
        matter.kf,
        date(2026, 6, 15),
        Outcome.BIFALL,
        despite=frozenset({"beredning_missing"}),
        note="Protokollet är justerat.",
    )

    measure = matter.case.revision.measures.get()
    assert area["title"].startswith(measure.focus_area)
    assert item["value"]["deadline"].startswith(measure.deadline)
    assert [(part.organisation, part.as_printed) for part in measure.bodies.all()] == [
        (None, "Tekniska kontoret")
    ]
    assert len(measure.title) == 500


@starts_from(Matter.announced)
def test_the_status_follows_the_days_by_itself(matter):
    adoption = matter.case.revision.adoption
    last = adoption.announcement.appealable_until

    assert last == date(2026, 7, 10)
    assert adoption.status_on(last) == AppealStatus.APPEALABLE
    assert adoption.status_on(last + timedelta(days=1)) == AppealStatus.PERIOD_OVER


@starts_from(Matter.adopted)
def test_before_the_notice_nothing_is_known_of_appeals(matter):
    assert matter.case.revision.adoption.status_on(date(2030, 1, 1)) == AppealStatus.NOT_ANNOUNCED


@starts_from(Matter.announced)
def test_a_notice_is_recorded_once(matter):
    code = code_of(notice, matter)

    assert code == "step_not_possible"
    assert Announcement.objects.count() == 1


@pytest.mark.parametrize(
    ("adjusted_on", "announced_on"),
    [(date(2026, 6, 14), NOTICED), (ADJUSTED, date(2026, 6, 17))],
    ids=["adjusted before the meeting", "announced before adjusted"],
)
@starts_from(Matter.adopted)
def test_days_that_cannot_be_are_refused(matter, adjusted_on, announced_on):
    code = code_of(notice, matter, adjusted_on, announced_on)

    assert code == "dates_impossible"
    assert not Announcement.objects.exists()


@starts_from(Matter.announced)
def test_laga_kraft_is_confirmed_the_day_after_the_last_day(matter):
    confirm(matter, on=date(2026, 7, 11))

    status = matter.case.revision.adoption.status_on(date(2026, 7, 11))
    assert status == AppealStatus.LAGA_KRAFT


@pytest.mark.parametrize("on", [date(2026, 6, 30), date(2026, 7, 10)])
@starts_from(Matter.announced)
def test_laga_kraft_is_not_confirmed_while_the_decision_may_be_appealed(matter, on):
    code = code_of(confirm, matter, on=on)

    assert code == "step_not_possible"
    assert not LagaKraft.objects.exists()


@starts_from(Matter.announced)
def test_laga_kraft_waits_for_a_pending_appeal(matter):
    appeal(matter, AppealOutcome.INLAMNAT, on=date(2026, 7, 1))

    code = code_of(confirm, matter, on=date(2026, 8, 1))

    assert code == "step_not_possible"
    appeal(matter, AppealOutcome.AVSLAGET, on=date(2026, 9, 1))
    confirm(matter, on=date(2026, 10, 1))
    assert Appeal.objects.count() == 2


@starts_from(Matter.announced)
def test_a_quashed_adoption_is_not_in_force_but_its_text_is_kept(matter):
    plan = matter.case.plan

    appeal(matter, AppealOutcome.UPPHAVT, on=date(2026, 12, 1))

    assert revision_in_force(plan, on=date(2026, 12, 2)) is None
    matter.case.revision.refresh_from_db()
    assert matter.case.revision.live


@pytest.mark.parametrize(
    ("known", "is_quashed"),
    [
        ([], False),
        (["inlamnat"], False),
        (["inlamnat", "avslaget"], False),
        (["inlamnat", "upphavt"], True),
        (["inlamnat", "inlamnat", "upphavt", "avslaget"], True),
        (["inlamnat", "upphavt", "inlamnat"], True),
        (["inlamnat", "upphavt", "inlamnat", "avslaget"], True),
        (["inlamnat", "upphavt", "inlamnat", "faststallt"], False),
    ],
)
@starts_from(Matter.announced)
def test_the_banner_the_pages_the_list_and_the_languages_agree_on_what_is_quashed(
    matter, known, is_quashed
):
    revision, plan, on = matter.case.revision, matter.case.plan, date(2027, 1, 1)
    for number, outcome in enumerate(known):
        record_appeal(
            case=matter.case,
            outcome=AppealOutcome(outcome),
            on=date(2026, 8, 1) + timedelta(days=number),
            user=matter.registrator,
        )

    reading = read_plan(plan, on=on)

    assert (revision.adoption.status_on(on) is AppealStatus.QUASHED) is is_quashed
    assert (revision_in_force(plan, on=on) is None) is is_quashed
    assert (reading.in_force is None) is is_quashed
    assert [edition.is_quashed for edition in reading.earlier] == [True] * is_quashed
    assert any(entry.is_in_force for entry in entries_for(plan.locale, on=on)) is not is_quashed
    assert (texts_in_force(on=on) == set()) is is_quashed


@starts_from(Matter.announced)
def test_what_became_known_first_counts_first_whenever_it_was_recorded(matter):
    known = {"case": matter.case, "user": matter.registrator}
    record_appeal(outcome=AppealOutcome.UPPHAVT, on=date(2026, 10, 1), **known)
    record_appeal(outcome=AppealOutcome.FASTSTALLT, on=date(2027, 3, 1), **known)
    record_appeal(outcome=AppealOutcome.UPPHAVT, on=date(2026, 9, 1), **known)

    decision = matter.case.decisions.last()

    days = [date(2026, 8, 31), date(2026, 9, 1), date(2027, 2, 28), date(2027, 3, 1)]
    assert [decision.is_quashed(on=day) for day in days] == [False, True, True, False]
    assert not decision.is_quashed()


@starts_from(Matter.announced)
def test_a_decision_that_no_court_has_quashed_cannot_be_restored(matter):

    code = code_of(
        record_appeal,
        case=matter.case,
        outcome=AppealOutcome.FASTSTALLT,
        on=date(2026, 8, 1),
        user=matter.registrator,
    )

    assert code == "step_not_possible"
    assert not Appeal.objects.exists()


@starts_from(Matter.announced)
def test_laga_kraft_waits_for_the_last_of_several_appeals(matter):
    known = {"case": matter.case, "user": matter.registrator}
    for day in (1, 2):
        record_appeal(outcome=AppealOutcome.INLAMNAT, on=date(2026, 7, day), **known)

    record_appeal(outcome=AppealOutcome.AVSLAGET, on=date(2026, 9, 1), **known)
    early = code_of(confirm_laga_kraft, on=date(2026, 10, 1), **known)
    record_appeal(outcome=AppealOutcome.AVSLAGET, on=date(2026, 11, 1), **known)
    confirm_laga_kraft(on=date(2026, 12, 1), **known)

    assert early == "step_not_possible"
    assert LagaKraft.objects.get().confirmed_on == date(2026, 12, 1)


@starts_from(Matter.before_council)
def test_a_rejection_is_announced_appealed_and_gains_laga_kraft_like_an_adoption(matter):
    matter.decided(matter.kf, date(2026, 6, 15), Outcome.AVSLAG, present=60)
    notice(matter)

    appeal(matter, AppealOutcome.INLAMNAT, on=date(2026, 7, 1))
    early = code_of(confirm, matter, on=date(2026, 8, 1))
    appeal(matter, AppealOutcome.AVSLAGET, on=date(2026, 9, 1))
    confirm(matter, on=date(2026, 10, 1))

    decision = matter.case.decisions.last()
    assert early == "step_not_possible"
    assert decision.laga_kraft.confirmed_on == date(2026, 10, 1)
    assert decision.appeals.count() == 2


@starts_from(Matter.before_council)
def test_an_appeal_needs_a_decision_that_ended_the_case(matter):
    code = code_of(appeal, matter, AppealOutcome.INLAMNAT, on=date(2026, 7, 1))

    assert code == "step_not_possible"


def replaced_by(matter, old, title, year):
    """Adopt a plan in the March of ``year`` that replaces ``old``."""
    matter.opened(
        diarienummer=f"KS {year}/0001",
        plan=NewPlan(title, "plan"),
        replaces=[old],
        on=date(year, 1, 4),
    )
    matter.memo(matter.ksau, date(year, 1, 10))
    matter.decided(matter.ksau, date(year, 1, 20), Outcome.BIFALL)
    matter.memo(matter.ks, date(year, 2, 1)).decided(matter.ks, date(year, 2, 9), Outcome.BIFALL)
    matter.decided(matter.kf, date(year, 3, 1), Outcome.BIFALL, paragraph=20)
    return matter.case


@starts_from(Matter.adopted)
def test_a_plan_that_replaces_another_ends_it_in_the_same_paragraph(matter):
    old = matter.case.plan

    replaced_by(matter, old, "Trafikplan", 2027)

    assert ending_on(old).ended_on == date(2027, 3, 1)
    assert ending_on(old).decision.paragraph == 20
    assert revision_in_force(old, on=date(2027, 2, 28)) is not None
    assert revision_in_force(old, on=date(2027, 3, 1)) is None


@starts_from(Matter.adopted)
def test_a_plan_that_was_ended_by_a_quashed_decision_is_in_force(matter):
    plan = matter.case.plan
    on, decision = date(2026, 12, 2), matter.case.decisions.get(body=matter.ks)
    PlanEnding.objects.create(plan=plan, decision=decision, ended_on=date(2026, 12, 1))
    ended = (
        revision_in_force(plan, on=on),
        [entry.ended_on for entry in entries_for(plan.locale, on=on)],
    )

    Appeal.objects.create(
        decision=decision,
        outcome=AppealOutcome.UPPHAVT,
        known_on=on,
        recorded_by=matter.registrator,
    )

    assert ended == (None, [date(2026, 12, 1)])
    assert revision_in_force(plan, on=on) == matter.case.revision
    assert [entry.ended_on for entry in entries_for(plan.locale, on=on)] == [None]


@starts_from(Matter.adopted)
def test_a_plan_whose_ending_was_quashed_can_be_ended_again(matter):
    old = matter.case.plan
    first = replaced_by(matter, old, "Trafikplan", 2027)
    record_appeal(
        case=first, outcome=AppealOutcome.UPPHAVT, on=date(2027, 9, 1), user=matter.registrator
    )

    second = replaced_by(matter, old, "Plan för resor", 2028)

    old = type(old).objects.get(pk=old.pk)
    assert ending_on(old).decision == second.decisions.last()
    assert old.endings.count() == 2
    assert revision_in_force(old, on=date(2027, 8, 31)) is None
    assert revision_in_force(old, on=date(2027, 9, 1)) is not None
    assert revision_in_force(old, on=date(2028, 3, 1)) is None
    listed = {entry.plan.pk: entry.ended_on for entry in entries_for(old.locale, on=date.max)}
    assert listed[old.pk] == date(2028, 3, 1)
    assert read_plan(old, on=date(2028, 3, 1)).replaced_by.title == "Plan för resor"


@starts_from(Matter.adopted)
def test_a_plan_that_has_ended_is_not_ended_again(matter):
    old = matter.case.plan
    replaced_by(matter, old, "Trafikplan", 2027)

    replaced_by(matter, old, "Plan för resor", 2028)

    assert old.endings.count() == 1


@starts_from(Matter.adopted)
def test_the_next_edition_starts_as_a_copy_with_the_same_block_ids(matter):
    plan = matter.case.plan
    adopted = matter.case.revision

    case = open_case(
        case=NewCase(diarienummer="KS 2028/0001", decided_by=matter.kf),
        plan=plan,
        on=date(2028, 1, 3),
        user=matter.handlaggare,
    )

    copy = case.revision
    assert copy.number == 2
    assert not copy.live
    assert [block.id for block in copy.body] == [block.id for block in adopted.body]
    assert copy.translation_key != adopted.translation_key


@starts_from(Matter.opened)
def test_only_one_case_at_a_time_prepares_a_text_of_a_plan(matter):
    plan = matter.case.plan

    code = code_of(
        open_case,
        case=NewCase("KS 2026/0500", decided_by=matter.kf),
        plan=plan,
        on=date(2026, 2, 1),
        user=matter.handlaggare,
    )

    assert code == "step_not_possible"


def test_wagtails_own_letters_about_workflows_are_not_sent(matter):
    matter.adopted()

    assert mail.outbox == []
