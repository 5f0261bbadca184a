"""Rich text is read into lines, whatever the editor has put around them."""

import pytest

from plandocs.importing.projection.values import items, lines_of, paragraphs, words


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>Ett</p><p>två</p>", ["Ett", "två"]),
        (
            '<p data-block-key="x1">Ett <b>fett</b> &amp; <a href="x">länk</a></p>',
            ["Ett fett & länk"],
        ),
        ("<p>a<br/>b</p>", ["a b"]),
        ("<p>x</p><ul><li>y</li></ul>", ["x", "y"]),
        ("<p>  många \n blanka </p>", ["många blanka"]),
        ("<p></p>", [""]),
        ("utanför", []),
    ],
)
def test_the_words_of_each_line_are_read(html, expected):
    assert words(html) == expected


def test_items_of_inner_lists_are_lines_deeper_down():
    lines = lines_of("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><p>d</p>")

    assert [(line.plain, line.depth) for line in lines] == [("a", 1), ("b", 2), ("c", 1), ("d", 0)]
    assert items(lines) == ["a", "c"]
    assert paragraphs(lines) == ["d"]


def test_a_mark_set_in_bold_is_still_a_mark():
    (line,) = lines_of("<p>x<sup><b>1</b></sup> y</p>")

    assert line.marks == [("1", "x")]
    assert line.plain == "x y"


def test_each_mark_is_told_with_the_words_before_it():
    (line,) = lines_of("<p><sup>1</sup>Vatten<sup>2</sup> &amp; <b>å</b><sup>3</sup>.</p>")

    assert line.marks == [("1", ""), ("2", "Vatten"), ("3", "Vatten & å")]


def test_a_less_than_sign_in_the_words_is_no_tag():
    (line,) = lines_of("<p>a &lt; b &gt; c</p>")

    assert line.plain == "a < b > c"
