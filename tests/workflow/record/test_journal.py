"""The journal of a case holds each document in, out or made (OSL 5 kap. 1–2 §§)."""

from datetime import date

import polib
import pytest

from plandocs.outputs.letters import Direction
from plandocs.outputs.pdf import render_pdf
from plandocs.vocabulary import AppealOutcome, MotiveResponse, Outcome, Stance
from tests.factories.situations import Matter, starts_from
from workflow.documents import dagboksblad
from workflow.record.journal import journal
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.decisions import correct_decision
from workflow.services.memos import MemoWords, draft_memo
from workflow.services.translation import (
    import_translation,
    publish_translation,
    request_translations,
)

IN, OUT, MADE = Direction.IN, Direction.OUT, Direction.MADE


@pytest.fixture
def told(matter):
    """Return the journal's rows without their numbers."""

    def rows():
        matter.case.refresh_from_db()
        return [
            (entry.date.isoformat(), entry.direction, entry.party, entry.concerns)
            for entry in journal(matter.case)
        ]

    return rows


@starts_from(Matter.opened)
def test_a_case_that_was_just_opened_has_no_document(matter, told):
    assert told() == []


@starts_from(Matter.opened)
def test_a_memo_is_registered_when_it_is_sent_and_not_before(matter, told):
    draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=matter.case,
        to=matter.ksau,
        on=date(2026, 1, 19),
        user=matter.handlaggare,
    )

    assert told() == []


@starts_from(Matter.reworked)
def test_memos_and_minutes_are_made_here(matter, told):
    assert told() == [
        (
            "2026-01-20",
            MADE,
            "Kommunstyrelsens arbetsutskott",
            "Tjänsteskrivelse med förslag till beslut och textförslag",
        ),
        (
            "2026-02-03",
            MADE,
            "Kommunstyrelsens arbetsutskott",
            "Protokoll, § 12: beslut enligt förslaget",
        ),
    ]


def test_the_memo_to_the_namnd_whose_case_it_is_does_not_leave_it(matter, socialnamnden):
    matter.opened(decided_by=socialnamnden)
    matter.memo(matter.ksau, date(2026, 1, 20))
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=12)
    matter.memo(socialnamnden, date(2026, 3, 2))

    assert journal(matter.case)[-1].direction is Direction.MADE


@starts_from(Matter.adopted)
def test_rows_are_numbered_in_the_order_of_their_days(matter):
    entries = journal(matter.case)

    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)


@starts_from(Matter.before_council)
def test_what_is_registered_late_gets_the_next_number_and_moves_no_other(matter):
    before = journal(matter.case)
    correct_decision(
        decision=matter.case.decisions.get(body=matter.ksau),
        paragraph=13,
        decided_on=date(2026, 2, 3),
        reason="Fel i avskriften.",
        on=date(2026, 2, 10),
        user=matter.registrator,
    )

    after = journal(matter.case)

    assert after[:-1] == before
    assert (after[-1].number, after[-1].date) == (len(before) + 1, date(2026, 2, 10))


@starts_from(Matter.referred_back)
def test_an_answer_that_is_reworded_keeps_the_number_it_was_registered_under(matter, motive_met):
    def row_of_answer():
        return next(row for row in journal(matter.case) if "motiv 1" in row.concerns)

    motive_met(MotiveResponse.FOLJS)
    matter.memo(matter.ksau, date(2026, 9, 3))
    before = row_of_answer()
    matter.decided(matter.ksau, date(2026, 9, 10), Outcome.BIFALL, paragraph=40)
    motive_met(MotiveResponse.FOLJS_DELVIS)

    assert row_of_answer().number == before.number
    assert row_of_answer().concerns.endswith("följs delvis")


@starts_from(Matter.reworked)
def test_the_minutes_of_another_committee_come_in(matter, told, socialnamnden):
    matter.decided(socialnamnden, date(2026, 3, 3), Outcome.BIFALL, paragraph=33)

    assert told()[-1] == (
        "2026-03-03",
        IN,
        "Socialnämnden",
        "Protokoll, § 33: beslut enligt förslaget",
    )


