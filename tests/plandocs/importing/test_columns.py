"""Measures numbered on lines of their own, with bodies and levels in columns a scan has lost."""

import pytest

from plandocs.importing import parse_document, to_blocks
from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.columns.cells import Cell, parted
from plandocs.importing.columns.pages import has_marks
from plandocs.importing.tree import FocusArea
from tests.plandocs.importing import reading
from tests.plandocs.importing.reading import nodes, words

BEGINNING = """Vattenplan 2026–2029

Planen gäller hela kommunen.
 Fokusområde 1:
Kommunen håller sjöarna rena

Sjöarna är många.

För att nå fokusområdet behöver följande vara på plats:

• Kunskap finns.
• Mätning sker.

Åtgärd
"""

BESIDE = """
Åtgärd 1:1
Mäta näringen i alla sjö- + Kultur- och fritids-
ar varje år. nämnden
+ Miljönämnden

Åtgärd 1:2
Bygga två våtmarker. » Kommunstyrelsen Universell Selektiv

Universell
"""

BELOW = """
 Åtgärd 1:1

Åtgärd 1:3
Se över avlopp.

Åtgärd 1:4
Skylta badplatser.

+ Kommunstyrelsen

Medansvarig:

+ Miljönämnden
+ Socialnämnden

« Miljönämnden

Universell

Selektiv
"""

TWO_MEASURES = f"{BEGINNING}\nÅtgärd 1:1\nMäta.\n\nÅtgärd 1:2\nStäda.\n\n"


def measures(text):
    return reading.measures(parse_document(text))


def told(measure):
    names = [list(part) for part in (measure.lead, measure.co_responsible)]
    return (measure.number, words(measure), *names, measure.level)


def test_bodies_beside_a_measure_are_its_own_and_its_words_are_whole():
    assert list(map(told, measures(BEGINNING + BESIDE))) == [
        (
            "1:1",
            "Mäta näringen i alla sjöar varje år.",
            ["Kultur- och fritidsnämnden", "Miljönämnden"],
            [],
            "Universell",
        ),
        ("1:2", "Bygga två våtmarker.", ["Kommunstyrelsen"], [], "Universell Selektiv"),
    ]


def test_bodies_below_the_measures_of_a_page_are_given_out_in_order():
    assert list(map(told, measures(BEGINNING + BELOW))) == [
        (
            "1:3",
            "Se över avlopp.",
            ["Kommunstyrelsen"],
            ["Miljönämnden", "Socialnämnden"],
            "Universell",
        ),
        ("1:4", "Skylta badplatser.", ["Miljönämnden"], [], "Selektiv"),
    ]


@pytest.mark.parametrize(
    ("column", "leads"),
    [
        (
            "Miljönämnden Universell\nSocialnämnden\nMiljönämnden Selektiv\n",
            [["Miljönämnden", "Socialnämnden"], ["Miljönämnden"]],
        ),
        (
            "+ Miljönämnden\n\n+ Socialnämnden\n\n+ Miljönämnden\n",
            [["Miljönämnden", "Socialnämnden"], ["Miljönämnden"]],
        ),
        (
            "+ Miljönämnden\n\n+ Socialnämnden\n\nMedansvarig:\n\n+ Byggnadsnämnden\n\n"
            "+ Kommunstyrelsen\n",
            [["Miljönämnden"], ["Socialnämnden"]],
        ),
    ],
)
def test_the_column_is_parted_where_there_are_as_many_groups_as_measures(column, leads):
    text = f"{BEGINNING}\nÅtgärd 1:1\nMäta sjön.\n\nÅtgärd 1:2\nStäda stranden.\n\n{column}"

    assert [list(one.lead) for one in measures(text)] == leads


def test_a_column_that_cannot_be_parted_is_not_guessed_at_and_is_not_lost():
    text = f"{BEGINNING}\nÅtgärd 1:1\nMäta.\n\nÅtgärd 1:2\nStäda.\n\n+ Miljönämnden\n"
    document = parse_document(text + "+ Socialnämnden\n")

    blocks = str(to_blocks(document, organisations={}, namespace="x"))

    assert "Mäta." in blocks
    assert "Miljönämnden" in blocks
    assert not any(one.lead for one in reading.measures(document))


