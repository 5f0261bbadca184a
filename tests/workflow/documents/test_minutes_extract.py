"""An extract of the minutes says what the record says of a §, to people and not in codes."""

from datetime import date

import pytest

from plandocs.outputs.composing import compose
from plandocs.outputs.letters import CarriedMotive, Deviation, Statement
from plandocs.outputs.pdf import render_pdf
from plandocs.vocabulary import Outcome
from tests.factories.recorded import about_to_replace_another
from tests.factories.situations import Matter, starts_from
from workflow.documents import minutes_extract
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Ballot, Vote
from workflow.services.decisions import correct_decision
from workflow.services.memos import MemoWords, draft_memo, send_memo

JUNE = date(2026, 6, 15)
ISSUED = date(2026, 6, 30)
ELECTRIC = [Amendment("låna en cykel", "låna en elcykel")]


@pytest.fixture
def extract(matter):
    """Return the extract of the last §."""

    def issue():
        return minutes_extract(matter.case.decisions.order_by("pk").last(), issued_on=ISSUED)

    return issue


@starts_from(Matter.adopted)
def test_it_names_the_body_the_day_the_number_and_the_case(matter, extract):
    letter = extract()

    assert (letter.body, letter.meeting_date) == ("Kommunfullmäktige", JUNE)
    assert (letter.paragraph, letter.diarienummer) == ("90", "KS 2026/0101")
    assert (letter.present, letter.members, letter.issued_on) == (60, 61, ISSUED)


@starts_from(Matter.adopted)
def test_it_tells_how_many_seats_the_body_had_on_that_day(matter, extract):
    matter.kf.members = 51  # after an election
    matter.kf.save()

    letter = extract()

    assert (letter.present, letter.members) == (60, 61)


@starts_from(Matter.adopted)
def test_it_names_the_bodies_as_they_were_called_when_they_decided(matter, extract):
    for body, name in ((matter.kf, "Stadsfullmäktige"), (matter.ks, "Stadsstyrelsen")):
        body.name = name
        body.save()

    letter = extract()

    assert letter.body == "Kommunfullmäktige"
    assert letter.outcome == "Kommunfullmäktige antar ”Cykelplan 2026–2030”."
    assert "Protokollsutdrag från kommunstyrelsen den 19 maj 2026 (§ 80)" in letter.documents
    assert str(matter.case.decisions.last()) == "Kommunfullmäktige 2026-06-15 § 90"


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.BIFALL, "Kommunstyrelsens arbetsutskott beslutar enligt förslaget."),
        (Outcome.AVSLAG, "Kommunstyrelsens arbetsutskott avslår förslaget."),
    ],
)
@starts_from(Matter.before_committee)
def test_the_committees_decision_reads_enligt_forslaget_or_no(matter, extract, outcome, said):
    matter.decided(matter.ksau, date(2026, 2, 3), outcome)

    assert extract().outcome == said


@starts_from(Matter.before_council)
def test_the_boards_approval_reads_enligt_forslaget_and_says_what(matter, extract):
    letter = extract()

    assert letter.outcome == "Kommunstyrelsen beslutar enligt förslaget."
    assert letter.decision == ("Planen antas.",)


@starts_from(Matter.before_board)
def test_an_approval_with_an_amendment_keeps_what_the_memo_proposed(matter, extract):
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL_MED_ANDRING, changes=ELECTRIC)

    letter = extract()

    assert letter.outcome == "Kommunstyrelsen beslutar enligt förslaget, med ändring."
    assert letter.decision == ("Planen antas.", "Under ”Bakgrund” ersätts ”cykel” med ”elcykel”.")


@starts_from(Matter.before_board)
def test_the_boards_approval_without_att_satser_is_a_proposal_to_the_council(matter):
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)
    decision = matter.case.decisions.get(body=matter.ks)
    decision.att_satser = []

    letter = minutes_extract(decision, issued_on=ISSUED)

    assert letter.outcome == (
        "Kommunstyrelsen beslutar enligt förslaget och föreslår att kommunfullmäktige antar "
        "”Cykelplan 2026–2030”."
    )