@starts_from(Matter.reworked)
def test_a_remiss_goes_out_to_each_body_and_to_the_public(matter, remiss, told, socialnamnden):
    remiss.sent(socialnamnden, public=True)

    assert told()[-2:] == [
        ("2026-02-04", OUT, "Socialnämnden", "Remiss, svar senast den 31 mars 2026"),
        ("2026-02-04", OUT, "Allmänheten", "Öppen remiss, svar senast den 31 mars 2026"),
    ]


@starts_from(Matter.reworked)
def test_an_extension_is_a_document_and_the_first_letter_keeps_its_day(
    matter, remiss, told, socialnamnden
):
    remiss.sent(socialnamnden).extended()

    assert told()[-2:] == [
        ("2026-02-04", OUT, "Socialnämnden", "Remiss, svar senast den 31 mars 2026"),
        (
            "2026-03-20",
            OUT,
            "Alla tillfrågade",
            "Förlängd svarstid för remissen, till och med den 10 april 2026",
        ),
    ]


@starts_from(Matter.reworked)
def test_an_answer_comes_in_from_whoever_gave_it_and_a_late_one_is_marked(
    matter, remiss, told, socialnamnden
):
    remiss.sent(socialnamnden, public=True).answered(name="Anna Ek", stance=Stance.AVSTYRKER)
    remiss.closed().answered(socialnamnden, on=date(2026, 4, 14))

    assert told()[-2:] == [
        ("2026-03-10", IN, "Anna Ek", "Remissvar: avstyrker"),
        (
            "2026-04-14",
            IN,
            "Socialnämnden",
            "Remissvar: tillstyrker (efter sista svarsdag)",
        ),
    ]


@starts_from(Matter.reworked)
def test_what_was_done_with_comments_is_registered_once_a_memo_has_carried_it(
    matter, remiss, told, socialnamnden
):
    remiss.sent(socialnamnden)
    answer = remiss.answered(socialnamnden, points=[(None, "Ett."), (None, "Två.")])
    remiss.closed().met(answer, ("beaktas", "Ja."), ("noteras", "Ja."))
    before = told()

    matter.memo(matter.ks, date(2026, 5, 4))

    row = ("2026-04-20", MADE, "", "Bemötande av 2 synpunkter från remissen")
    assert row not in before
    assert row in told()


@starts_from(Matter.referred_back)
def test_the_answer_to_a_motive_is_registered_once_a_memo_has_carried_it(matter, told, motive_met):
    motive_met(MotiveResponse.FOLJS)
    before = told()

    matter.memo(matter.ks, date(2026, 9, 3))

    row = ("2026-09-02", MADE, "", "Svar på motiv 1 till återremissen: följs")
    assert row not in before
    assert row in told()


@starts_from(Matter.adopted)
def test_the_adoption_the_notice_the_appeal_and_laga_kraft_follow_each_other(matter, told):
    announce(
        case=matter.case,
        adjusted_on=date(2026, 6, 18),
        announced_on=date(2026, 6, 18),
        user=matter.registrator,
    )
    record_appeal(
        case=matter.case,
        outcome=AppealOutcome.INLAMNAT,
        on=date(2026, 7, 1),
        user=matter.registrator,
    )
    record_appeal(
        case=matter.case,
        outcome=AppealOutcome.AVSLAGET,
        on=date(2026, 10, 1),
        user=matter.registrator,
    )
    confirm_laga_kraft(case=matter.case, on=date(2026, 10, 30), user=matter.registrator)

    assert told()[-6:] == [
        ("2026-06-15", MADE, "Kommunfullmäktige", "Protokoll, § 90: texten antas"),
        ("2026-06-15", MADE, "", "Antagen text, utgåva 1"),
        (
            "2026-06-18",
            OUT,
            "Anslagstavlan",
            "Tillkännagivande: protokollet justerades den 18 juni 2026, beslutet kan överklagas "
            "till och med den 9 juli 2026",
        ),
        ("2026-07-01", IN, "Förvaltningsrätten", "Överklagande av beslutet"),
        ("2026-10-01", IN, "Förvaltningsrätten", "Dom: överklagandet avslås"),
        ("2026-10-30", MADE, "", "Anteckning om att beslutet har fått laga kraft"),
    ]


