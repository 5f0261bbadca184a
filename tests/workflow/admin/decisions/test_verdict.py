"""What the panel beside the form of a § says that it means, before anything is saved."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from plandocs.vocabulary import CaseStage, Outcome
from tests.factories import OrganisationFactory
from tests.factories.recorded import about_to_replace_another
from tests.factories.situations import Matter, starts_from
from workflow.models import Decision

EVERYWHERE = starts_from(
    Matter.opened,
    Matter.before_committee,
    Matter.reworked,
    Matter.before_board,
    Matter.before_council,
    Matter.referred_back,
    Matter.adopted,
)
APPEALABLE = "Beslutet kan överklagas i tre veckor från den dag det tillkännages."
NOT_NOW = {"step_not_possible", "remiss_open"}
ADOPTS = "Texten antas, publiceras på webben och fryses: efter det kan den inte ändras."
MOTIVE = {
    "requested_by": "25",
    "motives-TOTAL_FORMS": "1",
    "motives-0-text": "Kostnaden ska belysas.",
    "motives-0-supporters": "25",
}


def before_replacing(matter):
    """The council is about to adopt a plan that takes the place of another."""
    about_to_replace_another(matter)
    matter.memo(matter.ksau, date(2030, 2, 4))
    matter.decided(matter.ksau, date(2030, 2, 12), Outcome.BIFALL, paragraph=4)
    matter.memo(matter.ks, date(2030, 3, 4))
    return matter.decided(matter.ks, date(2030, 3, 19), Outcome.BIFALL, paragraph=21)


@pytest.fixture
def check(registrator, as_user, minutes, today):
    """Send the form to be checked, and return the answer."""
    today(date(2026, 6, 16))
    client = as_user(registrator)

    def checked(case, body, action="check", **fields):
        data = minutes(body=body.pk, action=action, **fields)
        return client.post(reverse("decision_new", args=[case.pk]), data)

    return checked


@starts_from(Matter.before_council)
def test_the_council_is_told_that_its_approval_publishes_and_can_be_appealed(case, kf, check):
    verdict = check(case, kf).context["verdict"]

    assert verdict.summary == "Kommunfullmäktige § 90, 15\xa0juni\xa02026: bifall"
    assert verdict.happens == [ADOPTS, APPEALABLE]


@starts_from(before_replacing)
def test_the_plan_that_ends_in_the_same_paragraph_is_named(case, kf, check):
    verdict = check(case, kf, decided_on="2030-04-15").context["verdict"]

    assert "”Cykelplan 2026–2030” upphör i samma paragraf." in verdict.happens


@starts_from(Matter.before_council)
def test_a_rejection_ends_the_case_and_can_be_appealed(case, kf, check):
    verdict = check(case, kf, outcome="avslag").context["verdict"]

    assert verdict.happens == [
        "Ärendet avslutas. Texten sparas men publiceras inte.",
        APPEALABLE,
    ]


@starts_from(Matter.before_council)
def test_a_case_that_is_tabled_stays_where_it_is(case, kf, check):
    verdict = check(case, kf, outcome="bordlaggning", requested_by="40").context["verdict"]

    assert "Ärendet ligger kvar hos Kommunfullmäktige." in verdict.happens
    assert ADOPTS not in verdict.happens


@starts_from(Matter.before_council)
def test_a_referral_back_says_what_falls_and_how_much_must_be_answered(case, kf, check):
    verdict = check(case, kf, outcome="aterremiss", present="61", **MOTIVE).context["verdict"]

    assert "Ärendet går vidare till: Bearbetas." in verdict.happens
    assert "Kommunstyrelsens förslag faller, och ärendet går samma väg igen." in verdict.happens
    assert "1 motiv måste besvaras innan ärendet kan gå upp igen." in verdict.happens
    assert "Minoritetens rätt är därmed använd i ärendet (KL 5 kap. 50 §)." in verdict.happens


@starts_from(Matter.before_council)
def test_a_motive_of_too_few_is_shown_as_one_that_need_not_be_answered(case, kf, check):
    rows = {**MOTIVE, "motives-TOTAL_FORMS": "2", "motives-1-text": "Vi vill vänta."}
    rows["motives-1-supporters"] = "3"

    page = check(case, kf, outcome="aterremiss", present="61", **rows)

    assert page.context["verdict"].motives == [
        ("Kostnaden ska belysas.", True),
        ("Vi vill vänta.", False),
    ]
    assert "bär inte återremissen" in page.content.decode()


@starts_from(Matter.before_committee)
def test_the_committee_opens_the_way_to_a_remiss_and_its_view_is_not_appealed(case, ksau, check):
    happens = check(case, ksau, present="7").context["verdict"].happens

    assert "Därefter kan texten skickas ut på remiss." in happens
    assert APPEALABLE not in happens


@starts_from(Matter.before_committee)
def test_a_referral_back_by_the_committee_lets_no_proposal_of_the_board_fall(case, ksau, check):
    happens = check(case, ksau, outcome="aterremiss", present="7").context["verdict"].happens

    assert happens
    assert not [said for said in happens if "Kommunstyrelsens förslag faller" in said]


@starts_from(Matter.before_board)
def test_the_view_of_a_body_that_was_only_heard_moves_nothing(case, socialnamnden, check):
    verdict = check(case, socialnamnden, present="11").context["verdict"]

    assert verdict.can_be_recorded
    assert verdict.happens == ["Organets yttrande läggs till ärendet och flyttar inget."]


@starts_from(Matter.opened, Matter.before_committee, Matter.before_council, Matter.adopted)
def test_a_view_that_cannot_be_recorded_now_is_not_told_as_kept(case, socialnamnden, check):
    page = check(case, socialnamnden, present="11")

    assert page.status_code == 422
    assert page.context["verdict"].codes == {"step_not_possible"}
    assert page.context["verdict"].happens == []


@starts_from(Matter.adopted)
def test_a_text_that_is_adopted_already_is_not_told_as_about_to_be(case, kf, check):
    page = check(case, kf, paragraph="91", decided_on="2026-06-16")

    assert page.context["verdict"].codes == {"step_not_possible"}
    assert ADOPTS not in page.content.decode()


@pytest.mark.parametrize("outcome", Outcome.values)
@EVERYWHERE
def test_every_outcome_is_weighed_in_every_situation_and_nothing_is_saved(
    outcome, case, kf, ks, ksau, check
):
    before = case.decisions.count(), case.stage

    pages = [check(case, body, outcome=outcome) for body in (kf, ks, ksau)]

    case.refresh_from_db()
    assert (case.decisions.count(), case.stage) == before
    for page in pages:
        verdict = page.context["verdict"]
        assert page.status_code == (200 if verdict.can_be_recorded else 422)
        assert verdict.summary
        assert bool(verdict.happens) is not bool(verdict.codes & NOT_NOW)
        assert all(found.message for found in verdict.refusals)


@starts_from(Matter.before_council)
def test_every_refusal_stands_on_the_page_in_words(case, ks, check):
    page = check(case, ks, paragraph="80", decided_on="2026-06-16")

    assert page.context["verdict"].refusals
    for refusal in page.context["verdict"].refusals:
        assert escape(refusal.message) in page.content.decode()


@starts_from(Matter.before_council)
def test_who_stood_aside_is_reminded_of(case, kf, check):
    silent = check(case, kf, jav="inga").context["verdict"]
    told = check(case, kf, jav="Anna Ek (S)").context["verdict"]

    assert silent.warnings == []
    assert len(told.warnings) == 1


@starts_from(Matter.before_council)
def test_a_date_that_looks_wrong_is_said_on_the_page_and_stops_nothing(case, kf, check):
    page = check(case, kf, decided_on="2026-06-17")

    assert page.status_code == 200
    assert page.context["verdict"].can_be_recorded
    assert "Sammanträdet har inte ägt rum än. Kontrollera datumet." in page.content.decode()


SENTENCES = [
    ({"outcome": ""}, "Välj vad organet beslutade."),
    ({"decided_on": ""}, "Skriv dagen, till exempel 2026-05-29."),
    ({"decided_on": "15/6"}, "Skriv dagen som år-månad-dag, till exempel 2026-05-29."),
    ({"decided_on": "0206-06-15"}, "Året kan inte stämma. Kontrollera det."),
    ({"paragraph": "nittio"}, "”nittio” går inte att läsa som ett paragrafnummer."),
    ({"paragraph": "-9"}, "”-9” går inte att läsa som ett paragrafnummer."),
    ({"paragraph": "63/20"}, "Kontrollera paragrafen och datumet mot protokollet."),
    ({"paragraph": "9" * 21}, "20"),
    ({"votes-TOTAL_FORMS": "51"}, "En § rymmer högst 50 sådana. Ta bort några."),
    ({"motives-TOTAL_FORMS": "51"}, "En § rymmer högst 50 sådana. Ta bort några."),
    ({"amendments-TOTAL_FORMS": "51"}, "En § rymmer högst 50 sådana. Ta bort några."),
    ({"votes-TOTAL_FORMS": "x"}, "Något av formuläret försvann på vägen. Skicka det en gång till."),
]


@pytest.mark.parametrize(("fields", "sentence"), SENTENCES)
@starts_from(Matter.before_council)
def test_what_cannot_be_read_is_said_in_a_sentence_on_the_page(fields, sentence, case, kf, check):
    page = check(case, kf, **fields)

    assert page.status_code == 422
    assert page.context["verdict"] is None
    assert sentence in page.content.decode()


@pytest.mark.parametrize("body", ["", "abc", "-1", "0", "9" * 23])
@starts_from(Matter.before_council)
def test_a_body_that_there_is_not_is_refused_beside_its_field(body, case, check):
    class Nobody:
        pk = body

    page = check(case, Nobody)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["body"]


@starts_from(Matter.before_council)
def test_an_administration_keeps_no_minutes_and_cannot_be_chosen(case, check):
    office = OrganisationFactory(code="KLF", type="forvaltning")

    page = check(case, office)

    assert list(page.context["form"].errors) == ["body"]


@starts_from(Matter.before_council)
def test_the_panel_is_silent_while_the_form_cannot_be_read(case, kf, check):
    panel = check(case, kf, action="live", decided_on="igår")

    assert panel.status_code == 200
    assert "verdict" not in panel.context
    assert 'value="record"' not in panel.content.decode()


@pytest.mark.parametrize(
    ("changed", "is_recorded"),
    [
        ({"present": "59"}, False),
        ({"att_satser": "Planen antas inte."}, False),
        ({"present": " 60 "}, True),
        ({"note": "Efter kontrollen."}, True),
    ],
)
@starts_from(Matter.before_council)
def test_what_was_changed_after_it_was_checked_is_shown_anew_but_a_reason_may_be_added(
    changed, is_recorded, case, kf, check
):
    seal = check(case, kf).context["checked"]

    answer = check(case, kf, action="record", checked=seal, **changed)

    case.refresh_from_db()
    assert (answer.status_code == 302) is is_recorded
    assert (case.stage == CaseStage.ANTAGEN) is is_recorded


@starts_from(Matter.adopted)
def test_nothing_is_recorded_of_a_case_that_has_ended_though_the_form_was_checked(case, kf, check):
    checked = check(case, kf, paragraph="91", decided_on="2026-06-16")

    answer = check(
        case,
        kf,
        action="record",
        checked=checked.context["checked"],
        paragraph="91",
        decided_on="2026-06-16",
    )

    assert [checked.status_code, answer.status_code] == [422, 422]
    assert Decision.objects.count() == 3


@starts_from(Matter.before_council)
def test_the_form_starts_from_the_body_that_has_the_case_and_what_it_was_asked(
    case, kf, registrator, as_user
):
    page = as_user(registrator).get(reverse("decision_new", args=[case.pk]))

    assert page.context["form"].initial["body"] == kf.pk
    assert page.context["form"].initial["sent_to"]
    assert page.context["verdict"] is None
    assert 'value="record"' not in page.content.decode()


@pytest.mark.parametrize("reason", [" ", "\n"])
@starts_from(Matter.before_council)
def test_a_correction_without_a_reason_says_which_is_missing(reason, case, registrator, as_user):
    url = reverse("decision_correct", args=[case.decisions.get(paragraph=80).pk])

    page = as_user(registrator).post(
        url, {"paragraph": "81", "decided_on": "2026-05-19", "reason": reason}
    )

    assert page.status_code == 422
    assert "Skriv hur felet upptäcktes." in page.content.decode()


@starts_from(Matter.before_council)
def test_a_correction_that_corrects_nothing_is_refused(case, registrator, as_user):
    decision = case.decisions.get(paragraph=80)
    url = reverse("decision_correct", args=[decision.pk])

    page = as_user(registrator).post(
        url, {"paragraph": "80", "decided_on": "2026-05-19", "reason": "Ingen."}
    )

    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    assert not decision.corrections.exists()


@starts_from(Matter.before_council)
def test_a_corrected_paragraph_is_shown_with_what_was_recorded_first(case, registrator, as_user):
    client = as_user(registrator)
    decision = case.decisions.get(paragraph=80)
    url = reverse("decision_correct", args=[decision.pk])

    client.post(url, {"paragraph": "§ 81", "decided_on": "2026-05-20", "reason": "Läst fel."})

    page = client.get(reverse("case_page", args=[case.pk])).content.decode()
    again = client.get(url).context["form"].initial
    assert "Kommunstyrelsen § 81" in page
    assert "Först registrerat som" in page
    assert "Läst fel." in page
    assert again == {"paragraph": 81, "decided_on": date(2026, 5, 20)}
