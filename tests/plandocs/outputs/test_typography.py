import pytest

from plandocs.outputs.typography import clean, keep_together, paragraphs, typeset

NBSP = "\u00a0"


@pytest.mark.parametrize(
    "kept",
    [
        "19 december 2022",
        "31 mars",
        "§ 187",
        "§§ 45",
        "KS 2022/0037",
        "SN 18/0098",
        "5 kap.",
        "50 §",
        "1 240 000",
        "kl. 18",
        "bilaga 2",
        "Avsnitt 4",
    ],
)
def test_what_belongs_together_stays_on_one_line(kept):
    assert keep_together(f"Se {kept} ovan") == f"Se {kept.replace(' ', NBSP)} ovan"


@pytest.mark.parametrize(
    "text", ["av 61 närvarande", "i mars 2022 beslutade", "två nämnder", "25 ledamöter"]
)
def test_other_spaces_may_break(text):
    assert keep_together(text) == text


def test_letters_are_composed_so_that_every_font_has_them():
    assert clean("a\u030a a\u0308 o\u0308") == "å ä ö"


def test_control_codes_and_hidden_marks_are_dropped():
    assert clean("ja\x00\x07\ufeff \u202eNej\u202c\u200b\u00ad") == "ja Nej"


def test_a_lone_surrogate_does_not_reach_the_page():
    assert clean("a\ud800b") == "ab"


def test_every_kind_of_line_break_becomes_one_kind():
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_spaces_in_a_row_become_one():
    assert clean("  ett \t två  ") == "ett två"


def test_blank_lines_part_paragraphs_and_single_breaks_do_not():
    assert paragraphs(["ett\ntvå\n\n\ntre", " ", "fyra"]) == ["ett\ntvå", "tre", "fyra"]


def test_setting_twice_changes_nothing_more():
    once = typeset("Den 19 december 2022, § 203,  KS 2022/0037")

    assert typeset(once) == once