def test_the_area_has_its_number_its_introduction_and_its_preconditions():
    (area,) = nodes(parse_document(BEGINNING + BESIDE), FocusArea)

    assert (area.number, area.title) == ("1", "Kommunen håller sjöarna rena")
    assert [line.plain for line in area.intro] == ["Sjöarna är många."]
    assert [item.text.plain for item in area.preconditions[1].items] == [
        "Kunskap finns.",
        "Mätning sker.",
    ]


def test_a_colon_read_as_a_one_is_known_by_the_next_number():
    text = BEGINNING + BESIDE.replace("Åtgärd 1:1", "Atgard 111")

    assert [one.number for one in measures(text)] == ["1:1", "1:2"]


def test_the_misread_letters_of_a_scan_are_one_body():
    names = BodyNames(["Miljéndmnden", "Miljönédmnden", "Aldreomsorgsnadmnden"])

    assert names.name("Miljéndmnden") == names.name("Miljönédmnden") == "Miljönämnden"
    assert names.name("Aldreomsorgsnadmnden") == "Äldreomsorgsnämnden"


def test_a_plan_without_columns_names_who_answers_on_a_line_of_its_own():
    text = f"""{BEGINNING}
Åtgärd 1:1
Mäta sjön.
Ansvar: Miljönämnden i samverkan med Kommunstyrelsen
Tidplan: 2027

Åtgärd 1:2
Städa stranden.
Ansvar: Socialnämnden
"""

    first, second = measures(text)

    assert list(first.lead) == ["Miljönämnden"]
    assert list(first.collaborating) == ["Kommunstyrelsen"]
    assert first.deadline == "2027"
    assert list(second.lead) == ["Socialnämnden"]


def test_a_name_that_breaks_off_before_a_label_stops_no_import():
    broken = "Åtgärd 1:1\nMäta sjön. + Miljö-\nMedansvarig:\nnämnden\n\nÅtgärd 1:2\nStäda.\n"

    first, _second = measures(f"{BEGINNING}\n{broken}")

    assert words(first) == "Mäta sjön."
    assert list(first.bodies) == ["Miljö-", "nämnden"]


def test_a_name_that_goes_on_on_the_next_line_is_one_name():
    bodies = "+ Kultur- och fritids-\nnämnden\n\n+ Miljönämnden\n"

    first, second = measures(f"{TWO_MEASURES}{bodies}")

    assert list(first.lead) == ["Kultur- och fritidsnämnden"]
    assert list(second.lead) == ["Miljönämnden"]


def test_measures_go_on_over_a_page_that_begins_in_the_column_of_bodies():
    first, second = measures(f"{TWO_MEASURES}+ Miljönämnden\n\n + Socialnämnden\n")

    assert list(first.lead) == ["Miljönämnden"]
    assert list(second.lead) == ["Socialnämnden"]


def test_what_stands_above_and_below_the_measures_of_a_page_stays_text():
    text = f"{TWO_MEASURES}Fokusområde 2:\nStränder\n\nSlut.\n"

    said = " ".join(reading.strings(reading.stream_of(text)))

    assert "Sjöarna är många." in said
    assert "Slut." in said


def cell(name, *, after_label=False, after_blank=False, level=""):
    return Cell(name, after_label, after_blank, level)


@pytest.mark.parametrize(
    ("cells", "wanted", "groups"),
    [
        ([], 2, []),
        ([cell("A")], 0, []),
        ([cell("A"), cell("B")], 3, []),
        ([cell("A", level="U"), cell("B"), cell("C", level="S")], 2, ["AB", "C"]),
        ([cell("A"), cell("B", after_blank=True)], 2, ["A", "B"]),
        ([cell("A"), cell("B", after_label=True, after_blank=True), cell("C")], 1, ["ABC"]),
        ([cell("A"), cell("B", after_label=True), cell("C"), cell("D", after_label=True)], 2,
         ["AB", "CD"]),
    ],
)  # fmt: skip
def test_a_column_is_parted_only_where_there_are_as_many_groups_as_measures(cells, wanted, groups):
    assert ["".join(one.name for one in group) for group in parted(cells, wanted)] == groups


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Åtgärd 1:1\nÅtgärd 1:2", True),
        ("Åtgärd 1:1\nMäta.", False),
        ("Vi ska göra åtgärd 1:1 nu.\nÅtgärd 1:2", False),
        ("Insats 1.1\n\nInsats 1.2", True),
        ("Atgard 111\nAktivitet 1:2", True),
    ],
)
def test_measures_are_in_columns_where_their_numbers_stand_alone_more_than_once(text, marked):
    assert has_marks(text) is marked