@starts_from(Matter.before_council)
def test_att_satser_that_begin_with_att_make_a_sentence(matter, extract):
    matter.decided(
        matter.kf, JUNE, Outcome.BIFALL, att_satser=["att anta planen,", "att följa upp den 2028."]
    )

    assert extract().outcome == "Kommunfullmäktige beslutar"


@starts_from(Matter.before_board)
def test_the_boards_no_is_worded_as_a_proposal(matter, extract):
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.AVSLAG)

    assert extract().outcome == "Kommunstyrelsen föreslår att kommunfullmäktige avslår förslaget."


@starts_from(Matter.adopted)
def test_the_council_adopts_by_name_where_no_att_sats_says_it(matter, extract):
    assert extract().outcome == "Kommunfullmäktige antar ”Cykelplan 2026–2030”."


@starts_from(Matter.before_council)
def test_the_council_approves_what_its_att_satser_say(matter, extract):
    matter.decided(matter.kf, JUNE, Outcome.BIFALL, att_satser=["Kommunfullmäktige antar planen."])

    letter = extract()

    assert letter.outcome == "Kommunfullmäktige bifaller förslaget."
    assert letter.decision == ("Kommunfullmäktige antar planen.",)


@starts_from(Matter.before_council)
def test_an_amendment_is_printed_word_for_word(matter, extract):
    matter.decided(matter.kf, JUNE, Outcome.BIFALL_MED_ANDRING, changes=ELECTRIC)

    letter = extract()

    assert letter.outcome == "Kommunfullmäktige antar ”Cykelplan 2026–2030” med ändring."
    assert letter.decision == ("Under ”Bakgrund” ersätts ”cykel” med ”elcykel”.",)


@starts_from(about_to_replace_another)
def test_a_plan_that_ends_in_the_same_paragraph_is_in_the_decision(matter, extract):
    matter.memo(matter.ksau, date(2030, 1, 7))
    matter.decided(matter.ksau, date(2030, 1, 10), Outcome.BIFALL)
    matter.memo(matter.ks, date(2030, 1, 11)).decided(matter.ks, date(2030, 1, 15), Outcome.BIFALL)
    matter.decided(matter.kf, date(2030, 2, 4), Outcome.BIFALL, att_satser=["Planen antas."])

    assert extract().decision == (
        "Planen antas.",
        "”Cykelplan 2026–2030” upphör att gälla.",
    )


@starts_from(Matter.referred_back)
def test_a_minoritys_referral_back_says_how_many_were_needed(matter, extract):
    letter = extract()

    assert letter.outcome == "Kommunfullmäktige återremitterar ärendet."
    assert letter.basis == (
        "Det begärdes av en minoritet, 25 av 61 närvarande ledamöter. "
        "Minst 21 krävs (5 kap. 50 § kommunallagen)."
    )
    assert letter.motives == (CarriedMotive("Kostnaden ska belysas.", 25),)


@starts_from(Matter.referred_back)
def test_a_count_without_a_recorded_question_is_told_and_not_made_into_a_vote(matter, extract):
    letter = extract()

    assert letter.votes == ()
    assert letter.proposition_order == ()
    assert letter.counted == ("Omröstning hölls: 25 ledamöter röstade för beslutet och 36 emot.",)


@starts_from(Matter.before_council)
def test_votes_stand_in_the_order_in_which_they_were_held(matter, extract):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        present=60,
        votes=[
            Vote("Återremiss", "återremiss", "avgöra ärendet i dag", 15, 45),
            Vote("Huvudvotering", "bifall till kommunstyrelsens förslag", "avslag", 41, 18, 1),
        ],
    )

    letter = extract()

    assert letter.proposition_order == (
        "Först avgjordes frågan ”Återremiss” genom omröstning.",
        "Därefter avgjordes frågan ”Huvudvotering” genom omröstning.",
    )
    first, second = letter.votes
    assert (first.yes_means, first.no_means) == ("återremiss", "avgöra ärendet i dag")
    assert first.result == "Nej fick flest röster, 45 mot 15."
    assert (second.yes, second.no, second.abstained) == (41, 18, 1)


