"""Headings become sections and focus areas at the levels that they have in print."""

import pytest

from plandocs.importing import parse_document
from plandocs.importing.tree import FocusArea, Section
from tests.plandocs.importing.reading import nodes

MEASURE = "- Mäta.\n  Ansvar: Miljönämnden\n\n"


def parsed(text):
    return parse_document(text)


def outline(children):
    """Return headings and areas as nested lists: an area is its title alone."""
    return [
        [child.heading, *outline(child.children)] if isinstance(child, Section) else child.title
        for child in children
        if isinstance(child, Section | FocusArea)
    ]


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        (["# Strategi för vatten", "# Bakgrund"], "Strategi för vatten"),
        (["# Älvsala kommun", "# Strategi för vatten"], "Strategi för vatten"),
        (["# Inledning", "# Syfte", "# Plan"], "Plan"),
        (["# A", "# B", "# C", "# Plan"], "A"),
        (["## Vattenplan", "# Vatten"], "Vatten"),
        (["# Vattenplan.", "## Syfte"], "Vattenplan"),
    ],
)
def test_the_title_names_a_kind_of_document_or_is_the_first_of_the_highest_headings(
    headings, title
):
    text = "\n\nOrd.\n\n".join(headings)

    assert parsed(text).title == title


def test_a_title_that_is_printed_again_on_every_page_is_no_section():
    document = parsed("# Vattenplan\n\nA.\n\n# Vattenplan\n\n## Syfte\n\nB.\n\n# Vattenplan.\n\nC.")

    assert outline(document.children) == [["Syfte"]]


def test_headings_over_the_title_are_kept_as_sections():
    document = parsed("# Älvsala\n\nOrd.\n\n# Vattenplan\n\nOrd.")

    assert outline(document.children) == [["Älvsala"], ["Vattenplan"]]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("2 Mål", "2", "Mål"),
        ("2. Mål", "2", "Mål"),
        ("2.1 Mål", "2.1", "Mål"),
        ("2.1.3: Mål", "2.1.3", "Mål"),
        ("2030 ska målet vara nått", "", "2030 ska målet vara nått"),
        ("5 sjöar", "", "5 sjöar"),
        ("Mål 2", "", "Mål 2"),
    ],
)
def test_a_printed_number_is_taken_off_a_heading_and_kept(heading, number, title):
    (section,) = nodes(parsed(f"# Plan\n\n## {heading}\n\nOrd."), Section)

    assert (section.number, section.heading) == (number, title)


def test_headings_whose_numbers_are_as_long_stand_at_the_same_level():
    document = parsed("# Plan\n\n## 1 A\n\na\n\n### 1.1 B\n\nb\n\n## 1.2 C\n\nc\n\n### 1.3 D\n\nd")

    assert outline(document.children) == [["A", ["B"], ["C"], ["D"]]]


def test_sections_nest_as_their_headings_do():
    document = parsed("# Plan\n\n## A\n\n### B\n\n#### C\n\n### D\n\n## E\n\nOrd.")

    assert outline(document.children) == [["A", ["B", ["C"]], ["D"]], ["E"]]


def test_a_heading_with_nothing_under_it_is_still_a_section():
    assert outline(parsed("# Plan\n\n## A\n\n## B").children) == [["A"], ["B"]]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Fokusområde 1: Rena sjöar", "1", "Rena sjöar"),
        ("FOKUSOMRÅDE 2 – Rena sjöar", "2", "Rena sjöar"),
        ("Insatsområde 3. Rena sjöar", "3", "Rena sjöar"),
        ("Målområde IV: Rena sjöar", "IV", "Rena sjöar"),
        ("Inriktningsmål 1 Rena sjöar", "1", "Rena sjöar"),
        ("Prioriterat område 1: Rena sjöar", "1", "Rena sjöar"),
        ("Fokusområde 1", "1", "Fokusområde 1"),
    ],
)
def test_a_heading_that_says_it_is_a_numbered_area_is_one_though_it_has_no_measures(
    heading, number, title
):
    (area,) = nodes(parsed(f"# Plan\n\n## {heading}\n\nOrd."), FocusArea)

    assert (area.number, area.title) == (number, title)


