"""Recording a §: shown before it is saved, refused in the form, recorded once, corrected."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from plandocs.vocabulary import CaseStage, MotiveResponse, Outcome
from tests.factories.situations import Matter, starts_from
from workflow.models import Decision
from workflow.procedure.minutes import MotiveText
from workflow.services.memos import answer_motive

pytestmark = starts_from(Matter.before_council)


@pytest.fixture
def url(case):
    return reverse("decision_new", args=[case.pk])


MOTIVE = {"motives": [MotiveText("Kostnaden ska belysas.", 25)], "requested_by": 25}
RETURN = {
    "outcome": "aterremiss",
    "present": "61",
    "requested_by": "25",
    "motives-TOTAL_FORMS": "1",
    "motives-0-text": "Kostnaden ska belysas.",
    "motives-0-supporters": "25",
}


def test_checking_says_what_the_paragraph_means_and_saves_nothing(
    url, minutes, case, registrator, as_user
):
    response = as_user(registrator).post(url, minutes(**RETURN, action="check"))

    verdict = response.context["verdict"]
    assert response.status_code == 200
    assert "25" in verdict.explanation
    assert "61" in verdict.explanation
    assert "21" in verdict.explanation
    assert verdict.motives == [("Kostnaden ska belysas.", True)]
    assert verdict.can_be_recorded
    assert not case.decisions.filter(outcome="aterremiss").exists()


def test_nothing_is_recorded_that_was_not_checked(url, minutes, case, registrator, as_user):
    response = as_user(registrator).post(url, minutes(action="record", checked="a guess"))

    case.refresh_from_db()
    assert response.status_code == 200
    assert response.context["is_changed"]
    assert case.stage == CaseStage.HOS_KF


def test_a_checked_paragraph_is_recorded(url, minutes, case, registrator, as_user, record):
    as_user(registrator)

    response = record(url, minutes(**RETURN))

    case.refresh_from_db()
    decision = Decision.objects.get(outcome="aterremiss")
    assert response.url.startswith(reverse("case_page", args=[case.pk]))
    assert case.stage == CaseStage.BEARBETAS
    assert (decision.paragraph, decision.basis, decision.recorded_by) == (
        90,
        "minority",
        registrator,
    )


def test_the_same_form_sent_twice_records_one_decision(url, minutes, case, registrator, as_user):
    client = as_user(registrator)
    checked = client.post(url, minutes(action="check")).context["checked"]
    data = minutes(action="record", checked=checked)

    first, second = client.post(url, data), client.post(url, data)

    assert first.url == second.url
    assert case.decisions.filter(body=case.decided_by).count() == 1


def test_a_paragraph_that_is_taken_is_refused_in_the_form(
    url, minutes, ks, registrator, case, as_user
):
    taken = minutes(body=ks.pk, paragraph="80", decided_on="2026-06-16", action="check")

    response = as_user(registrator).post(url, taken)

    codes = [refusal.code for refusal in response.context["verdict"].refusals]
    assert response.status_code == 422
    assert "paragraph_taken" in codes
    assert case.decisions.filter(paragraph=80).count() == 1


def test_what_stands_in_the_way_is_told_once(url, minutes, case, registrator, as_user, record):
    as_user(registrator)

    broken = record(url, minutes(present="20"))
    unexplained = record(url, minutes(present="20"), despite="quorum_missing")

    [deviation] = broken.context["verdict"].deviations
    assert broken.content.decode().count(escape(deviation.message)) == 1
    assert broken.context["refusal"] is None
    assert unexplained.context["refusal"].code == "note_missing"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"outcome": ""}, "outcome"),
        ({"decided_on": "förra måndagen"}, "decided_on"),
        ({"paragraph": "nittio"}, "paragraph"),
        ({"paragraph": "90/25"}, "paragraph"),
        ({"present": "-1"}, "present"),
    ],
)
def test_a_field_that_cannot_be_read_is_named(fields, name, url, minutes, registrator, as_user):
    response = as_user(registrator).post(url, minutes(**fields, action="check"))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [name]


def test_what_the_law_refuses_is_recorded_only_with_a_reason(
    url, minutes, case, registrator, as_user, record
):
    client = as_user(registrator)
    few = minutes(present="20")

    without = record(url, few)
    without_reason = record(url, few, despite="quorum_missing")
    recorded = record(url, few, despite="quorum_missing", note="Så står det i protokollet.")

    decision = case.decisions.last()
    assert [without.status_code, without_reason.status_code] == [422, 422]
    assert recorded.status_code == 302
    assert decision.despite == ["quorum_missing"]
    page = client.get(reverse("case_page", args=[case.pk]))
    assert "Så står det i protokollet." in page.content.decode()


def test_an_amendment_is_shown_in_its_place_before_it_is_written_in(
    url, minutes, case, registrator, as_user, record
):
    client = as_user(registrator)
    data = minutes(
        outcome="bifall_med_andring",
        **{
            "amendments-TOTAL_FORMS": "1",
            "amendments-0-find": "längs alla skolvägar",
            "amendments-0-replace": "längs varje skolväg",
        },
    )

    checked = client.post(url, {**data, "action": "check"})
    record(url, data)

    (change,) = checked.context["verdict"].amendments[0].places
    assert change.place
    assert {run.piece.value for run in change.words} == {"same", "removed", "added"}
    case.revision.refresh_from_db()
    assert "längs varje skolväg" in str(case.revision.body.raw_data)


def test_an_amendment_of_words_that_are_not_there_is_refused(url, minutes, registrator, as_user):
    data = minutes(
        outcome="bifall_med_andring",
        action="check",
        **{"amendments-TOTAL_FORMS": "1", "amendments-0-find": "finns inte i texten"},
    )

    response = as_user(registrator).post(url, data)

    assert response.status_code == 422
    assert not response.context["verdict"].can_be_recorded


def test_the_minutes_say_what_they_still_lack(url, minutes, registrator, as_user):
    bare = minutes(yrkanden="", reservations="", without_vote="", present="", action="check")

    whole = as_user(registrator).post(url, minutes(action="check"))
    lacking = as_user(registrator).post(url, bare)

    assert whole.context["verdict"].warnings == []
    assert len(lacking.context["verdict"].warnings) == 4
    assert lacking.context["verdict"].can_be_recorded


VOTE = {
    "without_vote": "",
    "votes-TOTAL_FORMS": "1",
    "votes-0-ja_for": "bifall",
    "votes-0-nej_for": "avslag",
    "votes-0-ja": "2",
    "votes-0-nej": "1",
    "votes-0-ja_names": "Anna Ek (S), Bo Al (M)",
    "votes-0-nej_names": "Cilla Berg (V)",
}


def test_how_each_member_voted_is_pasted_shown_and_kept_with_the_decision(
    url, minutes, case, registrator, as_user, record
):
    client = as_user(registrator)

    checked = client.post(url, minutes(**VOTE, action="check"))
    record(url, minutes(**VOTE))

    vote = case.decisions.last().votes.get()
    assert checked.context["verdict"].warnings == []
    assert "Anna Ek (S) · Bo Al (M)" in checked.content.decode()
    assert (vote.ja_names, vote.nej_names, vote.avstar_names) == (
        ["Anna Ek (S)", "Bo Al (M)"],
        ["Cilla Berg (V)"],
        [],
    )
    page = client.get(reverse("case_page", args=[case.pk]))
    assert "Anna Ek (S) · Bo Al (M)" in page.content.decode()


def test_what_the_names_say_need_not_be_counted_by_hand(
    url, minutes, case, registrator, as_user, record
):
    as_user(registrator)
    more = {"votes-0-ja": "", "votes-0-nej": "", "votes-0-avstar_names": "Dan Lund (C)"}

    record(url, minutes(**{**VOTE, **more}))

    vote = case.decisions.last().votes.get()
    assert (vote.ja, vote.nej, vote.avstar) == (2, 1, 1)


def test_a_side_with_neither_number_nor_names_is_asked_for(url, minutes, registrator, as_user):
    silent = {"votes-0-nej": "", "votes-0-nej_names": ""}

    response = as_user(registrator).post(url, minutes(**{**VOTE, **silent}, action="check"))

    assert response.status_code == 422
    assert [list(row.errors) for row in response.context["protocol"].votes] == [["nej"]]


def test_a_number_that_cannot_be_read_is_not_replaced_by_that_of_the_names(
    url, minutes, registrator, as_user
):
    response = as_user(registrator).post(
        url, minutes(**{**VOTE, "votes-0-ja": "två"}, action="check")
    )

    assert response.status_code == 422
    assert [list(row.errors) for row in response.context["protocol"].votes] == [["ja"]]


@pytest.mark.parametrize(
    "fields",
    [
        {"votes-0-ja": "3"},
        {"votes-0-avstar": "1"},
        {"votes-0-nej_names": "Anna Ek (S)"},
        {"votes-0-is_closed": "on"},
    ],
)
def test_names_that_the_count_contradicts_are_refused_in_the_panel(
    fields, url, minutes, case, registrator, as_user, record
):
    as_user(registrator)

    response = record(url, minutes(**{**VOTE, **fields}))

    [refusal] = response.context["verdict"].refusals
    assert response.status_code == 422
    assert refusal.code == "ballot_impossible"
    assert case.decisions.count() == 2


def test_the_registrar_is_asked_for_names_of_an_open_vote_and_reminded_that_votes_are_open(
    url, minutes, case, registrator, as_user, record
):
    client = as_user(registrator)
    unnamed = {**VOTE, "votes-0-ja_names": "", "votes-0-nej_names": ""}

    opened = client.post(url, minutes(**unnamed, action="check"))
    closed = client.post(url, minutes(**unnamed, **{"votes-0-is_closed": "on"}, action="check"))
    record(url, minutes(**unnamed, **{"votes-0-is_closed": "on"}))

    [asked], [reminded] = (page.context["verdict"].warnings for page in (opened, closed))
    assert asked != reminded
    assert "54 §" in reminded
    assert case.decisions.last().votes.get().is_closed


def test_the_panel_alone_is_answered_while_the_form_is_filled_in(
    url, minutes, case, registrator, as_user
):
    response = as_user(registrator).post(url, minutes(**RETURN, action="live"))

    assert response.status_code == 200
    assert "<html" not in response.content.decode()
    assert response.context["verdict"].motives
    assert case.decisions.count() == 2


def test_only_the_body_that_decides_gives_its_approval(matter, case, registrator, as_user):
    client = as_user(registrator)

    council = client.get(reverse("decision_new", args=[case.pk]))
    matter.decided(matter.kf, date(2026, 6, 15), Outcome.ATERREMISS, present=60, **MOTIVE)
    matter.case.stage = CaseStage.HOS_KS
    matter.case.save()
    board = client.get(reverse("decision_new", args=[case.pk]))

    words = [
        dict(page.context["form"].fields["outcome"].choices)["bifall"] for page in (council, board)
    ]
    assert words[0] != words[1]


def test_a_wrong_paragraph_is_corrected_by_a_new_fact(case, registrator, as_user):
    decision = case.decisions.get(paragraph=80)
    url = reverse("decision_correct", args=[decision.pk])

    response = as_user(registrator).post(
        url, {"paragraph": "81", "decided_on": "2026-05-19", "reason": "Läst fel."}
    )

    decision.refresh_from_db()
    assert response.status_code == 302
    assert (decision.paragraph, decision.current_paragraph) == (80, 81)


@pytest.mark.parametrize(("paragraph", "reason"), [("81", ""), ("åttioett", "Läst fel.")])
def test_a_correction_that_says_too_little_is_refused_in_the_form(
    paragraph, reason, case, registrator, as_user
):
    decision = case.decisions.get(paragraph=80)
    data = {"paragraph": paragraph, "decided_on": "2026-05-19", "reason": reason}

    response = as_user(registrator).post(reverse("decision_correct", args=[decision.pk]), data)

    assert response.status_code == 422
    assert not decision.corrections.exists()


def test_a_correction_to_a_paragraph_that_is_taken_is_refused_in_the_form(
    matter, ks, registrator, as_user
):
    matter.decided(matter.kf, date(2026, 6, 15), Outcome.ATERREMISS, present=60, **MOTIVE)
    motive = matter.case.decisions.last().motives.get()
    answer_motive(
        motive=motive,
        response=MotiveResponse.FOLJS,
        reason="Gjort.",
        on=date(2026, 8, 3),
        user=matter.handlaggare,
    )
    matter.memo(ks, date(2026, 8, 3)).decided(ks, date(2026, 8, 18), Outcome.BIFALL, paragraph=82)
    decision = matter.case.decisions.get(paragraph=80)
    data = {"paragraph": "82", "decided_on": "2026-05-19", "reason": "Läst fel."}

    response = as_user(registrator).post(reverse("decision_correct", args=[decision.pk]), data)

    assert response.status_code == 422
    assert not decision.corrections.exists()
