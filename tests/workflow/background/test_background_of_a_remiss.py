"""The background tells a remiss: whom it went to, who answered, and what came of it."""

from datetime import date

import pytest

from plandocs.vocabulary import ChangeKind, OrganisationType, Stance
from tests.factories import OrganisationFactory
from tests.factories.situations import MEASURE, Matter, starts_from
from workflow.background import background_paragraphs

pytestmark = starts_from(Matter.reworked)


def committees(number):
    return [
        OrganisationFactory(code=f"N{n}", name=f"Nämnd {chr(65 + n)}", type="namnd")
        for n in range(number)
    ]


def test_it_tells_to_whom_until_when_and_what_was_asked(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden, questions=["Räcker pengarna?", "Vem gör vad?"]).closed()

    text = background(matter.ks)

    assert (
        "Förslaget skickades på remiss den 4 februari 2026 till socialnämnden. "
        "Sista dag att svara var den 31 mars 2026. "
        "De som svarade ombads särskilt ta upp frågorna ”Räcker pengarna?” och ”Vem gör vad?”."
    ) in text


def test_a_remiss_open_to_all_says_so(matter, remiss, background):
    remiss.sent(public=True).closed()

    text = background(matter.ks)

    assert "Remissen var öppen, så vem som helst kunde svara." in text


def test_of_many_asked_only_the_first_are_named(matter, remiss, background):
    remiss.sent(*committees(10), public=True).closed()

    text = background(matter.ks)

    assert (
        "till tio remissinstanser, bland dem nämnd A, nämnd B och nämnd C. "
        "Även allmänheten kunde svara."
    ) in text


def test_of_many_silent_only_the_number_is_told(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden, *committees(6)).answered(socialnamnden)
    remiss.closed()

    text = background(matter.ks)

    assert "Av de tillfrågade var det sex som inte svarade." in text


def test_a_remiss_without_answers_says_that_none_came(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden).closed()

    text = background(matter.ks)

    assert "Inga svar kom in. Texten ändrades inte efter remissen." in text


def test_while_the_remiss_is_open_what_is_told_is_preliminary(matter, remiss, socialnamnden):
    remiss.sent(socialnamnden).answered(socialnamnden)

    text = "\n".join(background_paragraphs(matter.case, to=matter.ks, on=date(2026, 3, 12)))

    assert "Svarstiden går ut den 31 mars 2026, så redovisningen här är preliminär." in text
    assert "Till och med den 12 mars 2026 hade ett svar kommit in." in text
    assert "efter remissen" not in text


def test_an_answer_that_has_not_come_yet_on_the_day_is_not_told(matter, remiss, socialnamnden):
    remiss.sent(socialnamnden).answered(socialnamnden, on=date(2026, 3, 20))

    text = "\n".join(background_paragraphs(matter.case, to=matter.ks, on=date(2026, 3, 12)))

    assert "Inget svar har kommit in än." in text


def test_an_extension_names_both_days(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden).extended().closed()

    text = background(matter.ks)

    assert (
        "Sista dag att svara var först den 31 mars 2026 men flyttades fram till den 10 april 2026."
    ) in text


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (Stance.TILLSTYRKER, "Socialnämnden tillstyrkte förslaget."),
        (
            Stance.TILLSTYRKER_MED_SYNPUNKTER,
            "Socialnämnden tillstyrkte förslaget men hade synpunkter.",
        ),
        (Stance.AVSTYRKER, "Socialnämnden avstyrkte förslaget."),
        (Stance.INGET_ATT_ERINRA, "Socialnämnden hade inget att erinra mot förslaget."),
        (
            Stance.SYNPUNKTER,
            "Socialnämnden lämnade synpunkter utan att tillstyrka eller avstyrka förslaget.",
        ),
        (Stance.AVSTAR, "Socialnämnden avstod från att yttra sig."),
    ],
)
def test_one_answer_is_told_with_where_it_stands(
    matter, remiss, background, socialnamnden, stance, words
):
    remiss.sent(socialnamnden).answered(socialnamnden, stance=stance)
    remiss.closed()

    text = background(matter.ks)

    assert f"Det kom in ett svar. {words}" in text


def test_those_who_stand_alike_are_told_together_and_the_silent_are_named(
    matter, remiss, background
):
    first, second, silent = committees(3)
    remiss.sent(first, second, silent)
    remiss.answered(first)
    remiss.answered(second)
    remiss.closed()

    text = background(matter.ks)

    assert (
        "Det kom in två svar. Nämnd A och nämnd B tillstyrkte förslaget. Nämnd C svarade inte."
    ) in text


def test_many_answers_are_counted_and_the_opponents_named(matter, remiss, background):
    bodies = committees(10)
    remiss.sent(*bodies)
    for body in bodies[:8]:
        remiss.answered(body)
    for body in bodies[8:]:
        remiss.answered(body, stance=Stance.AVSTYRKER)
    remiss.closed()

    text = background(matter.ks)

    assert (
        "Det kom in tio svar. De som svarade fördelade sig så här: åtta tillstyrkte förslaget och "
        "två avstyrkte det. Bland dem som avstyrkte fanns nämnd I och nämnd J. "
        "Alla tillfrågade svarade."
    ) in text


