"""What is no text is refused in one sentence, before it is read."""

import tracemalloc

import pytest

from plandocs.importing import MAX_BYTES, UnreadableDocument, read_text


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
