"""The page of a case: the way as a picture, what comes next, motives answered where they stand."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plandocs.vocabulary import ChangeKind, MotiveResponse, Outcome
from tests.factories import UserFactory
from tests.factories.situations import PARAGRAPH, Matter, starts_from
from workflow.admin.cases.page.way import State, draw_way
from workflow.procedure.minutes import MotiveText
from workflow.record.chronicle import chronicle_of
from workflow.rules.votes import Ballot
from workflow.services.memos import MemoWords, answer_motive, draft_memo
from workflow.services.remiss import NewRound, open_remiss
from workflow.services.texts import edit_text

MAJORITY = {
    "ballot": Ballot(present=61, in_favour=40, against=21),
    "motives": [MotiveText("Mer ska utredas.", 40)],
}


def page_of(case):
    return reverse("case_page", args=[case.pk])


def way_of(case):
    return draw_way(chronicle_of(case))


@starts_from(Matter.referred_back)
def test_the_way_begins_again_where_the_case_was_sent_back(matter):
    first, second = way_of(matter.case).laps

    assert [stop.stage.value for stop in first] == [
        "utkast",
        "hos_ksau",
        "pa_remiss",
        "bearbetas",
        "hos_ks",
        "hos_kf",
    ]
    assert first[2].state is State.PASSED_BY
    assert first[-1].turns_back
    assert "§ 90" in first[-1].facts[0]
    assert [(stop.stage.value, stop.state) for stop in second] == [
        ("bearbetas", State.CURRENT),
        ("hos_ks", State.AHEAD),
        ("hos_kf", State.AHEAD),
        ("antagen", State.AHEAD),
    ]


@starts_from(Matter.reworked)
def test_a_text_sent_out_on_the_day_of_the_committees_decision_has_not_been_sent_back(matter):
    day = matter.case.decisions.get().decided_on
    open_remiss(
        round=NewRound(closes_on=date(2026, 4, 1), to=[], is_public=True, questions=[]),
        case=matter.case,
        on=day,
        user=matter.handlaggare,
    )
    matter.case.refresh_from_db()

    (lap,) = way_of(matter.case).laps

    assert [(stop.stage.value, stop.state) for stop in lap[:3]] == [
        ("utkast", State.DONE),
        ("hos_ksau", State.DONE),
        ("pa_remiss", State.CURRENT),
    ]


@starts_from(Matter.adopted)
def test_the_way_of_an_adopted_text_ends_in_its_adoption(matter):
    (lap,) = way_of(matter.case).laps

    assert lap[-1].stage.value == "antagen"
    assert lap[-1].state is State.CURRENT


def test_a_case_decided_by_the_board_has_no_council_on_its_way(matter, ks):
    matter.opened(decided_by=ks)

    (lap,) = way_of(matter.case).laps

    assert [stop.stage.value for stop in lap][-2:] == ["hos_ks", "antagen"]


@starts_from(Matter.before_council)
def test_steps_are_shut_to_those_who_may_not_take_them_and_say_who_may(
    case, handlaggare, registrator, as_user
):
    shut = as_user(handlaggare).get(page_of(case)).context["folder"].offers
    opened = as_user(registrator).get(page_of(case)).context["folder"].offers

    decide = {offer.name: offer for offer in shut}["record_decision"]
    assert not decide.answer.is_open
    assert decide.who == "Registrator"
    assert {offer.name: offer for offer in opened}["record_decision"].answer.is_open


@starts_from(Matter.referred_back)
def test_a_memo_waits_until_the_motives_are_answered(matter, handlaggare, as_user):
    folder = as_user(handlaggare).get(page_of(matter.case)).context["folder"]

    offers = {offer.name: offer for offer in folder.offers}
    assert offers["answer_motive"].is_main
    assert not offers["draft_memo"].is_main
    assert offers["draft_memo"].note


@starts_from(Matter.referred_back)
def test_a_motive_is_answered_on_the_page(matter, handlaggare, as_user):
    motive = matter.case.decisions.last().motives.get()
    data = {f"motiv-{motive.pk}-response": "foljs", f"motiv-{motive.pk}-reason": "Se avsnitt 2."}

    response = as_user(handlaggare).post(reverse("motive_answer", args=[motive.pk]), data)

    motive.refresh_from_db()
    assert response.url.endswith(f"#motiv-{motive.pk}")
    assert motive.answer.reason == "Se avsnitt 2."


@starts_from(Matter.referred_back)
def test_an_answer_without_a_reason_is_refused_beside_the_motive(matter, handlaggare, as_user):
    motive = matter.case.decisions.last().motives.get()

    response = as_user(handlaggare).post(
        reverse("motive_answer", args=[motive.pk]), {f"motiv-{motive.pk}-response": "foljs"}
    )

    (shown,) = response.context["folder"].motives
    assert response.status_code == 422
    assert "reason" in shown.form.errors


@starts_from(Matter.referred_back)
def test_a_motive_is_not_answered_when_the_case_has_gone_up(matter, handlaggare, as_user):
    motive = matter.case.decisions.last().motives.get()
    url = reverse("motive_answer", args=[motive.pk])
    data = {f"motiv-{motive.pk}-response": "foljs", f"motiv-{motive.pk}-reason": "Se avsnitt 2."}
    as_user(handlaggare).post(url, data)
    matter.memo(matter.ks, date(2026, 8, 17))

    response = as_user(handlaggare).post(url, data)

    assert response.status_code == 422


@starts_from(Matter.referred_back)
def test_a_change_from_the_editor_is_marked_with_one_click(matter, handlaggare, as_user):
    text = matter.case.latest_text()
    stream = text.body.stream_block.get_prep_value(text.body)
    stream[0]["value"]["content"][0]["value"]["text"] = "<p>Alla ska få låna en cykel.</p>"
    text.body = text.body.stream_block.to_python(stream)
    text.save_revision(user=handlaggare)
    client = as_user(handlaggare)
    before = client.get(page_of(matter.case)).context["folder"]

    client.post(
        reverse("case_mark", args=[matter.case.pk]), {"block": PARAGRAPH, "kind": "redaktionell"}
    )

    after = client.get(page_of(matter.case)).context["folder"]
    assert [before.unmarked, after.unmarked] == [1, 0]
    assert after.changes[0].kind == ChangeKind.REDAKTIONELL


@starts_from(Matter.before_council)
def test_the_case_is_handed_over(case, handlaggare, as_user):
    other = UserFactory(username="eftertradare")
    other.groups.add(Group.objects.get(name="Handläggare"))

    as_user(handlaggare).post(reverse("case_assign", args=[case.pk]), {"handlaggare": other.pk})

    case.refresh_from_db()
    assert case.handlaggare == other


@starts_from(Matter.before_council)
def test_words_are_changed_and_marked_after_the_text_went_up(case, handlaggare, as_user):
    url = reverse("case_edit_text", args=[case.pk])
    data = {"find": "en cykel", "replace": "en elcykel", "kind": "i_sak"}

    changed = as_user(handlaggare).post(url, data)
    refused = as_user(handlaggare).post(url, {**data, "find": "står inte i texten"})

    assert changed.status_code == 302
    assert case.changes.get().kind == ChangeKind.I_SAK
    assert refused.status_code == 422
    assert case.changes.count() == 1


@starts_from(Matter.before_council)
def test_a_change_in_substance_is_said_where_the_decision_waits(
    case, handlaggare, registrator, as_user
):
    edit_text(
        case=case,
        find="en cykel",
        replace="en elcykel",
        kind=ChangeKind.I_SAK,
        on=date(2026, 6, 1),
        user=handlaggare,
    )

    folder = as_user(registrator).get(page_of(case)).context["folder"]

    offers = {offer.name: offer for offer in folder.offers}
    assert offers["record_decision"].note
    assert "draft_memo" in offers


@starts_from(Matter.before_council)
def test_the_log_says_who_did_what_in_words(case, registrator, as_user):
    folder = as_user(registrator).get(page_of(case)).context["folder"]

    latest = folder.history[0]
    assert "§ 80" in latest.what
    assert latest.about == date(2026, 5, 19)
    assert latest.who == "registrator"


def queries_of(client, case):
    client.get(page_of(case))  # the first look fills caches
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page_of(case)).status_code == 200
    return len(captured)


def send_back_again(matter, number):
    motive = matter.case.decisions.last().motives.get()
    day = date(2026, 8 + number, 3)
    answer_motive(
        motive=motive,
        response=MotiveResponse.FOLJS,
        reason="Gjort.",
        on=day,
        user=matter.handlaggare,
    )
    matter.memo(matter.ks, day)
    matter.decided(matter.ks, day, Outcome.BIFALL, paragraph=100 + number)
    matter.decided(matter.kf, day, Outcome.ATERREMISS, paragraph=200 + number, **MAJORITY)


@pytest.mark.parametrize("role", ["handlaggare", "registrator"])
@starts_from(Matter.referred_back)
def test_the_page_asks_the_same_number_of_queries_however_much_has_happened(
    role, cast, matter, as_user
):
    client = as_user(cast[role])
    send_back_again(matter, 0)
    few = queries_of(client, matter.case)

    for number in (1, 2, 3):
        send_back_again(matter, number)

    assert queries_of(client, matter.case) == few


def test_a_memo_to_another_body_does_not_stand_in_the_way_of_the_next_one(
    matter, handlaggare, ksau, ks, as_user
):
    case = matter.opened().case
    client = as_user(handlaggare)

    def memo_offered():
        offers = client.get(page_of(case)).context["folder"].offers
        return next(offer.url for offer in offers if offer.name == "draft_memo")

    begun = {"case": case, "words": MemoWords(["Planen antas."]), "on": date(2026, 2, 2)}
    draft_memo(to=ks, user=handlaggare, **begun)
    new = memo_offered()
    to_committee = draft_memo(to=ksau, user=handlaggare, **begun)

    assert new == reverse("memo_new", args=[case.pk])
    assert memo_offered() == reverse("memo_edit", args=[to_committee.pk])
