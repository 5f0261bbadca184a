"""The screens of what follows a decision where there is nothing to follow, or where it is late."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.vocabulary import AppealOutcome, Outcome
from tests.factories.situations import Matter, starts_from
from workflow.models import Announcement, Appeal, LagaKraft
from workflow.services.appeals import record_appeal

DAYS = {"adjusted_on": "2026-06-22", "announced_on": "2026-06-23"}
OVER = date(2026, 7, 11)
UNDECIDED = starts_from(
    Matter.opened, Matter.before_committee, Matter.before_board, Matter.before_council
)


def adjusted_at_once(matter):
    return matter.before_council().decided(
        matter.kf,
        date(2026, 6, 15),
        Outcome.BIFALL,
        paragraph=90,
        present=60,
        immediately_adjusted=True,
    )


@pytest.fixture
def registrar(as_user, registrator, today):
    today(OVER)
    return as_user(registrator)


@pytest.fixture
def appealed(case, registrator):
    def known(*outcomes):
        for outcome in outcomes:
            record_appeal(
                case=case, outcome=AppealOutcome(outcome), on=date(2026, 7, 1), user=registrator
            )

    return known


def screen(name, case):
    return reverse(name, args=[case.pk])


@UNDECIDED
def test_no_notice_is_taken_of_a_case_that_its_body_has_not_decided(case, registrar, record):
    url = screen("case_announce", case)

    shown = registrar.get(url).content.decode()
    sent = record(url, DAYS)

    assert "väntar på att tillkännages." in shown
    assert 'name="adjusted_on"' not in shown
    assert sent.status_code == 422
    assert "Inget beslut väntar på att tillkännages." in sent.content.decode()
    assert not Announcement.objects.exists()


@UNDECIDED
def test_no_appeal_is_taken_of_a_case_that_its_body_has_not_decided(case, registrar):
    sent = registrar.post(
        screen("case_appeal", case), {"outcome": "inlamnat", "on": "2026-07-01", "note": ""}
    )

    assert sent.status_code == 422
    assert sent.context["form"].non_field_errors()
    assert not Appeal.objects.exists()


@UNDECIDED
def test_nothing_gains_laga_kraft_that_has_not_been_decided(case, registrar):
    url = screen("case_laga_kraft", case)

    shown, sent = registrar.get(url), registrar.post(url)

    assert [shown.status_code, sent.status_code] == [200, 422]
    assert sent.context["refusal"].code == "step_not_possible"
    assert sent.context["refusal"].message in sent.content.decode()
    assert not LagaKraft.objects.exists()


@starts_from(Matter.adopted)
def test_a_decision_without_a_notice_gains_no_laga_kraft(case, registrar):
    sent = registrar.post(screen("case_laga_kraft", case))

    assert sent.status_code == 422
    assert sent.context["decision"].paragraph == 90
    assert not LagaKraft.objects.exists()


@starts_from(Matter.announced)
def test_a_notice_is_put_up_once(case, registrar, record):
    shown = registrar.get(screen("case_announce", case)).content.decode()
    again = record(screen("case_announce", case), DAYS)

    assert "väntar på att tillkännages." in shown
    assert again.status_code == 422
    assert Announcement.objects.get().announced_on == date(2026, 6, 19)


@starts_from(Matter.adopted)
def test_a_notice_whose_button_is_pressed_twice_is_recorded_once_and_the_second_is_told(
    case, registrar
):
    url = screen("case_announce", case)
    checked = registrar.post(url, {**DAYS, "action": "check"}).context["checked"]
    form = {**DAYS, "action": "record", "checked": checked}

    first, second = registrar.post(url, form), registrar.post(url, form)

    assert [first.status_code, second.status_code] == [302, 422]
    assert Announcement.objects.count() == 1


@starts_from(Matter.adopted)
def test_days_changed_after_they_were_checked_are_shown_anew_and_not_recorded(case, registrar):
    url = screen("case_announce", case)
    checked = registrar.post(url, {**DAYS, "action": "check"}).context["checked"]

    later = {**DAYS, "announced_on": "2026-06-24", "action": "record", "checked": checked}
    shown = registrar.post(url, later)

    assert shown.status_code == 200
    assert shown.context["clock"].last_day == date(2026, 7, 15)
    assert not Announcement.objects.exists()


@starts_from(adjusted_at_once)
def test_what_was_adjusted_at_once_was_adjusted_on_the_day_of_the_meeting(case, registrar):
    form = registrar.get(screen("case_announce", case)).context["form"]

    assert form.initial["adjusted_on"] == date(2026, 6, 15)


@starts_from(Matter.adopted)
def test_when_minutes_were_adjusted_is_not_guessed(case, registrar):
    form = registrar.get(screen("case_announce", case)).context["form"]

    assert form.initial["adjusted_on"] is None


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "Skriv dagen, till exempel 2026-05-29."),
        ("22 juni", "Skriv dagen som år-månad-dag, till exempel 2026-05-29."),
        ("2026-02-30", "Skriv dagen som år-månad-dag, till exempel 2026-05-29."),
        ("0026-06-22", "Året kan inte stämma. Kontrollera det."),
        ("9999-12-31", "Året kan inte stämma. Kontrollera det."),
    ],
)
@pytest.mark.parametrize("field", ["adjusted_on", "announced_on"])
@starts_from(Matter.adopted)
def test_a_day_that_cannot_be_read_is_said_beside_its_field(
    field, day, sentence, case, registrar, record
):
    sent = record(screen("case_announce", case), {**DAYS, field: day})

    assert sent.status_code == 422
    assert sent.context["form"].errors == {field: [sentence]}
    assert sent.context["clock"] is None


@starts_from(Matter.adopted)
def test_the_clock_waits_while_a_day_cannot_be_read(case, registrar):
    panel = registrar.post(
        screen("case_announce", case), {**DAYS, "announced_on": "", "action": "live"}
    ).content.decode()

    assert "Fyll i båda dagarna och kontrollera." in panel
    assert 'value="record"' not in panel


@starts_from(Matter.announced)
def test_a_higher_court_is_offered_only_once_a_court_has_quashed(case, registrar, appealed):
    url = screen("case_appeal", case)

    def offered():
        form = registrar.get(url).context["form"]
        return [value for value, _label in form.fields["outcome"].choices]

    before = offered()
    appealed("inlamnat", "upphavt")

    assert before == ["inlamnat", "avslaget", "upphavt"]
    assert offered() == ["inlamnat", "avslaget", "upphavt", "faststallt"]


@starts_from(Matter.announced)
def test_the_day_of_an_appeal_starts_from_today(case, registrar):
    assert registrar.get(screen("case_appeal", case)).context["form"].initial == {"on": OVER}


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"outcome": ""}, {"outcome": ["Välj vad som har blivit känt."]}),
        ({"on": ""}, {"on": ["Skriv dagen, till exempel 2026-05-29."]}),
        (
            {"on": "2026-07-12"},
            {"on": ["Den dagen har inte kommit än. Skriv den dag då det blev känt."]},
        ),
        ({"on": "1026-07-01"}, {"on": ["Året kan inte stämma. Kontrollera det."]}),
    ],
)
@starts_from(Matter.announced)
def test_what_an_appeal_lacks_is_said_beside_its_field(fields, errors, case, registrar):
    filled_in = {"outcome": "inlamnat", "on": "2026-07-01", "note": "Mål 1.", **fields}

    sent = registrar.post(screen("case_appeal", case), filled_in)

    assert sent.status_code == 422
    assert sent.context["form"].errors == errors
    assert sent.context["form"]["note"].value() == "Mål 1."


@pytest.mark.parametrize("outcome", ["bifall", "-1", "9" * 23])
@starts_from(Matter.announced)
def test_what_no_court_says_is_refused(outcome, case, registrar):
    sent = registrar.post(screen("case_appeal", case), {"outcome": outcome, "on": "2026-07-01"})

    assert sent.status_code == 422
    assert list(sent.context["form"].errors) == ["outcome"]


@starts_from(Matter.announced)
def test_an_appeal_is_told_on_the_page_of_the_case_with_its_note(case, registrar):
    data = {"outcome": "inlamnat", "on": "2026-07-01", "note": "Mål 1234-26 <i>"}

    registrar.post(screen("case_appeal", case), data)

    page = registrar.get(screen("case_page", case)).content.decode()
    assert "Mål 1234-26 &lt;i&gt;" in page
    assert "Registrerade ett överklagande: överklagat" in page


@starts_from(Matter.announced)
def test_a_pending_appeal_keeps_laga_kraft_waiting_until_it_is_dismissed(case, registrar, appealed):
    url = screen("case_laga_kraft", case)
    appealed("inlamnat")

    pending = registrar.post(url)
    appealed("avslaget")
    tried = registrar.post(url)

    assert [pending.status_code, tried.status_code] == [422, 302]
    assert LagaKraft.objects.get().confirmed_on == OVER


@starts_from(Matter.announced)
def test_a_quashed_decision_gains_no_laga_kraft(case, registrar, appealed):
    appealed("inlamnat", "upphavt")

    sent = registrar.post(screen("case_laga_kraft", case))

    assert sent.status_code == 422
    assert not LagaKraft.objects.exists()


@starts_from(Matter.announced)
def test_laga_kraft_is_confirmed_once(case, registrar):
    url = screen("case_laga_kraft", case)

    first, second = registrar.post(url), registrar.post(url)

    assert [first.status_code, second.status_code] == [302, 422]
    assert LagaKraft.objects.count() == 1


@pytest.mark.parametrize(("day", "status"), [("2026-06-14", 422), ("2026-06-15", 302)])
@starts_from(Matter.adopted)
def test_nothing_becomes_known_of_an_appeal_before_there_was_a_decision(
    day, status, case, registrar
):
    sent = registrar.post(screen("case_appeal", case), {"outcome": "inlamnat", "on": day})

    assert sent.status_code == status
    assert Appeal.objects.exists() is (status == 302)
