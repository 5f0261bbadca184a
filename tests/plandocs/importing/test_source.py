"""What is no text is refused in one sentence before it is read, and HTML is taken away."""

import tracemalloc
import unicodedata

import pytest

from plandocs.importing import MAX_BYTES, UnreadableDocument, read_text
from plandocs.importing.source import clean, without_html


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document_empty"),
        (b"\n \n\t", "document_empty"),
        ("\ufeff\n".encode(), "document_empty"),
        (b"---\n\n***", "document_empty"),
        (b"%PDF-1.7 trailer", "document_not_text"),
        (b"PK\x03\x04word", "document_not_text"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>Plan", "document_not_text"),
        (b"<html><script>alert(1)</script></html>", "document_not_text"),
        (b"\x00\x01\x02text", "document_not_text"),
        ("Älvsala".encode("utf-16"), "document_not_utf8"),
        ("Strategi för Älvsala".encode("utf-16-le"), "document_not_utf8"),
        ("Strategi för Älvsala".encode("utf-16-be"), "document_not_utf8"),
        ("Strategi för Älvsala".encode("latin-1"), "document_not_utf8"),
        (b"a" * (MAX_BYTES + 1), "document_too_large"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data, code):
    with pytest.raises(UnreadableDocument) as refusal:
        read_text(data)

    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")
    assert "\n" not in refusal.value.message


def test_a_file_of_50_megabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "stor.md"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    tracemalloc.start()

    with pytest.raises(UnreadableDocument) as refusal:
        read_text(path)

    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refusal.value.code == "document_too_large"
    assert peak < 3 * MAX_BYTES


@pytest.mark.parametrize("name", ["finns-inte.md", "", "a\x00b"])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path, name):
    with pytest.raises(UnreadableDocument) as refusal:
        read_text(str(tmp_path / name))

    assert refusal.value.code == "document_not_found"


def test_line_ends_and_page_breaks_become_plain_lines():
    data = "\ufeffRubrik\r\nrad\x0cny sida\x00".encode()

    assert read_text(data + b"x" * 2000).startswith("Rubrik\nrad\n\n\nny sida")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("med BOM", "\ufeffÄlvsala".encode()),
        ("med Windows radslut", "Älvsala\r\n".encode()),
        ("med Macintosh radslut", "Älvsala\r".encode()),
        ("med Unicode radslut", "Älvsala\u2028".encode()),
        ("med mjukt bindestreck", "Älv\u00adsala".encode()),
        ("med osynligt mellanrum", "Älv\u200bsala".encode()),
        ("med tecken för styrning", b"\xc3\x84lvsala\x1b" + b" " * 2000),
    ],
)
def test_text_in_utf8_is_read_whatever_is_put_around_it(name, data):
    assert read_text(data).strip() == "Älvsala", name


def test_å_ä_and_ö_are_one_sign_each_however_the_file_holds_them():
    decomposed = unicodedata.normalize("NFD", "Åtgärd för vårdö é")

    assert read_text(decomposed.encode()) == "Åtgärd för vårdö é"
    assert clean(decomposed) == "Åtgärd för vårdö é"


@pytest.mark.parametrize("sign", ["\u00a0", "\u2009", "\u2011", "👩\u200d👧", "العربية", "日本"])
def test_signs_that_mean_something_are_kept(sign):
    assert sign in clean(f"a{sign}b")


@pytest.mark.parametrize("form", [b"{\\rtf1 Plan}", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a"])
def test_a_file_of_another_kind_is_refused_by_its_name(form):
    with pytest.raises(UnreadableDocument) as refusal:
        read_text(form + b" " * 100)

    assert refusal.value.code == "document_not_text"


def test_a_text_of_exactly_the_largest_size_is_read():
    assert len(read_text(b"a" * MAX_BYTES)) == MAX_BYTES


def test_a_path_and_its_bytes_are_read_the_same(tmp_path):
    path = tmp_path / "plan.md"
    path.write_bytes("# Plan\r\n\r\nÄlvsala".encode())

    assert read_text(path) == read_text(str(path)) == read_text(path.read_bytes())


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
