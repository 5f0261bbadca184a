"""The letters are in Swedish: språklagen (2009:600) 10 §."""

import pytest
from django.utils import translation

from plandocs.outputs.composing import compose
from plandocs.outputs.document import Heading, Table


def headings(letter):
    with translation.override("en"):
        return [block.text for block in compose(letter).blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("memo", "Tjänsteskrivelse"), ("extract", "Protokollsutdrag"), ("sheet", "Dagboksblad")],
)
def test_a_letter_is_called_what_the_record_calls_it(request, name, kind):
    assert compose(request.getfixturevalue(name)).kind == kind


def test_the_memo_has_the_headings_of_a_tjansteskrivelse(memo):
    assert headings(memo) == [
        "Förslag till beslut",
        "Sammanfattning",
        "Bakgrund",
        "Motiven till återremissen och svaren på dem",
        "Ändringar sedan förra beslutet",
        "Bedömning",
        "Bilagor",
        "Beslutet skickas till",
    ]


def test_the_extract_has_the_headings_of_a_protokollsutdrag(extract):
    assert headings(extract) == [
        "Beslut",
        "Motiv till återremissen",
        "Yrkanden",
        "Propositionsordning",
        "Omröstning",
        "Omröstning 1",
        "Omröstning 2",
        "Närvarande",
        "Jäv",
        "Reservationer",
        "Justering",
        "Beslutet skickas till",
    ]


def test_an_answer_not_followed_is_said_so_in_swedish(memo):
    table = next(block for block in compose(memo).blocks if isinstance(block, Table))

    assert table.rows[0][1][0].text == "Följs inte"
    assert table.rows[0][0][1].text == "Begärt av 25 ledamöter"
