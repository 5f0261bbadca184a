"""Rich text is compared by what it says and how, not by how its HTML is written."""

import pytest

from plandocs.text.compare.formatting import FormattedWords, Formatting, read_html

FIELD = "paragraph.text"


def words(text, **formatting):
    sets = {key: frozenset(value) if key == "tags" else value for key, value in formatting.items()}
    return FormattedWords(text, Formatting(FIELD, **sets))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p>", [words("a")]),
        ("<p>a</p><p>b</p>", [words("a\nb")]),
        ("<p>a<br/>b</p>", [words("a\nb")]),
        ("<p>a <b>b</b></p>", [words("a "), words("b", tags={"b"})]),
        ("<p><b><i>a</i></b></p>", [words("a", tags={"b", "i"})]),
        ("<ul><li>a</li></ul>", [words("a", lists=("ul",))]),
        (
            "<ol><li>a<ul><li>b</li></ul></li></ol>",
            [words("a\n", lists=("ol",)), words("b", lists=("ol", "ul"))],
        ),
        ('<p><a href="/b">a</a></p>', [words("a", link="/b")]),
        ('<p><a linktype="page" id="3">a</a></p>', [words("a", link="page:3")]),
        ("<p><a>a</a></p>", [words("a", link="#")]),
        (
            '<p><a href="/b" title="c">a</a></p>',
            [words("a", link="/b", tags={'a title="c"'})],
        ),
        ('<p dir="rtl">a</p>', [words("a", tags={'p dir="rtl"'})]),
        ("<p>a</p><hr/>", [words("a\n"), words("", tags={"hr"})]),
        ("a &amp; b", [words("a & b")]),
        ("", []),
        ("<p></p>", []),
    ],
)
def test_words_are_read_with_all_that_is_done_to_them(html, expected):
    assert read_html(html, FIELD) == expected


@pytest.mark.parametrize(
    ("html", "other"),
    [
        ("<p>a</p>", '<p data-block-key="x1">a</p>'),
        ("<p><strong>a</strong> <em>b</em></p>", "<p><b>a</b> <i>b</i></p>"),
        ("<p><b>a</b><b>b</b></p>", "<p><b>ab</b></p>"),
        ("<p>a</p><p></p>", "<p>a</p>"),
        ("<p>a<br></p>", "<p>a</p>"),
        ("<p>a&#39;s</p>", "<p>a's</p>"),
        ("<p>a</b></p>", "<p>a</p>"),
    ],
)
def test_what_reads_the_same_is_the_same(html, other):
    assert read_html(html, FIELD) == read_html(other, FIELD)