@starts_from(Matter.before_council)
def test_who_voted_how_is_part_of_the_minutes(matter, extract):
    names = RollCall(["Anna Ek (S)", "Bo Al (M)"], ["Cilla Berg (V)"], ["Dan Lund (C)"])
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        present=60,
        votes=[
            Vote("", "bifall", "avslag", 2, 1, 1, roll_call=names),
            Vote("", "tillägget", "avslag på tillägget", 7, 5, is_closed=True),
        ],
    )

    named, closed = extract().votes

    assert named.yes_names == ("Anna Ek (S)", "Bo Al (M)")
    assert named.no_names == ("Cilla Berg (V)",)
    assert named.abstained_names == ("Dan Lund (C)",)
    assert not named.is_closed
    assert (closed.is_closed, closed.yes_names) == (True, ())


@starts_from(Matter.before_council)
def test_a_lost_vote_that_a_minority_won_says_why(matter, extract):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        present=61,
        votes=[Vote("Återremiss", "återremiss", "avgöra ärendet i dag", 25, 36)],
        motives=[MotiveText("Kostnaden ska belysas.", 25)],
    )

    (vote,) = extract().votes

    assert vote.result == (
        "Nej fick flest röster, 36 mot 25. Men det räcker att en tredjedel av de närvarande "
        "begär det."
    )


@starts_from(Matter.before_council)
def test_equal_votes_are_said_to_be_decided_by_the_chair(matter, extract):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        present=60,
        chair_in_favour=True,
        votes=[Vote("", "bifall till kommunstyrelsens förslag", "avslag", 30, 30)],
    )

    (vote,) = extract().votes

    assert vote.casting_vote.startswith("Röstetalen blev lika.")
    assert vote.result == ""


@starts_from(Matter.adopted)
def test_without_a_vote_nothing_is_said_of_the_order(matter, extract):
    assert extract().proposition_order == ()


@pytest.mark.parametrize(
    ("starting_point", "body", "ballot", "basis"),
    [
        (Matter.before_board, "ks", Ballot(13, in_favour=9, against=4), ""),
        (
            Matter.before_council,
            "kf",
            Ballot(61, in_favour=40, against=21),
            "Beslutet fattades med majoritet.",
        ),
    ],
    indirect=["starting_point"],
    ids=["the board", "the council"],
)
def test_only_of_the_council_it_matters_that_a_majority_returned_the_case(
    matter, extract, body, ballot, basis
):
    matter.decided(getattr(matter, body), JUNE, Outcome.BORDLAGGNING, ballot=ballot)

    assert extract().basis == basis


@starts_from(Matter.adopted)
def test_an_adoption_can_be_appealed_and_the_extract_says_how(matter, extract):
    assert extract().appeal == (
        "Den som är medlem i kommunen får överklaga beslutet. Överklagandet ska vara skriftligt "
        "och ha kommit in till förvaltningsrätten inom tre veckor från den dag då justeringen av "
        "protokollet tillkännagavs på anslagstavlan (13 kap. 1 § och 4–6 §§ kommunallagen)."
    )


@pytest.mark.parametrize(
    ("issued_on", "said"),
    [
        (date(2026, 7, 10), "senast den 10 juli 2026"),
        (date(2026, 7, 11), "Tiden för att överklaga beslutet gick ut den 10 juli 2026."),
    ],
)
@starts_from(Matter.announced)
def test_once_announced_it_says_until_when(matter, issued_on, said):
    decision = matter.case.decisions.order_by("pk").last()

    assert said in minutes_extract(decision, issued_on=issued_on).appeal


@starts_from(Matter.referred_back)
def test_nothing_is_said_of_appealing_what_only_prepares_the_case(matter):
    assert [
        minutes_extract(decision, issued_on=ISSUED).appeal
        for decision in matter.case.decisions.order_by("pk")
    ] == ["", "", ""]


