"""Style, links and marks inside a line are read; what is no Markdown stays as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandocs.importing.inline import read_inline, tie_marks
from plandocs.importing.running_text import NoteMark, Span


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("rent vatten", (Span("rent vatten"),)),
        ("**rent** vatten", (Span("rent", bold=True), Span(" vatten"))),
        ("__rent__ vatten", (Span("rent", bold=True), Span(" vatten"))),
        ("*rent* vatten", (Span("rent", italic=True), Span(" vatten"))),
        ("_rent_ vatten", (Span("rent", italic=True), Span(" vatten"))),
        ("***rent***", (Span("rent", bold=True, italic=True),)),
        ("**rent *klart***", (Span("rent ", bold=True), Span("klart", bold=True, italic=True))),
        ("<b>rent</b> <em>nu</em>", (Span("rent", bold=True), Span(" "), Span("nu", italic=True))),
        ("<STRONG>rent</STRONG>", (Span("rent", bold=True),)),
        ("rent<br>vatten<br/>nu", (Span("rent vatten nu"),)),
    ],
)  # fmt: skip
def test_styles_are_read_however_they_are_written(source, parts):
    assert read_inline(source).parts == parts


@pytest.mark.parametrize(
    "source",
    [
        "5 * 3 * 2",
        "snake_case_name",
        "**utan slut",
        "slut på **",
        "a ** b ** c",
        "<b>utan slut",
        "[text] (inte länk)",
        "a < b > c",
        "1 000 000 kr (10 %)",
        "§ 5 & 6",
    ],
)
def test_what_is_no_markdown_is_kept_as_it_stands(source):
    assert read_inline(source).parts == (Span(source),)


def test_a_sign_after_a_backslash_is_only_a_sign():
    assert read_inline(r"\*ren\* \[x\] \| \\").plain == r"*ren* [x] | \\"[:-1]


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("vatten[^1]", "1"),
        ("vatten[^taxan]", "taxan"),
        ("vatten<sup>1</sup>", "1"),
        ("vatten<sup> [1] </sup>", "1"),
        ("vatten<sup>a</sup>", "a"),
        ("vatten<sup>*</sup>", "*"),
        ("vatten¹²", "12"),
    ],
)
def test_a_mark_is_read_however_it_is_written(source, mark):
    assert read_inline(source).parts == (Span("vatten"), NoteMark(mark))


def test_a_mark_parts_no_style_and_takes_no_blank():
    line = read_inline("**rent<sup>1</sup> vatten**")

    assert line.parts == (Span("rent", bold=True), NoteMark("1"), Span(" vatten", bold=True))
    assert line.plain == "rent vatten"
    assert line.marks == (NoteMark("1"),)


@pytest.mark.parametrize(
    ("source", "href"),
    [
        ("[lagen](https://example.org/lag)", "https://example.org/lag"),
        ("[skriv](mailto:a@example.org)", "mailto:a@example.org"),
        ("[lagen](HTTP://example.org)", "HTTP://example.org"),
        ("[lagen](javascript:alert)", ""),
        ("[lagen](data:text/html,x)", ""),
        ("[lagen](/sida)", ""),
        ("[lagen](#mål)", ""),
        ("![lagen](https://example.org/bild.png)", ""),
    ],
)
def test_only_a_link_that_leads_out_is_a_link_and_its_words_are_kept(source, href):
    (span,) = read_inline(source).parts

    assert span.text in ("lagen", "skriv")
    assert span.href == href


def test_blanks_at_the_ends_go_and_runs_of_them_are_one():
    assert read_inline("  rent \t\n  vatten ").parts == (Span("rent vatten"),)


def test_each_mark_is_tied_to_the_note_that_it_is_said_to_stand_for():
    source = tie_marks("a[^1] b² c<sup>3</sup>", {"1": ("1", 0), "2": ("x", 7)}.get)

    assert read_inline(source).marks == (NoteMark("1", 0), NoteMark("x", 7), NoteMark("3"))


@given(st.text())
def test_no_letter_is_lost_or_added(source):
    def letters(text):
        return [sign for sign in text if sign.isalpha()]

    text = source.replace("<", "(").replace("[", "(")  # without tags, marks and links

    assert letters(read_inline(text).plain) == letters(text)
