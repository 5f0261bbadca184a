"""The background of a memo says what the record holds, in Swedish prose."""

from datetime import date

import pytest

from plandocs.models import PlanPage
from plandocs.vocabulary import ChangeKind, MotiveResponse, OrganisationType, Outcome
from tests.factories import OrganisationFactory
from tests.factories.recorded import about_to_replace_another
from tests.factories.situations import Matter, starts_from
from workflow.background import background_paragraphs
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.rules.votes import Ballot
from workflow.services.cases import NewCase, NewPlan, open_case
from workflow.services.decisions import correct_decision
from workflow.services.memos import MemoWords, draft_memo, send_memo

JUNE = date(2026, 6, 15)
AUGUST = date(2026, 8, 31)


def test_the_first_memo_says_what_the_case_is_about(matter, background, socialnamnden):
    plan = NewPlan(
        title="Cykelplan 2026–2030",
        kind="plan",
        summary="Fler ska kunna cykla tryggt.",
        applies_to="alla nämnder och bolag",
        responsible=socialnamnden,
    )
    matter.opened(plan=plan)

    text = background(matter.ksau)

    assert text == (
        "Ärendet gäller ”Cykelplan 2026–2030”, en ny plan som kommunfullmäktige beslutar om.\n"
        "Fler ska kunna cykla tryggt. Planen ska gälla för alla nämnder och bolag. "
        "Socialnämnden ansvarar för dokumentet. Förslaget har ett fokusområde: ”Trygga vägar”. "
        "Sammanlagt innehåller det en åtgärd.\n"
        "Kommunstyrelsens arbetsutskott bereder nu ärendet innan kommunfullmäktige beslutar."
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("strategi", "en ny strategi"),
        ("program", "ett nytt program"),
        ("policy", "en ny policy"),
        ("regler", "nya regler"),
    ],
)
def test_the_kind_of_document_is_named_in_its_gender(matter, background, kind, words):
    matter.opened(plan=NewPlan(title="Vägen fram", kind=kind))

    text = background(matter.ksau)

    assert f"”Vägen fram”, {words} som kommunfullmäktige beslutar om." in text


def test_years_are_told_only_where_the_title_does_not_say_them(matter, background):
    matter.opened(plan=NewPlan(title="Cykelplan", kind="plan"), valid=(2026, 2030))

    text = background(matter.ksau)

    assert "Planen ska gälla från och med 2026 till och med 2030." in text


@starts_from(Matter.before_committee)
def test_the_committees_approval_reads_enligt_forslaget_with_what_was_decided(matter, background):
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=12)

    text = background(matter.ks)

    assert (
        "Den 3 februari 2026 beslutade kommunstyrelsens arbetsutskott enligt förslaget (§ 12): "
        "”Planen antas.”"
    ) in text
    assert text.endswith("Kommunstyrelsen ska nu lägga fram sitt förslag till kommunfullmäktige.")


@starts_from(Matter.before_committee)
def test_a_decision_without_a_number_in_the_record_gets_no_sign(matter, background):
    matter.decided(matter.ksau, date(2026, 2, 3), Outcome.AVSLAG)

    text = background(matter.ks)

    assert "Den 3 februari 2026 avslog kommunstyrelsens arbetsutskott förslaget." in text
    assert "§" not in text


@starts_from(Matter.before_council)
def test_the_boards_approval_is_a_proposal_to_the_council(matter, background):
    text = background(matter.kf)

    assert (
        "Den 19 maj 2026 beslutade kommunstyrelsen enligt förslaget (§ 80) och föreslog att "
        "kommunfullmäktige skulle anta planen."
    ) in text


@starts_from(Matter.before_board)
def test_the_boards_no_is_a_proposal_too(matter, background):
    matter.decided(matter.ks, date(2026, 5, 19), Outcome.AVSLAG, paragraph=80)

    text = background(matter.kf)

    assert (
        "Den 19 maj 2026 föreslog kommunstyrelsen att kommunfullmäktige skulle avslå förslaget "
        "(§ 80)."
    ) in text


