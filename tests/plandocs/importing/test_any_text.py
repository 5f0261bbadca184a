"""Whatever text is given, the import either reads it or refuses it in words."""

import json
import sys
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plandocs.importing import (
    UnreadableDocument,
    parse_document,
    read_text,
    structure_of,
    to_blocks,
)
from tests.plandocs.importing.conftest import PLAN

PIECES = [
    "# ", "## ", "- ", "  - ", "1. ", "• ", "| a | b |", "|---|---|", "\t", "\n", "\n\n", "\f",
    "---", "===", "**", "*", "_", "<sup>1</sup>", "[^1]", "[^1]: ", "¹", "> ", "Ansvar: ",
    "Medansvarig:", "i samverkan med", " och ", ", ", "Tjänsteskrivelse", "Bilaga", "Insatser",
    "Förslag till beslut", "Definition", "Fokusområde 1", "den 30 februari 2022", "våren 2022",
    "återremitterades", "-", ":", "\\", "Socialnämnden", "vision är ", "[x](y)", "<b>", "\ue000",
    "\x1f", "förvaltning", "”", "(", "<script>", "</script>", "<!--", "-->", "<td ", "– ",
    "\nÅtgärd 1:2\n", "\n\n", "\n ", "Universell", "\nMål Indikator Frekvens\n\n", "Årsvis\n",
]  # fmt: skip
TEXTS = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60).map(
    "".join
)


def import_fully(text):
    document = parse_document(text)
    stream = to_blocks(document, organisations={}, namespace="x")
    json.dumps(stream)
    json.dumps(structure_of(stream, document))


def calls_to_import(text):
    """How many functions are called, in Python and in C: it is the same on every machine."""
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        import_fully(text)
    finally:
        sys.setprofile(None)
    return calls


@settings(deadline=None, max_examples=300)
@given(TEXTS)
@example("Aa\x0c\\")
def test_any_text_is_read_or_refused(text):
    with suppress(UnreadableDocument):
        import_fully(text)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_read_or_refused(data):
    with suppress(UnreadableDocument):
        import_fully(read_text(data))


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, len(PLAN)), max_size=6), st.sampled_from(PIECES))
def test_a_damaged_plan_is_still_read(places, piece):
    text = PLAN
    for place in places:
        text = text[:place] + piece + text[place + len(piece) :]

    import_fully(text)


@pytest.mark.parametrize(
    "piece",
    [
        "*", "a* ", "- x\n", "# x\n\n", "x\n\n", "<sup>1</sup>", "[", "|", "a\t", "a-\n",
        "-\n", "¹ x\n\n", "  " * 9 + "- x\n", "och , ", "”", "> ", "a", " ", "\n", "ab kommun ",
        "Xx ", "Ansvar: (", "period", "<!--", "<script>", "<p ", "<a>",
        "\nÅtgärd 1:2\n+ Abc\n", "\nÅtgärd 1:2\n", "+ Abc\n\n",
    ],
)  # fmt: skip
def test_a_monotonous_text_twice_as_long_takes_twice_the_work_at_the_most(piece):
    import_fully("x")  # what is looked up once is known

    short, long = (
        calls_to_import("x " + piece * (length // len(piece))) for length in (5_000, 10_000)
    )

    assert long < 2.2 * short


def test_a_plan_of_many_pages_on_one_line_takes_no_more_work_than_a_short_line():
    import_fully("x")

    short, long = (calls_to_import("ord och text " * times) for times in (1_000, 40_000))

    assert long < 2.2 * short
