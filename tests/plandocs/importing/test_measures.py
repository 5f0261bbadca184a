"""Items, paragraphs and rows become measures with all that is said of them, and nothing more."""

import pytest

from plandocs.importing.flat import Item, Rows
from plandocs.importing.measure_blocks import measure_rows
from plandocs.importing.measures import is_measure, read_measure
from tests.plandocs.importing.reading import words

SEEN = ("number", "title", "level", "deadline", "indicators")


def read(*lines, number="", items=()):
    return read_measure(Item(list(lines), number, list(items)), ())


def rows(*table):
    return measure_rows(Rows([tuple(row) for row in table]), ())


def leads(measure):
    return list(measure.lead)


@pytest.mark.parametrize(
    ("lines", "number", "text"),
    [
        (["Mäta sjön."], "", "Mäta sjön."),
        (["1.2 Mäta sjön."], "1.2", "Mäta sjön."),
        (["1:2. Mäta sjön."], "1:2", "Mäta sjön."),
        (["**1.2** Mäta sjön."], "1.2", "Mäta sjön."),
        (["Åtgärd 3.14 Mäta sjön."], "3.14", "Mäta sjön."),
        (["Insats 2:1b Mäta sjön."], "2:1b", "Mäta sjön."),
        (["2.1.3 Mäta sjön."], "2.1.3", "Mäta sjön."),
        (["10 sjöar ska mätas."], "", "10 sjöar ska mätas."),
        (["2027 ska sjön mätas."], "", "2027 ska sjön mätas."),
        (["1.5"], "", "1.5"),
    ],
)
def test_a_printed_number_is_taken_off_the_words_and_nothing_else_is(lines, number, text):
    measure = read(*lines, "Ansvar: Miljönämnden")

    assert (measure.number, words(measure)) == (number, text)


def test_the_ordinal_of_the_item_is_the_number_where_no_other_is_printed():
    assert read("Mäta.", number="3").number == "3"
    assert read("4.1 Mäta.", number="3").number == "4.1"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Tidplan: 2027", "deadline", "2027"),
        ("Tidsram: 2026–2027", "deadline", "2026–2027"),
        ("Klart senast: juni 2027", "deadline", "juni 2027"),
        ("När: löpande", "deadline", "löpande"),
        ("*Nivå:* Universell", "level", "Universell"),
        ("Preventionsnivå: Selektiv", "level", "Selektiv"),
        ("Indikator: Antal sjöar", "indicators", (("Antal sjöar", ""),)),
        ("Indikatorer: Djup; Näring", "indicators", (("Djup", ""), ("Näring", ""))),
        ("Mått: Djup", "indicators", (("Djup", ""),)),
        ("Hur ofta: Årsvis", "indicators", (("", "Årsvis"),)),
    ],
)
def test_a_labelled_line_goes_where_its_label_says(line, field, value):
    measure = read("Mäta sjön.", "Ansvar: Miljönämnden", line)

    assert getattr(measure, field) == value
    assert words(measure) == "Mäta sjön."
    assert leads(measure) == ["Miljönämnden"]


def test_a_labelled_line_that_is_wrapped_is_read_whole():
    measure = read("Mäta.", "Ansvar: Miljönämnden,", "Vattenhem", "Tidplan: våren", "2027")

    assert leads(measure) == ["Miljönämnden", "Vattenhem"]
    assert measure.deadline == "våren 2027"


def test_a_label_that_comes_twice_keeps_its_words_the_second_time():
    measure = read("Mäta.", "Tidplan: 2027", "Klart: 2028")

    assert measure.deadline == "2027 Klart: 2028"


def test_a_word_with_a_colon_that_is_no_label_stays_in_the_text():
    measure = read("Mäta detta: djup.", "Ansvar: Miljönämnden")

    assert words(measure) == "Mäta detta: djup."


@pytest.mark.parametrize(
    ("lines", "title", "text"),
    [
        (["**Mätning.** Mäta sjön."], "Mätning", "Mätning Mäta sjön."),
        (["**Mätning**: Mäta sjön."], "Mätning", "Mätning Mäta sjön."),
        (["**Mätning**  ", "Mäta sjön."], "Mätning", "Mätning Mäta sjön."),
        (["**Mäta sjön.**"], "", "Mäta sjön."),
        (["Mäta **sjön**."], "", "Mäta sjön."),
    ],
)
def test_bold_words_that_open_a_measure_are_its_title(lines, title, text):
    measure = read(*lines)

    assert (measure.title, words(measure)) == (title, text)