@starts_from(Matter.before_board)
def test_an_amendment_of_the_board_is_told_with_its_words(matter, background):
    matter.decided(
        matter.ks,
        date(2026, 5, 19),
        Outcome.BIFALL_MED_ANDRING,
        paragraph=80,
        changes=[Amendment("låna en cykel", "låna en elcykel")],
    )

    text = background(matter.kf)

    assert "enligt förslaget, men med en egen ändring (§ 80), och föreslog att" in text
    assert "Under ”Bakgrund” byttes ”cykel” ut mot ”elcykel”." in text


@starts_from(Matter.referred_back)
def test_a_minoritys_referral_back_is_told_with_numbers_and_motive(matter, background):
    text = background(matter.kf)

    assert (
        "Kommunfullmäktige behandlade ärendet den 15 juni 2026 (§ 90) och återremitterade det på "
        "begäran av en minoritet, 25 av de 61 närvarande ledamöterna. "
        "Emot röstade 36 ledamöter. "
        "Motivet till återremissen var: ”Kostnaden ska belysas.”"
    ) in text
    assert "Motivet är ännu inte besvarat." in text
    assert text.endswith(
        "Eftersom ärendet har återremitterats ska kommunstyrelsen lägga fram sitt förslag på "
        "nytt innan kommunfullmäktige kan avgöra det."
    )


@starts_from(Matter.before_council)
def test_a_majoritys_referral_back_is_told_with_its_votes(matter, background):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        ballot=Ballot(present=60, in_favour=35, against=25),
        motives=[MotiveText("Kostnaden ska belysas.")],
    )

    text = background(matter.kf)

    assert "och återremitterade det med 35 röster mot 25." in text
    assert "minoritet" not in text


@starts_from(Matter.before_council)
def test_several_motives_are_listed_and_the_lost_ones_are_kept_apart(matter, background):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        ballot=Ballot(present=60, in_favour=35, against=25),
        motives=[
            MotiveText("Kostnaden ska belysas.", 25),
            MotiveText("Barnens behov ska utredas.", 30),
            MotiveText("Texten är för lång.", 3),
        ],
    )

    text = background(matter.kf)

    assert (
        "Återremissen hade två motiv: ”Kostnaden ska belysas” och ”Barnens behov ska utredas”. "
        "Ytterligare ett motiv fick inte tillräckligt stöd: ”Texten är för lång”."
    ) in text
    assert "Motivet ”Barnens behov ska utredas” är ännu inte besvarat." in text
    assert "Motivet ”Texten är för lång”" not in text


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (MotiveResponse.FOLJS, "Motivet har följts."),
        (MotiveResponse.FOLJS_DELVIS, "Motivet har följts delvis."),
        (MotiveResponse.FOLJS_INTE, "Motivet har inte följts."),
    ],
)
@starts_from(Matter.referred_back)
def test_what_was_done_with_a_motive_is_told_with_the_whole_reason(
    matter, background, motive_met, response, words
):
    motive_met(response, "kostnaden beror på anbuden. De öppnas i maj")

    text = background(matter.kf)

    assert f"{words} Kostnaden beror på anbuden. De öppnas i maj." in text


@starts_from(Matter.referred_back)
def test_a_change_since_the_decision_is_told_with_what_it_was_before(matter, background, edited):
    edited("Trygga vägar", "Trygga gator")
    edited("Alla ska kunna", "Alla barn och vuxna ska kunna", ChangeKind.I_SAK)

    text = background(matter.kf)

    assert (
        "Sedan beslutet i kommunfullmäktige den 15 juni 2026 har en ändring i sak och en "
        "redaktionell ändring gjorts i texten."
    ) in text
    assert "Under ”Bakgrund” lades ”barn och vuxna” till." in text
    assert "Under ”Trygga gator” byttes ”vägar” ut mot ”gator”." in text


