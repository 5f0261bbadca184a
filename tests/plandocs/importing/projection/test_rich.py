"""Rich text is read into lines, whatever the editor has put around them."""

import pytest

from plandocs.importing.projection.rich import Mark, items, lines_of, paragraphs, words


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

    assert line.parts == ["x", Mark("1"), " y"]
    assert line.plain == "x y"
