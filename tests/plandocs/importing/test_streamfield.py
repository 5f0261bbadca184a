"""The blocks that the import writes are those that the editor reads, word for word."""

import pytest
from django.utils.html import strip_tags

from plandocs.blocks import PlanBodyBlock
from plandocs.importing import parse_document, to_blocks
from tests.plandocs.importing.reading import of_type, walk


def blocks_of(document, **organisations):
    return to_blocks(document, organisations=organisations, namespace="KS 2025/0117")


def test_the_editor_reads_the_blocks_and_keeps_every_one(document):
    raw = blocks_of(document)

    kept = PlanBodyBlock().get_prep_value(PlanBodyBlock().to_python(raw))

    assert [(block["type"], block["id"]) for block in walk(kept)] == [
        (block["type"], block["id"]) for block in walk(raw)
    ]


def test_ids_are_the_same_in_every_database_and_differ_between_cases(document):
    first, again = blocks_of(document, Almhem=1), blocks_of(document, Almhem=99)
    other = to_blocks(document, organisations={}, namespace="KS 2026/0001")

    ids = [block["id"] for block in walk(first)]
    assert len(set(ids)) == len(ids)
    assert ids == [block["id"] for block in walk(again)]
    assert not set(ids) & {block["id"] for block in walk(other)}


def test_text_is_escaped_and_lists_are_lists(document):
    texts = [block["text"] for block in of_type(blocks_of(document), "definition")]

    assert texts[0] == "<p>är regn och smältvatten som rinner av &lt;hårda&gt; ytor.</p>"
    assert "<ul><li>sjö</li><li>å<sup>3</sup></li></ul>" in texts[1]


def test_a_mark_on_a_term_opens_the_meaning_and_the_notes_follow(document):
    recipient = of_type(blocks_of(document), "definition")[1]

    assert recipient["text"].startswith("<p><sup>2</sup>är det vatten")
    assert [note["value"] for note in recipient["footnotes"]] == [
        {"mark": "2", "text": "Av latinets recipere."},
        {"mark": "3", "text": "Även bäck."},
    ]


def test_styles_and_links_are_kept_and_no_script_gets_in():
    document = parse_document(
        "# Plan\n\n**Fet** och *lutad*, [länk](https://example.org/?a=1&b=2), "
        "[fälla](javascript:alert(1)) <script>alert(1)</script> \\*ren\\* 5 * 3"
    )

    ((text,),) = [[block["text"] for block in of_type(blocks_of(document), "paragraph")]]

    assert text.startswith("<p><b>Fet</b> och <i>lutad</i>, ")
    assert '<a href="https://example.org/?a=1&amp;b=2">länk</a>' in text
    assert "<script" not in text
    assert 'href="javascript' not in text
    assert text.endswith("*ren* 5 * 3</p>")


def test_a_body_is_found_in_the_register_by_name_or_any_spelling(document):
    blocks = blocks_of(document, **{"österås KOMMUNALDELSFÖRVALTNING": 7, "Vattenhem": 8})

    bodies = {
        body["as_printed"]: body["organisation"]
        for measure in of_type(blocks, "item")
        for body in (item["value"] for item in measure.get("lead", []))
    }

    assert bodies["Østerås kommunaldelsförvaltning"] == 7
    assert bodies["Österås kommundelsförvaltning"] == 7
    assert bodies["Vattenhem"] == 8
    assert bodies["Miljöförvaltningen"] is None


def test_a_note_in_a_focus_area_follows_it():
    document = parse_document(
        "# Plan\n\n## Sjöar\n\n- Mäta[^1].\n  Ansvar: Miljönämnden\n\n[^1]: Årligen."
    )

    area, note = blocks_of(document)

    assert area["value"]["measures"][0]["value"]["text"] == "<p>Mäta<sup>1</sup>.</p>"
    assert strip_tags(note["value"]["text"]) == "1 Årligen."


@pytest.mark.parametrize("heading", ["Vision", "Huvudmål"])
def test_a_goal_under_its_own_heading_is_a_goal(heading):
    document = parse_document(f"# Plan\n\n## {heading}\n\nRent vatten åt alla.")

    (goal,) = of_type(blocks_of(document), "goal")

    assert goal["text"] == "Rent vatten åt alla."
