"""HTML in a text is taken away with what nobody was to see, and the words stay."""

import pytest

from plandocs.importing.markup import without_html


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>rent</p>", "rent"),
        ('<div class="a">rent</div>', "rent"),
        ("<TD colspan=2>rent</TD>", "rent"),
        ("<hr/>rent<hr>", "rent"),
        ("rent <u>vatten</u>", "rent vatten"),
        ("<img src='x' onerror='y'>rent", "rent"),
        ("a<!-- b -->c", "ac"),
        ("a<!-- b\nc --> d", "a d"),
        ("a<script>b</script>c", "ac"),
        ("a<STYLE>p { }</style >c", "ac"),
        ("a<iframe src=x>b</iframe>c", "ac"),
    ],
)
def test_tags_go_and_words_stay_but_for_what_is_no_text(text, left):
    assert without_html(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "**rent** vatten",
        "a<sup>1</sup> b",
        "<b>rent</b> <i>vatten</i> <strong>x</strong> <em>y</em><br>",
        "a < b och c > d",
        "<hårda> ytor",
        "<https://example.org>",
    ],
)
def test_signs_that_are_read_later_or_are_no_tags_stay(text):
    assert without_html(text) == text


@pytest.mark.parametrize("opening", ["<!--", "<script>", "<style>"])
def test_what_never_ends_takes_nothing_with_it(opening):
    assert "rent vatten" in without_html(f"a {opening} rent vatten")


def test_one_comment_does_not_reach_into_the_next():
    assert without_html("<!-- a --> b <!-- c --> d") == " b  d"