def test_items_inside_a_measure_are_its_list_unless_they_are_labelled():
    measure = read("Mäta:", items=[Item(["djup"]), Item(["Ansvar: Miljönämnden"])])

    assert [item.text.plain for item in measure.text[1].items] == ["djup"]
    assert leads(measure) == ["Miljönämnden"]


def test_bodies_in_the_list_under_a_bare_label_answer_for_the_measure():
    named = [Item(["Miljönämnden"]), Item(["Socialnämnden"])]

    assert leads(read("Mäta.", "Ansvar:", items=named)) == ["Miljönämnden", "Socialnämnden"]
    assert leads(read("Mäta.", items=[Item(["Ansvar:"], items=named)])) == [
        "Miljönämnden",
        "Socialnämnden",
    ]


def test_a_body_named_again_keeps_its_first_place():
    assert leads(read("Mäta.", "Ansvar: A-nämnden, B-nämnden och A-nämnden")) == [
        "A-nämnden",
        "B-nämnden",
    ]


def test_a_body_named_twice_stands_once_and_the_line_as_printed_keeps_both():
    measure = read("Mäta.", "Ansvar: Miljönämnden och miljönämnden")

    assert leads(measure) == ["Miljönämnden"]
    assert measure.responsible_as_printed == "Miljönämnden och miljönämnden"


def test_the_printed_line_names_the_parts_that_are_not_the_lead():
    measure = read("Mäta.", "Ansvar: A-nämnden", "Samverkan: B-nämnden", "Medansvarig: C-nämnden")

    assert measure.responsible_as_printed == (
        "A-nämnden; Samverkan: B-nämnden; Medansvarig: C-nämnden"
    )


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        (["Mäta.", "Ansvar: Miljönämnden"], True),
        (["Mäta. Huvudansvar: Miljönämnden"], True),
        (["Mäta.", "Utförare: Miljönämnden"], True),
        (["Mäta.", "Genomförs av: Miljönämnden"], True),
        (["Mäta.", "Tidplan: 2027"], False),
        (["Ansvaret är allas."], False),
        (["Vi talar om ansvar: ditt och mitt"], False),
    ],
)
def test_an_item_is_a_measure_if_it_says_who_answers(lines, is_one):
    assert is_measure(Item(lines)) is is_one


def test_the_columns_of_a_table_of_measures_may_stand_in_any_order():
    (measure,) = rows(
        ["Tidplan", "Ansvarig nämnd", "Åtgärd", "Indikator"],
        ["2027", "Miljönämnden", "Mäta sjön.", "Djup"],
    )

    assert words(measure) == "Mäta sjön."
    assert leads(measure) == ["Miljönämnden"]
    assert (measure.deadline, measure.indicators) == ("2027", (("Djup", ""),))


def test_a_column_of_no_known_kind_is_text_under_its_head_and_never_a_body():
    (measure,) = rows(
        ["Insats", "Ansvar", "Kostnad", "Tidplan", ""],
        ["Mäta sjön.", "Miljönämnden", "2 mkr", "2027", "mera"],
    )

    assert [line.plain for line in measure.text] == ["Mäta sjön.", "Kostnad: 2 mkr", "mera"]
    assert leads(measure) == ["Miljönämnden"]
    assert measure.responsible_as_printed == "Miljönämnden"
    assert measure.deadline == "2027"


def test_an_empty_cell_says_nothing():
    first, second = rows(
        ["Insats", "Ansvar", "Kostnad"], ["Mäta.", "", ""], ["", "Miljönämnden", ""], ["", "", ""]
    )

    assert (words(first), leads(first)) == ("Mäta.", [])
    assert (words(second), leads(second)) == ("", ["Miljönämnden"])


@pytest.mark.parametrize(
    "head",
    [["Insats", "Kostnad"], ["Vem", "Ansvar"], ["Mål", "Frekvens"], ["Mål", "Insats", "Indikator"]],
)
def test_a_table_without_the_columns_of_measures_is_no_table_of_measures(head):
    assert rows(head, ["a"] * len(head)) == ()


def test_a_table_of_goals_and_indicators_is_read_as_measures():
    (goal,) = rows(["Delmål", "Indikator", "Frekvens"], ["Rent.", "Prov; Mätning", "Årsvis"])

    assert words(goal) == "Rent."
    assert goal.indicators == (("Prov", "Årsvis"), ("Mätning", "Årsvis"))