@starts_from(Matter.adopted)
def test_a_correction_is_a_document_of_its_own_and_the_old_row_stands(matter, told):
    correct_decision(
        decision=matter.case.decisions.last(),
        paragraph=91,
        decided_on=date(2026, 6, 15),
        reason="Fel i avskriften.",
        on=date(2026, 6, 20),
        user=matter.registrator,
    )

    rows = told()

    assert ("2026-06-15", MADE, "Kommunfullmäktige", "Protokoll, § 90: texten antas") in rows
    assert rows[-1] == (
        "2026-06-20",
        MADE,
        "",
        "Rättelse: det som antecknades som Kommunfullmäktige 2026-06-15 § 90 är "
        "Kommunfullmäktige 2026-06-15 § 91",
    )


@starts_from(Matter.adopted)
def test_a_released_translation_is_a_document(matter, told, oversattare, redaktor):
    text = matter.case.revision
    request_translations(revision=text, locales=["en"], on=date(2026, 7, 1), user=oversattare)
    file = polib.POFile()
    file.append(polib.POEntry(msgid="Trygga vägar", msgstr="Safe roads"))
    import_translation(
        revision=text,
        locale="en",
        po=str(file).encode(),
        on=date(2026, 8, 1),
        user=oversattare,
    )
    publish_translation(revision=text, locale="en", on=date(2026, 8, 3), user=redaktor)

    assert told()[-1] == ("2026-08-03", MADE, "", "Översättning publicerad: engelska")


@starts_from(Matter.reworked)
def test_the_sheet_says_whose_case_it_is_and_that_it_is_open(matter):
    sheet = dagboksblad(matter.case, printed_on=date(2026, 3, 1))

    assert (sheet.diarienummer, sheet.title) == ("KS 2026/0101", "Cykelplan 2026–2030")
    assert sheet.handlaggare.name == "handlaggare"
    assert sheet.opened_on == date(2026, 1, 12)
    assert sheet.printed_on == date(2026, 3, 1)
    assert sheet.closed == ""
    assert [row.number for row in sheet.rows] == [1, 2]


@starts_from(Matter.adopted)
def test_the_sheet_of_an_ended_case_says_when_and_how_it_ended(matter):
    sheet = dagboksblad(matter.case, printed_on=date(2026, 7, 1))

    assert sheet.closed == "15 juni 2026, antaget av kommunfullmäktige"


@starts_from(Matter.before_council)
def test_the_sheet_of_a_rejected_case_says_so(matter):
    matter.decided(matter.kf, date(2026, 6, 15), Outcome.AVSLAG)

    sheet = dagboksblad(matter.case, printed_on=date(2026, 7, 1))

    assert sheet.closed == "15 juni 2026, avslaget av kommunfullmäktige"


@starts_from(Matter.adopted)
def test_the_sheet_can_be_printed(matter):
    pdf = render_pdf(dagboksblad(matter.case, printed_on=date(2026, 7, 1)))

    assert pdf.startswith(b"%PDF")


@starts_from(Matter.reworked)
def test_a_sheet_asks_as_many_queries_for_thirty_answers_as_for_one(
    matter, remiss, many_answer, queries
):
    remiss.sent(public=True)
    many_answer(remiss, 1)
    matter.case.refresh_from_db()

    def make():
        return dagboksblad(matter.case, printed_on=date(2026, 7, 1))

    make()
    with_one = queries(make)
    many_answer(remiss, 29)

    assert queries(make) == with_one