@starts_from(Matter.before_council)
def test_a_change_in_substance_takes_the_case_back_to_the_board(matter, background, edited):
    edited("låna en cykel", "låna en elcykel", ChangeKind.I_SAK)

    assert (
        "Eftersom texten har ändrats i sak ska kommunstyrelsen lägga fram sitt förslag på nytt "
        "innan kommunfullmäktige kan avgöra ärendet."
    ) in background(matter.kf)


@starts_from(Matter.referred_back)
def test_nothing_is_said_of_changes_where_there_are_none(matter, background):
    text = background(matter.kf)

    assert "Sedan beslutet" not in text


@starts_from(Matter.before_council)
def test_a_tabled_case_comes_up_again(matter, background):
    matter.decided(matter.kf, JUNE, Outcome.BORDLAGGNING, paragraph=90, present=61, requested_by=25)

    text = background(matter.kf)

    assert (
        "och bordlade det på begäran av en minoritet, 25 av de 61 närvarande ledamöterna." in text
    )
    assert text.endswith("Ärendet kommer nu upp igen i kommunfullmäktige.")


@starts_from(Matter.before_council)
def test_a_second_return_does_not_repeat_the_first_sentence(matter, background):
    matter.decided(matter.kf, JUNE, Outcome.BORDLAGGNING, present=61, requested_by=25).decided(
        matter.kf,
        AUGUST,
        Outcome.ATERREMISS,
        paragraph=120,
        ballot=Ballot(present=60, in_favour=35, against=25),
        motives=[MotiveText("Kostnaden ska belysas.")],
    )

    text = background(matter.kf)

    assert (
        "Ärendet kom upp igen i kommunfullmäktige den 31 augusti 2026 (§ 120). "
        "Då återremitterades det med 35 röster mot 25."
    ) in text


@starts_from(Matter.referred_back)
def test_after_a_second_referral_back_both_motives_are_told(matter, background, motive_met):
    motive_met()
    matter.memo(matter.ks, date(2026, 9, 3)).decided(
        matter.ks, date(2026, 9, 15), Outcome.BIFALL, paragraph=140
    ).decided(
        matter.kf,
        date(2026, 9, 28),
        Outcome.ATERREMISS,
        ballot=Ballot(present=60, in_favour=35, against=25),
        motives=[MotiveText("Texten ska kortas.")],
    )

    text = background(matter.kf)

    assert "Motivet har inte följts. Kostnaden beror på anbuden." in text
    assert "Kommunstyrelsen prövade ärendet igen den 15 september 2026 (§ 140)." in text
    assert "Motivet till återremissen var: ”Texten ska kortas.”" in text
    assert "Motivet är ännu inte besvarat." in text


def test_a_plan_that_the_board_decides_is_never_proposed_to_the_council(matter, background):
    matter.opened(decided_by=matter.ks).memo(matter.ksau, date(2026, 1, 20)).decided(
        matter.ksau, date(2026, 2, 3), Outcome.BIFALL
    ).memo(matter.ks, date(2026, 2, 9)).decided(matter.ks, date(2026, 3, 3), Outcome.ATERREMISS)

    text = background(matter.ks)

    assert "en ny plan som kommunstyrelsen beslutar om" in text
    assert "Kommunstyrelsen behandlade ärendet den 3 mars 2026 och återremitterade det." in text
    assert "kommunfullmäktige" not in text


@starts_from(Matter.adopted)
def test_a_new_edition_names_the_one_in_force_and_how_it_differs(matter, background, edited):
    plan = PlanPage.objects.get(pk=matter.case.plan.pk)
    matter.case = open_case(
        case=NewCase(diarienummer="KS 2030/0007", decided_by=matter.kf),
        plan=plan,
        on=date(2030, 1, 7),
        user=matter.handlaggare,
    )
    edited("Alla ska kunna", "Alla barn ska kunna", ChangeKind.I_SAK)

    text = background(matter.ksau, on=date(2030, 2, 1))

    assert "Ärendet gäller en ny utgåva av planen ”Cykelplan 2026–2030”." in text
    assert "Utgåvan som gäller nu antogs av kommunfullmäktige den 15 juni 2026 (§ 90)." in text
    assert "Förslaget skiljer sig från den på ett ställe." in text
    assert "revision" not in text


