"""A change that does not show in the words is told in a sentence, in Swedish and in English."""

import copy

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from plandocs.models import PlanRevisionPage
from plandocs.text.compare import blocks_of_stream, compare, compare_blocks
from tests.factories.situations import BODY, MEASURE, PARAGRAPH
from tests.plandocs.text.compare.any_body import BODY as DEFINITION

IMAGE = {
    "type": "image",
    "id": "55555555-5555-4555-8555-555555555555",
    "value": {"image": 1, "alt": "En cykel", "caption": ""},
}
GOAL = {
    "type": "goal",
    "id": "66666666-6666-4666-8666-666666666666",
    "value": {"kind": "vision", "text": "Alla cyklar."},
}
TABLE = {
    "type": "table",
    "id": "77777777-7777-4777-8777-777777777777",
    "value": {
        "caption": "Cyklar",
        "table": {
            "data": [["År", "Antal"], ["2026", ""]],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": "",
            "cell": [],
            "mergeCells": [],
        },
    },
}
STREAM = [*BODY, IMAGE, GOAL, TABLE]


def paragraph(stream):
    return stream[0]["value"]["content"][0]["value"]


def measure(stream):
    return stream[1]["value"]["measures"][0]["value"]


def changes(before, after):
    return compare_blocks(blocks_of_stream(before), blocks_of_stream(after))


def changed(change, *, before=STREAM):
    """The changes that a function makes in a copy of the text."""
    after = copy.deepcopy(before)
    change(after)
    return changes(before, after)


def linked(address):
    stream = copy.deepcopy(STREAM)
    paragraph(stream)["text"] = f'<p>Se <a href="{address}">räkningen</a>.</p>'
    return stream


def test_the_new_address_of_a_link_is_told_beside_the_old_one():
    (change,) = changes(linked("https://a.example"), linked("https://b.example"))

    assert change.id == PARAGRAPH
    with override("sv"):
        assert change.form_in_words == [
            "Länken på ”räkningen” går nu till https://b.example i stället för till "
            "https://a.example."
        ]
    with override("en"):
        assert change.form_in_words == [
            "The link on “räkningen” now leads to https://b.example and not to https://a.example."
        ]


def rich(before, after):
    """The changes between two rich texts of a paragraph."""
    streams = copy.deepcopy(STREAM), copy.deepcopy(STREAM)
    for stream, html in zip(streams, (before, after), strict=True):
        paragraph(stream)["text"] = html
    return changes(*streams)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("<p>Alla får</p>", "<p>Alla <b>får</b></p>", "”får” står nu i fetstil."),
        ("<p><b>Alla</b> får</p>", "<p>Alla får</p>", "”Alla” står inte längre i fetstil."),
        ("<p>Alla får</p>", "<p>Alla <i>får</i></p>", "”får” står nu i kursiv stil."),
        ("<p>m2</p>", "<p>m<sup>2</sup></p>", "”2” står nu upphöjt."),
        ("<p>Se a</p>", '<p>Se <a href="/b">a</a></p>', "”a” är nu en länk till /b."),
        ('<p><a href="/b">a</a></p>', "<p>a</p>", "”a” är inte längre en länk till /b."),
        (
            '<p><a linktype="page" id="1">a</a></p>',
            '<p><a linktype="page" id="2">a</a></p>',
            "Länken på ”a” går nu till sidan nummer 2 på webbplatsen i stället för till sidan "
            "nummer 1 på webbplatsen.",
        ),
        ("<p>a</p>", "<ul><li>a</li></ul>", "”a” står nu i en punktlista."),
        (
            "<ul><li>a</li><li>b</li></ul>",
            "<ol><li>a</li><li>b</li></ol>",
            "”a b” står nu i en numrerad lista.",
        ),
        ("<ol><li>a</li></ol>", "<p>a</p>", "”a” står inte längre i en lista."),
        ("<p>a b</p>", "<p>a</p><p>b</p>", "Mellanslag eller radbrytningar har ändrats."),
        ("<p>a b</p>", "<p>a\u00a0b</p>", "Mellanslag eller radbrytningar har ändrats."),
        ("<p>a</p>", "<p><u>a</u></p>", "”a” är formaterat på ett annat sätt än förut."),
    ],
)
def test_what_is_done_to_words_that_stay_is_told(before, after, told):
    (change,) = rich(before, after)

    assert change.form_in_words == [told]


