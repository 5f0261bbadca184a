"""Each line of a text is known for what it is by how it begins, and each block is whole."""

import pytest

from plandocs.importing.flat import (
    Heading,
    Item,
    Items,
    Lines,
    Note,
    Quoted,
    Rows,
    enumerated,
    line_lists,
    logical_lines,
)
from plandocs.importing.lines import read_lines


def item(*lines, number="", items=()):
    return Item(list(lines), number, list(items))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Plan", Heading("Plan", 1)),
        ("### Mål ###", Heading("Mål", 3)),
        ("   ## *Mål* och **medel**", Heading("Mål och medel", 2)),
        ("##\tMål", Heading("Mål", 2)),
        ("Plan\n====", Heading("Plan", 1)),
        ("Plan\n----", Heading("Plan", 2)),
    ],
)
def test_a_heading_has_the_level_that_its_marks_give_it(text, expected):
    assert read_lines(text) == [expected]


@pytest.mark.parametrize(
    "text", ["#mål i kommunen", "####### Sju", "    # Inryckt", "C# är ett språk"]
)
def test_a_sign_that_marks_no_heading_is_text(text):
    (block,) = read_lines(text)

    assert isinstance(block, Lines)


def test_an_empty_heading_is_nothing():
    assert read_lines("#\n\nText") == [Lines(["Text"])]


@pytest.mark.parametrize("line", ["---", "***", "- - -", "___", "* * * *"])
def test_a_line_across_the_page_parts_paragraphs_and_is_not_kept(line):
    assert read_lines(f"Ett.\n\n{line}\n\nTvå.") == [Lines(["Ett."]), Lines(["Två."])]


@pytest.mark.parametrize(
    "text", ["Det är så.\n---", "Två rader\nav text\n----", f"{'lång ' * 30}\n----"]
)
def test_a_line_under_running_text_makes_no_heading(text):
    assert not any(isinstance(block, Heading) for block in read_lines(text))


@pytest.mark.parametrize("bullet", ["-", "*", "+", "•", "▪", "◦", "·", "●", "○", "–", "»", "➢"])
def test_every_usual_bullet_marks_an_item(bullet):
    assert read_lines(f"{bullet} mäta\n{bullet} lära") == [Items([item("mäta"), item("lära")])]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1. a\n2. b", ["1", "2"]), ("1) a\n2) b", ["1", "2"]), ("a) x\nb) y", ["a", "b"])],
)
def test_a_numbered_list_keeps_its_printed_numbers(text, numbers):
    (block,) = read_lines(text)

    assert [one.number for one in block.items] == numbers
    assert block.ordered


def test_a_doubled_bullet_is_one():
    assert read_lines("- • mäta") == [Items([item("mäta")])]


@pytest.mark.parametrize("line", ["2030. Då ska sjön vara ren.", "17. maj firas", "– inte nu"])
def test_a_number_or_dash_that_begins_a_wrapped_line_is_text(line):
    (block,) = read_lines(f"Målet är satt till år\n{line}")

    assert isinstance(block, Lines)
    assert block.lines[1] == line


@pytest.mark.parametrize("text", ["-mäta", "1.mäta", "*mäta*", "1.2 Mål", "- "])
def test_a_bullet_needs_a_blank_and_words_after_it(text):
    assert not any(isinstance(block, Items) for block in read_lines(text))


def test_an_indented_item_stands_inside_the_one_above_it():
    (block,) = read_lines("- a\n  - b\n    - c\n  - d\n- e")

    a, e = block.items
    assert (a.lines, e.lines) == (["a"], ["e"])
    assert [one.lines for one in a.items] == [["b"], ["d"]]
    assert [one.lines for one in a.items[0].items] == [["c"]]


def test_lists_are_four_deep_at_most_and_deeper_items_are_kept():
    (block,) = read_lines("\n".join(f"{'  ' * depth}- {depth}" for depth in range(6)))

    told = list(line_lists(block))
    assert told == [[str(depth)] for depth in range(6)]


def test_a_wrapped_item_is_one_item():
    assert read_lines("- mäta\n  näring\noch djup") == [
        Items([item("mäta", "  näring", "och djup")])
    ]


def test_an_item_goes_on_after_an_empty_line_only_where_it_is_indented():
    first, second = read_lines("- mäta\n\n  Näring också.\n\nHär slutar listan.")

    assert first == Items([item("mäta", "  Näring också.")])
    assert second == Lines(["Här slutar listan."])


def test_a_list_of_another_kind_is_another_list():
    assert [type(block) for block in read_lines("- a\n\n1. b")] == [Items, Items]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("[^1]: Not.", "1"),
        ("[^taxan]: Not.", "taxan"),
        ("<sup>3</sup> Not.", "3"),
        ("<sup>[3]</sup>Not.", "3"),
        ("¹² Not.", "12"),
    ],
)
def test_a_note_is_known_by_the_mark_that_opens_it(text, mark):
    (note,) = read_lines(text)

    assert isinstance(note, Note)
    assert (note.mark, [line.strip() for line in note.lines]) == (mark, ["Not."])


def test_a_mark_at_the_start_of_a_wrapped_line_opens_no_note():
    (block,) = read_lines("Det sägs i lagen\n¹ och i planen.")

    assert isinstance(block, Lines)


def test_rows_between_pipes_are_a_table_without_the_line_under_its_head():
    text = "| Sjö | Djup |\n|:---|---:|\n| Stora | 4 m |\n| Lilla | |"

    assert read_lines(text) == [Rows([("Sjö", "Djup"), ("Stora", "4 m"), ("Lilla", "")])]


def test_a_row_that_is_short_is_filled_up():
    assert read_lines("| A | B |\n|---|---|\n| x |") == [Rows([("A", "B"), ("x", "")])]


@pytest.mark.parametrize("text", ["| bara en rad | här |", "| En | |\n| x | y |", "a | b"])
def test_what_has_no_head_of_two_cells_and_a_row_is_text(text):
    assert all(isinstance(block, Lines) for block in read_lines(text))


def test_a_table_ends_where_its_rows_end():
    assert [type(block) for block in read_lines("Före\n| A | B |\n| x | y |\nEfter")] == [
        Lines,
        Rows,
        Lines,
    ]


def test_lines_set_out_as_a_quotation_are_one():
    assert read_lines("> Vatten är\n> allas.") == [Quoted(["Vatten är", "allas."])]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Ett", "två"], ["Ett två"]),
        (["Ett  ", "två"], ["Ett", "två"]),
        (["Ett\\", "två"], ["Ett", "två"]),
        (["  Ett ", "  två"], ["Ett två"]),
        (["", "  "], []),
    ],
)
def test_wrapped_lines_are_joined_and_broken_lines_are_not(lines, expected):
    assert logical_lines(lines) == expected


def test_an_enumeration_names_the_items_inside_items_too():
    assert enumerated([item("a", "b", items=[item("c")]), item("d")]) == "a b, c, d"


@pytest.mark.parametrize("text", ["", "\n\n", "   \n\t\n"])
def test_of_nothing_there_is_nothing(text):
    assert read_lines(text) == []