@starts_from(about_to_replace_another)
def test_plans_that_end_with_the_adoption_are_named(matter, background):
    text = background(matter.ksau)

    assert "När planen antas upphör ”Cykelplan 2026–2030” att gälla." in text


@starts_from(Matter.before_council)
def test_a_deviation_is_told_as_a_sentence_with_its_reason(matter, background):
    matter.decided(
        matter.kf,
        JUNE,
        Outcome.ATERREMISS,
        ballot=Ballot(present=30, in_favour=16, against=14),
        motives=[MotiveText("Kostnaden ska belysas.")],
        despite=frozenset({"quorum_missing"}),
        note="Protokollet är justerat",
    )

    text = background(matter.kf)

    assert (
        "Beslutet är antecknat trots en avvikelse. Högst hälften av ledamöterna var närvarande "
        "(5 kap. 45 § och 6 kap. 27 § kommunallagen). Skälet som angavs är: ”Protokollet är "
        "justerat.”"
    ) in text
    assert "quorum_missing" not in text


@starts_from(Matter.referred_back)
def test_a_memo_sent_with_a_motive_unanswered_says_so_in_the_next(matter, background):
    memo = draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=matter.case,
        to=matter.ks,
        on=date(2026, 9, 3),
        user=matter.handlaggare,
    )
    send_memo(
        memo=memo,
        on=date(2026, 9, 3),
        user=matter.handlaggare,
        despite=["motive_unanswered"],
        note="Svaret ges muntligt",
    )

    text = background(matter.kf)

    assert "Tjänsteskrivelsen till kommunstyrelsen skickades den 3 september 2026 trots" in text
    assert "Ett motiv till återremissen hade inte besvarats (5 kap. 50 § kommunallagen)." in text


@starts_from(Matter.reworked)
def test_the_view_of_another_body_is_told(matter, background, socialnamnden):
    matter.decided(socialnamnden, date(2026, 3, 3), Outcome.BIFALL, paragraph=33)

    text = background(matter.ks)

    assert "Socialnämnden ställde sig bakom förslaget den 3 mars 2026 (§ 33)." in text


@starts_from(Matter.before_council)
def test_what_happened_after_the_day_of_the_memo_is_not_in_it(matter, background):
    text = background(matter.ks, on=date(2026, 5, 4))

    assert "19 maj 2026" not in text


@starts_from(Matter.before_council)
def test_a_corrected_decision_is_told_as_it_truly_was(matter, background):
    correct_decision(
        decision=matter.case.decisions.get(paragraph=80),
        paragraph=81,
        decided_on=date(2026, 5, 20),
        reason="Fel i avskriften.",
        on=date(2026, 5, 27),
        user=matter.registrator,
    )

    text = background(matter.kf)

    assert "Den 20 maj 2026 beslutade kommunstyrelsen enligt förslaget (§ 81)" in text
    assert "§ 80" not in text


@starts_from(Matter.referred_back)
def test_a_background_has_no_more_than_eight_paragraphs(matter, background, edited, motive_met):
    edited("Trygga vägar", "Trygga gator")
    motive_met()

    paragraphs = background_paragraphs(matter.case, to=matter.kf, on=date(2026, 12, 31))

    assert 3 <= len(paragraphs) <= 8
    assert all(paragraph.endswith((".", "”")) for paragraph in paragraphs)


def test_quotation_marks_within_a_quotation_become_single(matter, background):
    matter.opened(plan=NewPlan(title="Planen ”Cykla mera”", kind="plan"))

    text = background(matter.ksau)

    assert "”Planen ’Cykla mera’”" in text


def test_a_body_outside_the_municipality_keeps_its_capital(matter, background):
    region = OrganisationFactory(
        code="REG", name="Region Norr", type=OrganisationType.REGION, members=None
    )
    matter.opened(plan=NewPlan(title="Vägen", kind="plan", responsible=region))

    text = background(matter.ksau)

    assert "Region Norr ansvarar för dokumentet." in text