def test_only_words_that_stay_are_told_of():
    (change,) = rich("<p>Alla <b>får</b> låna.</p>", "<p>Alla <b>ska</b> <i>låna</i>.</p>")

    assert change.form_in_words == ["”låna” står nu i kursiv stil."]


def put(where, **values):
    return lambda stream: where(stream).update(values)


def value_of(number):
    return lambda stream: stream[number]["value"]


def role_moved(stream):
    measure(stream)["collaborating"] = measure(stream).pop("lead")
    measure(stream)["lead"] = []


def body_of_the_register(stream):
    measure(stream)["lead"][0]["value"]["organisation"] = 7


def cell_moved(stream):
    stream[4]["value"]["table"]["data"] = [["År", "Antal"], ["", "2026"]]


def header_changed(stream):
    stream[4]["value"]["table"].update(first_col_is_header=True, table_header_choice="both")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put(value_of(2), image=2), "Bilden har bytts ut."),
        (put(value_of(3), kind="main_goal"), "Kallas nu ”Huvudmål” i stället för ”Vision”."),
        (header_changed, "Tabellens rubrikceller eller sammanslagna celler har ändrats."),
        (cell_moved, "Samma ord står i andra celler i tabellen."),
        (
            role_moved,
            "”Tekniska kontoret” står nu som ”i samverkan med” i stället för ”ansvarar”.",
        ),
        (body_of_the_register, "”Tekniska kontoret” avser nu ett organ i registret."),
        (put(measure, responsible_as_printed=""), "Något har ändrats som inte syns i orden."),
        (
            put(measure, deadline="", level="2028"),
            "”2028” står nu som ”nivå” i stället för ”tidsgräns så som den står”.",
        ),
    ],
)
def test_a_change_of_a_field_without_words_is_told(change, told):
    (found,) = changed(change)

    assert found.before == found.after
    assert found.form_in_words == [told]


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (put(value_of(0), heading="Bakgrund <utkast>"), "Bakgrund", "Bakgrund <utkast>"),
        (put(value_of(0), heading="Bakgrund ‹utkast›"), "Bakgrund", "Bakgrund ‹utkast›"),
        (put(value_of(2), alt="En väg"), "En cykel", "En väg"),
        (put(value_of(3), text="Alla går."), "Alla cyklar.", "Alla går."),
        (put(measure, deadline="2029"), "2028", "2029"),
        (put(measure, level="Lokal"), "", "Lokal"),
        (put(measure, responsible_as_printed="Tekniska"), "", "Tekniska"),
    ],
)
def test_a_change_of_plain_words_shows_in_the_words(change, before, after):
    (found,) = changed(change)

    said, says = found.before.split("\n"), found.after.split("\n")
    assert [line for line in said if line not in says] == [before] * bool(before)
    assert [line for line in says if line not in said] == [after]


def footnote(stream):
    return paragraph(stream)["footnotes"][0]["value"]


def indicated(stream):
    item = {"type": "item", "id": "i", "value": {"text": "Antal lån", "frequency": "Årsvis"}}
    measure(stream)["indicators"] = [item]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (put(footnote, text="Se räkningen."), "Se räkningen."),
        (put(footnote, mark="2"), "2"),
        (indicated, "Antal lån\nÅrsvis"),
    ],
)
def test_notes_and_indicators_are_among_the_words(change, words):
    (found,) = changed(change)

    assert words in found.after
    assert words not in found.before