def test_a_second_answer_says_where_the_body_stands_now(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden)
    remiss.answered(socialnamnden, stance=Stance.AVSTYRKER)
    remiss.answered(socialnamnden, stance=Stance.TILLSTYRKER, on=date(2026, 3, 20))
    remiss.closed()

    text = background(matter.ks)

    assert "Socialnämnden tillstyrkte förslaget." in text
    assert "avstyrkte" not in text


def test_people_are_counted_and_never_named(matter, remiss, background):
    person = OrganisationFactory(
        code="P", name="Berit Berg", type=OrganisationType.PRIVATPERSON, members=None
    )
    remiss.sent(public=True)
    remiss.answered(name="Anna Ek", points=[(None, "Bygg fler cykelvägar.")])
    remiss.answered(person)
    remiss.closed()

    text = background(matter.ks)

    assert "Två svarande ur allmänheten tillstyrkte förslaget." in text
    assert "En svarande ur allmänheten skrev: ”Bygg fler cykelvägar.”" in text
    assert "Anna Ek" not in text
    assert "Berit Berg" not in text


def test_a_late_answer_is_said_to_be_late(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden).closed()
    remiss.answered(socialnamnden, on=date(2026, 4, 14))

    text = background(matter.ks)

    assert "Svaret från socialnämnden kom in efter sista svarsdag men har ändå tagits med." in text


def test_each_of_a_few_comments_is_told_with_what_was_done_and_why(
    matter, remiss, background, socialnamnden
):
    remiss.sent(socialnamnden)
    answer = remiss.answered(
        socialnamnden, points=[(MEASURE, "Kostnaden saknas."), (None, "Följ upp planen.")]
    )
    remiss.closed().met(
        answer,
        ("beaktas_delvis", "En kalkyl har lagts till i budgeten."),
        ("beaktas_inte", "Det görs redan."),
    )

    text = background(matter.ks)

    assert (
        "Socialnämnden skrev om ”Trygga vägar, 1.1”: ”Kostnaden saknas.” Synpunkten har beaktats "
        "delvis, med motiveringen ”En kalkyl har lagts till i budgeten”. "
        "I samma svar står också: ”Följ upp planen.” Synpunkten har inte beaktats, med "
        "motiveringen ”Det görs redan”."
    ) in text


def test_an_unanswered_comment_is_said_to_be_so(matter, remiss, background, socialnamnden):
    remiss.sent(socialnamnden).answered(socialnamnden, points=[(None, "Följ upp planen.")])
    remiss.closed()

    text = background(matter.ks)

    assert "”Följ upp planen.” Synpunkten är ännu inte besvarad." in text


def test_many_comments_are_counted_and_three_reasons_given(matter, remiss, background):
    bodies = committees(6)
    remiss.sent(*bodies)
    answers = [remiss.answered(body, points=[(MEASURE, "För dyrt.")]) for body in bodies]
    remiss.closed()
    remiss.met(answers[0], ("beaktas", "Priset är sänkt."))
    for number, answer in enumerate(answers[1:5]):
        remiss.met(answer, ("beaktas_inte", f"Skäl {number}."))
    remiss.met(answers[5], ("noteras", "Tack."))

    text = background(matter.ks)

    assert (
        "Svaren innehöll sex synpunkter. Så har de bemötts: en har beaktats, fyra har inte "
        "beaktats och en har noterats. Den som har beaktats gäller ”Trygga vägar, 1.1”."
    ) in text
    assert text.count("Det har inte beaktats, med motiveringen") == 3
    assert "Skälen i övrigt framgår av bemötandena av remissvaren." in text


def test_what_became_of_the_text_is_told(matter, remiss, background, edited, socialnamnden):
    remiss.sent(socialnamnden).closed()
    edited("Alla ska kunna", "Alla barn ska kunna", ChangeKind.I_SAK, on=date(2026, 4, 21))

    text = background(matter.ks)

    assert "Efter remissen ändrades texten på ett ställe, under ”Bakgrund”." in text


def test_changes_made_after_the_next_memo_are_not_said_to_follow_from_the_remiss(
    matter, remiss, background, edited, socialnamnden
):
    remiss.sent(socialnamnden).closed()
    matter.memo(matter.ks, date(2026, 5, 4))
    edited("Alla ska kunna", "Alla barn ska kunna", ChangeKind.I_SAK, on=date(2026, 5, 6))

    text = background(matter.ks)

    assert "Texten ändrades inte innan ärendet gick vidare efter remissen." in text


def test_a_background_asks_as_many_queries_for_thirty_answers_as_for_one(
    matter, remiss, many_answer, queries
):
    remiss.sent(public=True)
    many_answer(remiss, 1)

    def write():
        background_paragraphs(matter.case, to=matter.ks, on=date(2026, 12, 31))

    write()
    with_one = queries(write)
    many_answer(remiss, 29)

    assert queries(write) == with_one