@starts_from(Matter.before_council)
def test_who_said_what_is_set_apart_from_what_was_said(matter, extract):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        yrkanden=["Anna Ek (S): avslag på förslaget", "bifall till förslaget"],
        reservations=["Bo Ask (M)"],
        jav=["Cia Lind (V)"],
    )

    letter = extract()

    assert letter.yrkanden == (
        Statement("Anna Ek (S):", "avslag på förslaget"),
        Statement("bifall till förslaget"),
    )
    assert letter.reservations == (Statement("Bo Ask (M)"),)
    assert letter.jav == (Statement("Cia Lind (V)"),)


@starts_from(Matter.before_council)
def test_deviations_are_sentences_with_the_note(matter, extract):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.BIFALL,
        present=20,
        despite=frozenset({"quorum_missing"}),
        note="Protokollet är justerat.",
    )

    assert extract().deviations == (
        Deviation(
            "Högst hälften av ledamöterna var närvarande "
            "(5 kap. 45 § och 6 kap. 27 § kommunallagen).",
            "Protokollet är justerat.",
        ),
    )


@starts_from(Matter.adopted)
def test_a_correction_names_what_was_first_recorded(matter, extract):
    correct_decision(
        decision=matter.case.decisions.last(),
        paragraph=91,
        decided_on=JUNE,
        reason="Fel i avskriften.",
        on=date(2026, 6, 20),
        user=matter.registrator,
    )

    letter = extract()

    assert letter.paragraph == "91"
    assert letter.correction == (
        "Rättat den 20 juni 2026: beslutet antecknades först som "
        "Kommunfullmäktige 2026-06-15 § 90. Fel i avskriften."
    )


@starts_from(Matter.announced)
def test_the_days_of_adjustment_and_notice_come_from_the_notice(matter, extract):
    letter = extract()

    assert (letter.adjusted_on, letter.announced_on) == (date(2026, 6, 18), date(2026, 6, 19))


@starts_from(Matter.adopted)
def test_the_memo_is_the_first_of_the_documents_before_the_body(matter, extract):
    assert extract().documents == (
        "Tjänsteskrivelse den 4 maj 2026",
        "Förslag: Cykelplan 2026–2030",
        "Protokollsutdrag från kommunstyrelsens arbetsutskott den 3 februari 2026 (§ 12)",
        "Protokollsutdrag från kommunstyrelsen den 19 maj 2026 (§ 80)",
    )


@starts_from(Matter.reworked)
def test_what_was_attached_to_the_memo_was_before_the_body_too(matter, extract):
    memo = draft_memo(
        words=MemoWords(proposal=["Planen antas."], attachments=["Kostnadskalkyl"]),
        case=matter.case,
        to=matter.ks,
        on=date(2026, 5, 4),
        user=matter.handlaggare,
    )
    send_memo(memo=memo, on=date(2026, 5, 4), user=matter.handlaggare)
    matter.case.refresh_from_db()
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)

    assert extract().documents[:3] == (
        "Tjänsteskrivelse den 4 maj 2026",
        "Förslag: Cykelplan 2026–2030",
        "Kostnadskalkyl",
    )


@starts_from(Matter.adopted)
def test_the_matter_is_told_as_the_memo_begins_and_not_what_it_waited_for(matter, extract):
    assert extract().background == (
        "Ärendet gäller ”Cykelplan 2026–2030”, en ny plan som kommunfullmäktige beslutar om.",
    )


@starts_from(Matter.before_committee)
def test_a_paragraph_without_number_is_printed_without_a_sign(matter, extract):
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL)

    document = compose(extract())

    assert document.title == "Cykelplan 2026–2030"
    assert "§" not in document.running_head


@starts_from(Matter.referred_back)
def test_the_extract_can_be_printed(matter, extract):
    assert render_pdf(extract()).startswith(b"%PDF")


@starts_from(Matter.reworked)
def test_an_extract_asks_as_many_queries_for_thirty_answers_as_for_one(
    matter, remiss, many_answer, queries, extract
):
    remiss.sent(public=True)
    many_answer(remiss, 1)
    extract()
    with_one = queries(extract)
    many_answer(remiss, 29)

    assert queries(extract) == with_one