def test_a_picture_without_words_that_is_added_or_taken_away_is_told():
    bare = [{**IMAGE, "value": {"image": 1, "alt": "", "caption": ""}}]

    (added,), (removed,) = changes(BODY, [*BODY, *bare]), changes([*BODY, *bare], BODY)

    assert added.form_in_words == ["Har lagts till: bild."]
    assert removed.form_in_words == ["Har tagits bort: bild."]
    assert (added.stands_in_body, removed.stands_in_body) == (True, False)


def test_a_block_that_changes_place_is_the_one_that_moved():
    (change,) = changes(STREAM, [*STREAM[:2], GOAL, IMAGE, TABLE])

    assert change.form_in_words == ["Har flyttats till en annan plats i texten."]


def test_a_block_that_moves_to_another_heading_tells_from_where():
    def moved(stream):
        inside = stream[0]["value"]["content"]
        stream[0]["value"] = {**stream[0]["value"], "content": []}
        stream.append(inside[0])

    (change,) = changed(moved)

    assert change.id == PARAGRAPH
    assert change.form_in_words == ["Har flyttats hit från ”Bakgrund”."]


def test_a_list_of_measures_that_moves_is_one_change():
    listed = {
        "type": "measures",
        "id": "88888888-8888-4888-8888-888888888888",
        "value": BODY[1]["value"]["measures"],
    }

    (change,) = changes([BODY[0], GOAL, listed], [listed, BODY[0], GOAL])

    assert change.form_in_words == ["Har flyttats till en annan plats i texten."]
    assert not change.stands_in_body


def test_a_new_list_of_measures_is_told_by_its_measures():
    listed = {
        "type": "measures",
        "id": "88888888-8888-4888-8888-888888888888",
        "value": BODY[1]["value"]["measures"],
    }

    assert [change.id for change in changes(BODY[:1], [*BODY[:1], listed])] == [MEASURE]


def test_what_the_editor_writes_in_another_way_is_a_change_of_the_text_and_of_no_block():
    (change,) = rich(
        "<p>a <strong>b</strong> &amp; c</p>",
        '<p data-block-key="x1"></p><p data-block-key="x2">a <b>b</b> &#38; c</p>',
    )

    assert change.kind == "text"
    assert change.form_in_words == [
        "Texten är lagrad på ett annat sätt än förut, men läses likadant."
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ({"title": "Vägplan"}, "Titel", ("Cykelplan", "Vägplan")),
        ({"summary": "Alla."}, "Sammanfattning", ("", "Alla.")),
        ({"valid_from": 2026, "valid_to": 2030}, "Giltighetstid", ("", "2026–2030")),
        ({"valid_to": 2030}, "Giltighetstid", ("", "–2030")),
    ],
)
def test_the_title_the_summary_and_the_years_are_compared_too(fields, place, words):
    body = DEFINITION.to_python(BODY)
    before = PlanRevisionPage(title="Cykelplan", body=body)
    after = PlanRevisionPage(**{"title": "Cykelplan", "body": body, **fields})

    with override("en"):
        (change,) = compare(before, after)

    assert (change.place, (change.before, change.after)) == (place, words)
    assert not change.stands_in_body


def test_an_address_cannot_break_out_of_the_page():
    (change,) = changes(linked("https://a.example"), linked("&quot;&gt;&lt;script&gt;"))

    html = render_to_string("components/form_changes.html", {"said": change.form_in_words})

    assert "&quot;&gt;&lt;script&gt;" in html
    assert "<script>" not in html


def test_a_change_is_pointed_at_where_it_is_of_a_block_that_is_or_was_there():
    def both(stream):
        paragraph(stream)["text"] = "<p>Alla.</p>"
        stream.pop()

    (changed_one, removed) = changed(both)
    (stored,) = rich("<p>a</p>", '<p data-block-key="x">a</p>')

    pointed = [change.has_a_place for change in (changed_one, removed, stored)]
    assert pointed == [True, True, False]
    assert (removed.reads_the_same, stored.reads_the_same) == (False, True)
