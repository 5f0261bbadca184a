"""A memo as a letter: the page, and the motives and changes as they were when it was sent."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from plandocs.models import Municipality
from plandocs.outputs.letters import AnsweredMotive
from plandocs.outputs.pdf import render_pdf
from plandocs.vocabulary import ChangeKind, MotiveResponse, Outcome
from tests.factories.situations import Matter, starts_from
from workflow.documents import letterhead, memo_letter
from workflow.procedure.minutes import MotiveText
from workflow.services.memos import MemoWords, answer_motive, draft_memo, send_memo

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def drafted(matter):
    """Draft a memo to a body."""

    def draft(to, on=date(2026, 9, 3), **kwargs):
        return draft_memo(
            words=MemoWords(**{"proposal": ["Planen antas."], **kwargs}),
            case=matter.case,
            to=to,
            on=on,
            user=matter.handlaggare,
        )

    return draft


def test_the_letterhead_is_the_municipalitys(kommun):
    municipality = Municipality.load()
    municipality.name = "Storby kommun"
    municipality.department = "Kommunledningskontoret"
    municipality.save()

    head = letterhead()

    assert (head.municipality, head.department) == ("Storby kommun", "Kommunledningskontoret")
    assert head.logo is None


def test_a_logotype_of_another_kind_does_not_stop_a_letter(kommun, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    municipality = Municipality.load()
    municipality.logo.save("logo.png", ContentFile(b"GIF89a"))

    assert letterhead().logo is None


def test_a_png_logotype_is_in_the_letterhead(kommun, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    municipality = Municipality.load()
    municipality.logo.save("logo.png", ContentFile(PNG))

    assert letterhead().logo == PNG


def test_a_lost_logotype_does_not_stop_a_letter(kommun, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    municipality = Municipality.load()
    municipality.logo = "municipality/lost.png"
    municipality.save()

    assert letterhead().logo is None


@starts_from(Matter.opened)
def test_the_letter_says_what_the_memo_says(matter, drafted):
    matter.handlaggare.first_name, matter.handlaggare.last_name = "Maria", "Ek"
    matter.handlaggare.save()
    matter.case.refresh_from_db()
    memo = drafted(
        matter.ksau,
        on=date(2026, 1, 20),
        summary="Kort sagt.",
        background="Först detta.\nSedan detta.",
        assessment="Det är bra.",
        attachments=["Kostnadskalkyl"],
    )

    letter = memo_letter(memo)

    assert letter.to_body == "Kommunstyrelsens arbetsutskott"
    assert letter.title == "Cykelplan 2026–2030"
    assert letter.diarienummer == "KS 2026/0101"
    assert letter.date == date(2026, 1, 20)
    assert letter.handlaggare.name == "Maria Ek"
    assert letter.proposal == ("Planen antas.",)
    assert letter.summary == ("Kort sagt.",)
    assert letter.background == ("Först detta.", "Sedan detta.")
    assert letter.assessment == ("Det är bra.",)
    assert letter.attachments == ("Förslag: Cykelplan 2026–2030", "Kostnadskalkyl")


@starts_from(Matter.opened)
def test_the_text_is_not_listed_twice_among_the_attachments(matter, drafted):
    memo = drafted(matter.ksau, attachments=["Förslag till cykelplan 2026–2030"])

    assert memo_letter(memo).attachments == ("Förslag till cykelplan 2026–2030",)


@starts_from(Matter.opened)
def test_att_satser_that_begin_with_att_get_a_beginning(matter, drafted):
    memo = drafted(matter.ksau, proposal=["att skicka planen på remiss"])

    assert memo_letter(memo).proposal_lead_in == "Kommunstyrelsens arbetsutskott beslutar"


@starts_from(Matter.opened)
def test_whole_sentences_need_no_beginning(matter, drafted):
    memo = drafted(matter.ksau, proposal=["Planen skickas på remiss."])

    assert memo_letter(memo).proposal_lead_in == ""


@starts_from(Matter.referred_back)
def test_motives_stand_beside_their_answers(matter, drafted, motive_met):
    motive_met(MotiveResponse.FOLJS_DELVIS, "En kalkyl är bifogad.")
    memo = drafted(matter.kf)

    letter = memo_letter(memo)

    assert letter.motives == (
        AnsweredMotive(
            text="Kostnaden ska belysas.",
            asked_by="25 ledamöter i kommunfullmäktige den 15 juni 2026 (§ 90)",
            response=MotiveResponse.FOLJS_DELVIS,
            reason="En kalkyl är bifogad.",
        ),
    )


@starts_from(Matter.referred_back)
def test_a_draft_shows_a_motive_that_waits_for_its_answer(matter, drafted):
    (motive,) = memo_letter(drafted(matter.kf)).motives

    assert motive.response is None


@starts_from(Matter.referred_back)
def test_an_answer_given_after_the_memo_was_sent_is_not_in_it(matter, drafted):
    memo = drafted(matter.ks)
    send_memo(
        memo=memo,
        on=date(2026, 9, 1),
        user=matter.handlaggare,
        despite={"motive_unanswered"},
        note="Svaret kommer.",
    )
    matter.case.refresh_from_db()
    matter.decided(matter.ks, date(2026, 9, 15), Outcome.ATERREMISS)
    answer_motive(
        motive=matter.case.decisions.get(body=matter.kf).motives.get(),
        response=MotiveResponse.FOLJS,
        reason="Kostnaden har belysts.",
        on=date(2026, 9, 16),
        user=matter.handlaggare,
    )

    (motive,) = memo_letter(memo).motives

    assert motive.response is None


@starts_from(Matter.referred_back)
def test_a_return_on_the_way_up_does_not_hide_what_the_council_asked_for(
    matter, drafted, motive_met
):
    motive_met()
    send_memo(memo=drafted(matter.ks), on=date(2026, 9, 3), user=matter.handlaggare)
    matter.case.refresh_from_db()
    matter.decided(
        matter.ks,
        date(2026, 9, 15),
        Outcome.ATERREMISS,
        motives=[MotiveText("Räkna om kostnaden.")],
    )

    letter = memo_letter(drafted(matter.ks))

    assert [motive.text for motive in letter.motives] == [
        "Kostnaden ska belysas.",
        "Räkna om kostnaden.",
    ]


@starts_from(Matter.referred_back)
def test_changes_since_the_last_decision_are_shown_with_their_mark(matter, drafted, edited):
    edited("Trygga vägar", "Trygga gator")
    memo = drafted(matter.kf)

    (change,) = memo_letter(memo).changes

    assert change.kind == ChangeKind.REDAKTIONELL
    assert "Trygga vägar" in change.before
    assert "Trygga gator" in change.after


@starts_from(Matter.referred_back)
def test_a_change_that_nobody_has_marked_says_so_in_a_draft(matter, drafted):
    text = matter.case.latest_text()
    text.body[1].value["title"] = "Trygga gator"
    text.save_revision(user=matter.handlaggare)

    (change,) = memo_letter(drafted(matter.kf)).changes

    assert change.kind == ChangeKind.I_SAK
    assert change.where.endswith("(ännu inte märkt)")


@starts_from(Matter.reworked)
def test_a_committee_only_prepares_so_no_change_is_shown_after_it(matter, drafted, edited):
    edited("Trygga vägar", "Trygga gator", on=date(2026, 4, 1))

    assert memo_letter(drafted(matter.ks)).changes == ()


@starts_from(Matter.referred_back)
def test_a_sent_memo_shows_the_text_as_it_was_sent(matter, drafted, edited, motive_met):
    motive_met()
    edited("Trygga vägar", "Trygga gator")
    memo = drafted(matter.ks)
    send_memo(memo=memo, on=date(2026, 9, 3), user=matter.handlaggare)
    before = memo_letter(memo)
    edited("Trygga gator", "Säkra gator", ChangeKind.I_SAK, on=date(2026, 9, 4))
    matter.case.refresh_from_db()
    matter.decided(matter.ks, date(2026, 9, 15), Outcome.BIFALL, paragraph=140)

    after = memo_letter(memo)

    assert after == before
    assert [change.kind for change in after.changes] == [ChangeKind.REDAKTIONELL]


@starts_from(Matter.reworked)
def test_the_letter_proposes_whom_the_decision_is_sent_to(matter, remiss, drafted, socialnamnden):
    remiss.sent(socialnamnden).closed()
    memo = drafted(matter.kf)

    assert memo_letter(memo).sent_to == ("Handläggaren", "Kommunstyrelsen", "Socialnämnden")


@starts_from(Matter.referred_back)
def test_the_letter_can_be_printed(matter, drafted, edited, motive_met):
    motive_met()
    edited("Trygga vägar", "Trygga gator")

    pdf = render_pdf(memo_letter(drafted(matter.kf)))

    assert pdf.startswith(b"%PDF")


@starts_from(Matter.reworked)
def test_a_letter_asks_as_many_queries_for_thirty_answers_as_for_one(
    matter, remiss, drafted, many_answer, queries
):
    remiss.sent(public=True)
    many_answer(remiss, 1)
    memo = drafted(matter.ks, background="Först detta.")
    memo_letter(memo)
    with_one = queries(lambda: memo_letter(memo))
    many_answer(remiss, 29)

    assert queries(lambda: memo_letter(memo)) == with_one