def test_a_heading_right_over_measures_is_an_area_whatever_it_is_called():
    document = parsed(f"# Plan\n\n## Rena sjöar\n\n{MEASURE}## Bakgrund\n\nOrd.")

    assert outline(document.children) == ["Rena sjöar", ["Bakgrund"]]


@pytest.mark.parametrize("heading", ["Insatser", "Åtgärder", "Mål och åtgärder", "AKTIVITETER:"])
def test_a_mere_heading_of_measures_is_no_area_of_its_own(heading):
    under = parsed(f"# Plan\n\n## Rena sjöar\n\n### {heading}\n\n{MEASURE}")
    alone = parsed(f"# Plan\n\n## {heading}\n\n{MEASURE}")

    assert outline(under.children) == ["Rena sjöar"]
    assert outline(alone.children) == [[heading]]


def test_an_area_at_the_wrong_level_is_the_sibling_of_the_others():
    areas = "".join(f"{heading}\n\n{MEASURE}" for heading in ("### A", "### B", "## C", "#### D"))

    document = parsed(f"# Plan\n\n## Mål\n\n{areas}")

    assert outline(document.children) == [["Mål", "A", "B", "C", "D"]]
    assert document.area_levels == (3, 3, 2, 4)


def test_a_heading_over_areas_is_a_section_though_it_is_numbered_as_one():
    document = parsed(f"# Plan\n\n## Fokusområde 1: Vatten\n\n### Sjöar\n\n{MEASURE}")

    assert outline(document.children) == [["Fokusområde 1: Vatten", "Sjöar"]]


@pytest.mark.parametrize("listed", ["Rena sjöar", "Rena sjöar.", "rena sjöar", "Rena sjoar"])
def test_a_heading_that_the_overview_lists_is_an_area_misread_or_not(listed):
    text = f"# Plan\n\n## Översikt\n\n- {listed}\n- Öppna stränder\n\n## Rena sjöar\n\nOrd.\n\n"

    document = parsed(f"{text}## Öppna stränder\n\nOrd.")

    assert [area.title for area in nodes(document, FocusArea)] == ["Rena sjöar", "Öppna stränder"]


def test_a_list_of_which_few_items_are_headings_is_no_overview():
    document = parsed("# Plan\n\n## A\n\n- B\n- x\n- y\n- z\n\n## B\n\nOrd.")

    assert document.overview == ()
    assert not nodes(document, FocusArea)


def test_boxes_in_a_row_are_the_overview_where_headings_begin_with_their_words():
    goals = ("Rena sjöar", "Öppna stränder", "Klart vatten")
    boxes = "".join(f"{goal}\n\n" for goal in (*goals, "Och lek"))
    headings = "".join(f"## {goal} för alla\n\nOrd och mera ord.\n\n" for goal in goals)

    document = parsed(f"# Plan\n\n## Mål\n\n{boxes}{headings}")

    assert document.overview == (*goals, "Och lek")


def test_terms_are_defined_in_the_sections_under_a_heading_of_definitions_too():
    term = "**Å** är vatten.\n\n"

    document = parsed(f"# Plan\n\n## Begrepp\n\n### Vatten\n\n{term}## Syfte\n\n{term}")

    kinds = [type(node).__name__ for node in nodes(document)]
    assert kinds == ["Section", "Section", "Definition", "Section", "Paragraph"]


def test_a_text_without_headings_is_one_section_by_the_name_of_its_first_line():
    document = parsed("vi vill ha rent vatten.\n\noch klart.")

    assert document.title == "vi vill ha rent vatten."
    assert outline(document.children) == [["vi vill ha rent vatten."]]


def test_a_first_line_that_is_long_is_shortened_as_a_title_but_not_in_the_text():
    line = "vi vill ha rent vatten " * 30

    document = parsed(line)

    assert len(document.title) == 200
    assert document.title.endswith("…")
    assert nodes(document)[1].plain == line.strip()


def test_a_title_longer_than_a_page_may_have_is_shortened_on_the_page():
    document = parsed(f"# Plan {'för vatten ' * 40}\n\nOrd.")

    assert len(document.page_title) <= 255
    assert document.page_title.endswith("…")
    assert len(document.title) > 255
