"""The steps that the page of a case offers, as it stands, and the small ones taken on it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from plandocs.vocabulary import AppealOutcome, Outcome
from tests.conftest import member_of
from tests.factories.recorded import Remiss
from tests.factories.situations import PARAGRAPH, Matter, starts_from
from tests.workflow.conftest import AFTER, OPENED, out_on_remiss
from workflow.procedure.next_step import name_of
from workflow.services.appeals import record_appeal

DAY = date(2026, 6, 20)
ODD = ["", "x", "-1", "0", "9" * 23, "٣", "å" * 3000]


def decided_by_board(matter):
    return matter.opened(decided_by=matter.ks)


def rejected(matter):
    return matter.before_council().decided(
        matter.kf, date(2026, 6, 15), Outcome.AVSLAG, paragraph=90, present=60
    )


def with_a_comment(matter):
    remiss = Remiss(matter.reworked()).sent(matter.ks, public=True)
    remiss.answered(name="Astrid", points=[(None, "För dyrt.")])
    remiss.closed()
    return matter


@pytest.fixture
def case_page(as_user, superuser, case, today):
    """The page of the case on a day, as somebody sees it."""

    def shown(day=DAY, user=superuser):
        today(day)
        return as_user(user).get(reverse("case_page", args=[case.pk]))

    return shown


@pytest.fixture
def offers(case_page):
    def found(day=DAY, **kwargs):
        return {offer.name: offer for offer in case_page(day, **kwargs).context["folder"].offers}

    return found


OFFERED = [
    (Matter.opened, {"draft_memo", "write", "import_draft", "edit_text"}, {"draft_memo", "write"}),
    (
        decided_by_board,
        {"draft_memo", "write", "import_draft", "edit_text"},
        {"draft_memo", "write"},
    ),
    (Matter.before_committee, {"record_decision", "edit_text"}, {"record_decision"}),
    (
        Matter.reworked,
        {"draft_memo", "write", "import_draft", "edit_text", "open_remiss"},
        {"draft_memo", "open_remiss"},
    ),
    (
        with_a_comment,
        {"draft_memo", "write", "import_draft", "edit_text", "open_remiss", "answer_point"},
        {"answer_point"},
    ),
    (Matter.before_board, {"record_decision", "draft_memo", "edit_text"}, {"record_decision"}),
    (Matter.before_council, {"record_decision", "edit_text"}, {"record_decision"}),
    (
        Matter.referred_back,
        {
            "answer_motive",
            "draft_memo",
            "write",
            "import_draft",
            "edit_text",
            "open_remiss",
            "announce",
        },
        {"answer_motive"},
    ),
    (Matter.adopted, {"announce", "record_appeal"}, {"announce"}),
    (Matter.announced, {"record_appeal", "confirm_laga_kraft"}, set()),
    (rejected, {"announce", "record_appeal"}, {"announce"}),
]


@pytest.mark.parametrize(
    ("starting_point", "offered", "main"),
    OFFERED,
    indirect=["starting_point"],
    ids=[row[0].__name__ for row in OFFERED],
)
def test_each_situation_offers_its_steps_and_points_out_those_most_often_next(
    offered, main, offers
):
    found = offers()

    assert found.keys() == offered
    assert {name for name, offer in found.items() if offer.is_main} == main


@pytest.mark.parametrize(
    "starting_point", [row[0] for row in OFFERED], indirect=True, ids=lambda start: start.__name__
)
def test_every_step_that_is_offered_opens_and_every_shut_one_says_why(
    case_page, as_user, superuser
):
    shown = case_page()
    words = shown.content.decode()

    for offer in shown.context["folder"].offers:
        if offer.answer.is_open:
            assert f'href="{offer.url}"' in words
            assert as_user(superuser).get(offer.url).status_code == 200
        else:
            assert escape(offer.answer.hindrance.message) in words


@starts_from(out_on_remiss)
def test_a_remiss_is_followed_until_its_last_day_and_closed_after_it(offers):
    before, after = offers(OPENED), offers(AFTER)

    assert before["follow_remiss"].is_main
    assert not before["close_remiss"].answer.is_open
    assert "7\xa0april\xa02026" in before["close_remiss"].answer.why_not
    assert after["close_remiss"].answer.is_open
    assert after["close_remiss"].is_main
    assert not after["follow_remiss"].is_main


@starts_from(Matter.announced)
def test_laga_kraft_is_shut_until_the_time_to_appeal_is_over(offers):
    early, late = offers(date(2026, 7, 10)), offers(date(2026, 7, 11))

    assert "11\xa0juli\xa02026" in early["confirm_laga_kraft"].answer.why_not
    assert late["confirm_laga_kraft"].answer.is_open
    assert late["confirm_laga_kraft"].is_main


@starts_from(Matter.announced)
def test_laga_kraft_is_not_offered_while_a_court_tries_an_appeal(case, offers, registrator):
    record_appeal(case=case, outcome=AppealOutcome.INLAMNAT, on=date(2026, 7, 1), user=registrator)

    assert offers(date(2026, 8, 1)).keys() == {"record_appeal"}


@starts_from(Matter.before_council)
def test_a_step_is_shown_to_those_who_may_not_take_it_with_who_does(case_page, cast):
    shown = case_page(user=cast["administrator"])

    words = shown.content.decode()
    assert not [offer for offer in shown.context["folder"].offers if offer.answer.is_open]
    assert "Görs av: Registrator." in words
    assert f'href="{reverse("decision_new", args=[shown.context["case"].pk])}"' not in words


@pytest.mark.parametrize(
    ("role", "may_hand_over"),
    [("handlaggare", True), ("registrator", False), ("administrator", False)],
)
@starts_from(Matter.before_council)
def test_a_case_is_handed_over_by_those_who_open_cases(role, may_hand_over, case_page, cast):
    words = case_page(user=cast[role]).content.decode()

    assert (">Lämna över</button>" in words) is may_hand_over


@starts_from(Matter.adopted)
def test_a_case_that_has_ended_is_not_handed_over_on_its_page(case_page):
    assert case_page().context["assign_form"] is None


@pytest.mark.parametrize("who", ODD)
@starts_from(Matter.before_council)
def test_a_case_is_handed_over_to_nobody_that_there_is_not(who, case, handlaggare, as_user):
    client = as_user(handlaggare)

    answer = client.post(reverse("case_assign", args=[case.pk]), {"handlaggare": who}, follow=True)

    case.refresh_from_db()
    assert case.handlaggare == handlaggare
    assert "Välj vem som ska handlägga ärendet." in answer.content.decode()


@pytest.mark.parametrize(("role", "is_active"), [("Registrator", True), ("Handläggare", False)])
@starts_from(Matter.before_council)
def test_a_case_is_handed_over_to_an_official_who_works_here(
    role, is_active, case, handlaggare, as_user
):
    other = member_of(role, "annan")
    other.is_active = is_active
    other.save()

    as_user(handlaggare).post(reverse("case_assign", args=[case.pk]), {"handlaggare": other.pk})

    case.refresh_from_db()
    assert case.handlaggare == handlaggare


@starts_from(Matter.before_council)
def test_handing_over_is_told_in_the_log_and_the_new_official_is_named(
    case, case_page, handlaggare
):
    other = member_of("Handläggare", "eftertradare")
    other.first_name, other.last_name = "Eva", "Lind"
    other.save()

    case_page(user=handlaggare).client.post(
        reverse("case_assign", args=[case.pk]), {"handlaggare": other.pk}
    )

    shown = case_page(user=handlaggare)
    assert shown.context["official"] == name_of(other) == "Eva Lind"
    assert shown.context["folder"].history[0].what == (
        "Lämnade över ärendet från handlaggare till eftertradare"
    )


@pytest.mark.parametrize("kind", ["", "liten", "I_SAK"])
@starts_from(Matter.referred_back)
def test_a_change_is_not_marked_as_something_there_is_not(kind, case, handlaggare, as_user):
    answer = as_user(handlaggare).post(
        reverse("case_mark", args=[case.pk]), {"block": PARAGRAPH, "kind": kind}, follow=True
    )

    assert "Välj om ändringen är redaktionell eller i sak." in answer.content.decode()
    assert not case.changes.exists()


@pytest.mark.parametrize("block", [PARAGRAPH, *ODD])
@starts_from(Matter.referred_back)
def test_what_has_not_changed_is_not_marked(block, case, handlaggare, as_user):
    answer = as_user(handlaggare).post(
        reverse("case_mark", args=[case.pk]), {"block": block, "kind": "i_sak"}, follow=True
    )

    assert answer.status_code == 200
    assert not case.changes.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reason": "Se avsnitt 2."}, "Välj vad som görs med motivet."),
        ({"response": "foljs"}, "Skriv vad som har gjorts och varför."),
        ({"response": "foljs", "reason": " \n"}, "Skriv vad som har gjorts och varför."),
        ({"response": "kanske", "reason": "Ja."}, "kanske"),
    ],
)
@starts_from(Matter.referred_back)
def test_what_an_answer_to_a_motive_lacks_is_said_on_the_page_beside_it(
    fields, sentence, case, handlaggare, as_user
):
    motive = case.decisions.last().motives.get()
    data = {f"motiv-{motive.pk}-{name}": value for name, value in fields.items()}

    answer = as_user(handlaggare).post(reverse("motive_answer", args=[motive.pk]), data)

    motive.refresh_from_db()
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert motive.answer_or_none is None


@starts_from(Matter.referred_back)
def test_an_answer_to_a_motive_is_worded_anew_while_the_case_is_reworked(
    case, handlaggare, as_user
):
    motive = case.decisions.last().motives.get()
    client, url = as_user(handlaggare), reverse("motive_answer", args=[motive.pk])
    name = f"motiv-{motive.pk}"

    for response, reason in (("foljs", "Gjort."), ("foljs_delvis", "Gjort till hälften.")):
        client.post(url, {f"{name}-response": response, f"{name}-reason": reason})

    motive.refresh_from_db()
    words = client.get(reverse("case_page", args=[case.pk])).content.decode()
    assert motive.answer.reason == "Gjort till hälften."
    assert "Gjort till hälften." in words
    assert "Formulera om svaret" in words


@pytest.mark.parametrize(
    ("number", "is_free"),
    [
        ("", True),
        ("KS 2026/0999", True),
        ("KS-2026-101", False),
        ("fyra", False),
        ("9" * 400, False),
    ],
)
@starts_from(Matter.opened)
def test_a_number_is_told_to_be_free_taken_or_no_number_while_it_is_typed(
    number, is_free, case, handlaggare, as_user
):
    said = as_user(handlaggare).get(reverse("case_read_number"), {"nummer": number}).json()

    assert said["ok"] is is_free
    assert bool(said["said"]) is bool(number)
    assert len(said["said"]) < 400
