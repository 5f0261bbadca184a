"""The stored blocks become a tree that can be printed: levels, notes, bodies, languages."""

import pytest
from django.template.loader import render_to_string

from tests.workflow.reading.conftest import body_of, focus_area, measure, paragraph, section
from workflow.reading.body import read_body
from workflow.reading.coverage import Coverage


def everything_but(*paths):
    return Coverage(frozenset(paths))


def test_a_heading_is_one_level_below_the_one_it_stands_under():
    deepest = section("C", [focus_area("D", [measure("E")])], kind="subsection")
    body = [section("A", [deepest])]

    levels = {node.label: node.level for node in read_body(body).walk() if node.label}

    assert levels == {"A": 2, "C": 3, "D": 4, "E": 5}


def test_a_number_stands_as_printed():
    body = [section("Mål", [], number="0.7 b)")]

    assert read_body(body).nodes[0].label == "0.7 b) Mål"


def test_a_raised_mark_leads_to_its_note_and_the_note_leads_back():
    text = paragraph("<p>Isen går.<sup>3</sup></p>", footnotes=[{"mark": "3", "text": "Mätt."}])

    reading = read_body([text])

    [note] = reading.notes
    html = str(reading.nodes[0].fields["text"])
    assert f'href="#{note.anchor}"' in html
    assert f'id="{note.back}"' in html


def test_a_raised_figure_that_is_no_note_is_left_alone():
    text = paragraph("<p>10 m<sup>2</sup>.<sup>1</sup></p>", footnotes=[{"mark": "1", "text": "N"}])

    html = str(read_body([text]).nodes[0].fields["text"])

    assert "<sup>2</sup>" in html


def test_a_note_referred_to_twice_gives_each_place_an_address_of_its_own():
    text = paragraph("<p>a<sup>1</sup> b<sup>1</sup></p>", footnotes=[{"mark": "1", "text": "N"}])

    reading = read_body([text])

    html = str(reading.nodes[0].fields["text"])
    assert html.count(f'id="{reading.notes[0].back}"') == 1
    assert html.count("doc-noteref") == 2


def test_a_mark_that_begins_a_definition_belongs_to_the_term():
    definition = paragraph("<p><sup>1</sup>Vatten.</p>", footnotes=[{"mark": "1", "text": "N"}])
    definition = {**definition, "type": "definition"}
    definition["value"]["term"] = "Sjö"

    [node] = read_body([definition]).nodes

    assert "doc-noteref" in node.fields["term_mark"]
    assert str(node.fields["text"]) == "<p>Vatten.</p>"


def goal(kind, text="Ingen ska vara ensam."):
    return {"type": "goal", "id": f"goal-{kind}", "value": {"kind": kind, "text": text}}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Vision", "vision"),
        ("Vår vision", "vision"),
        ("Huvudmål", "main_goal"),
        ("Övergripande mål", "main_goal"),
        ("Planens syfte", "purpose"),
    ],
)
def test_a_goal_is_not_labelled_with_what_its_heading_has_just_said(heading, kind):
    [node] = read_body([section(heading, [goal(kind)])]).nodes

    assert node.children[0].goal_label == ""


@pytest.mark.parametrize("heading", ["Inledning", "Vision och huvudmål", "Televisionen"])
def test_a_goal_is_labelled_where_its_heading_says_something_else_or_more(heading):
    [node] = read_body([section(heading, [goal("vision")])]).nodes

    assert node.children[0].goal_label == "Vision"


def test_a_goal_under_no_heading_is_labelled():
    assert read_body([goal("purpose")]).nodes[0].goal_label


def test_what_stands_directly_under_a_heading_ends_where_the_next_heading_begins():
    first, inner, last = paragraph("<p>a</p>"), section("B", [], kind="subsection"), goal("vision")

    [node] = read_body([section("A", [first, inner, last])]).nodes

    assert [part.kind for part in node.opening] == ["paragraph"]
    assert [part.kind for part in node.after_opening] == ["subsection", "goal"]


@pytest.mark.parametrize(
    "dangerous",
    [
        "<p onclick='x()'>Text</p>",
        "<script>x()</script><p>Text</p>",
        '<p style="color:red">Text</p>',
        '<p><a href="javascript:x()">Text</a></p>',
    ],
)
def test_nothing_that_runs_or_styles_comes_out_of_a_stored_text(dangerous):
    html = str(read_body([paragraph(dangerous)]).nodes[0].fields["text"])

    assert "Text" in html
    assert not any(word in html for word in ("onclick", "script", "style"))


@pytest.mark.django_db
def test_a_body_is_named_as_printed_and_as_registered_where_the_two_differ(socialnamnden):
    known = body_of(socialnamnden, "Socialnämnd")
    same = body_of(socialnamnden, "socialnämnden")
    group = body_of(None, "alla nämnder")
    body = [focus_area("A", [measure("B", lead=[known, same, group])])]

    bodies = read_body(body).nodes[0].children[0].fields["lead"]

    assert [(one.name, one.registered_name) for one in bodies] == [
        ("Socialnämnd", "Socialnämnden"),
        ("socialnämnden", ""),
        ("alla nämnder", ""),
    ]


def test_merged_cells_are_printed_once_and_headers_say_what_they_head():
    table = {
        "data": [["År", "2024", "2025"], ["Utsläpp", "9", ""]],
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "mergeCells": [{"row": 1, "col": 1, "rowspan": 1, "colspan": 2}],
    }
    block = {"type": "table", "id": "t", "value": {"caption": "", "table": table}}

    rows = read_body([block]).nodes[0].fields["table"]

    assert [cell.scope for cell in rows[0]] == ["col", "col", "col"]
    assert [(str(cell.words), cell.scope, cell.colspan) for cell in rows[1]] == [
        ("Utsläpp", "row", 1),
        ("9", "", 2),
    ]


def test_a_chapter_without_a_single_translated_word_is_marked_once_as_a_whole():
    inner = paragraph("<p>Text</p>")
    chapter = section("Rubrik", [inner])

    [node] = read_body([chapter], coverage=everything_but()).nodes

    assert node.language == "sv"
    assert [child.language for child in node.children] == [""]
    assert not any(words.language for part in node.walk() for words in part.own_words())


def test_in_a_chapter_translated_in_part_only_the_rest_is_marked():
    inner = paragraph("<p>Text</p>")
    chapter = section("Heading", [inner])
    coverage = everything_but(f"body.{chapter['id']}.heading")

    [node] = read_body([chapter], coverage=coverage).nodes

    assert node.language == ""
    assert node.fields["heading"].language == ""
    assert node.children[0].language == "sv"


def test_a_measure_with_only_its_title_translated_says_that_some_is_in_swedish():
    one = measure("Light the paths", "<p>Lampor sätts upp.</p>")
    area = focus_area("Safe ways", [one])
    path = f"body.{area['id']}"
    coverage = everything_but(f"{path}.title", f"{path}.measures.{one['id']}.title")

    node = read_body([area], coverage=coverage).nodes[0].children[0]

    assert node.is_partly_untranslated
    assert node.fields["title"].language == ""
    assert node.fields["text"].language == "sv"


def test_an_empty_field_is_never_taken_for_an_untranslated_one():
    one = measure("Light the paths", "")
    area = focus_area("Safe ways", [one], intro="", lead_in="")
    path = f"body.{area['id']}"
    coverage = everything_but(f"{path}.title", f"{path}.measures.{one['id']}.title")

    [node] = read_body([area], coverage=coverage).nodes

    assert not any(part.is_partly_untranslated or part.language for part in node.walk())


def test_the_table_of_contents_marks_each_heading_that_is_still_in_swedish():
    inner = section("Rubrik", [paragraph("<p>Text</p>")], kind="subsection")
    translated, swedish = section("Heading", [inner]), section("Kapitel", [])
    coverage = everything_but(f"body.{translated['id']}.heading")

    reading = read_body([translated, swedish], coverage=coverage)
    html = render_to_string("plandocs/components/toc.html", {"reading": reading})

    def link(block, lang):
        return f'<a href="#b-{block["id"]}"{lang}>{block["value"]["heading"]}</a>'

    assert link(translated, "") in html
    assert link(inner, ' lang="sv"') in html
    assert link(swedish, ' lang="sv"') in html


@pytest.mark.parametrize(
    ("values", "translated", "language"),
    [
        ({"title": "Light the paths"}, "title", ""),
        ({"title": "Belys vägarna"}, "text", "sv"),
        ({"text": "<p>Light the paths</p>"}, "text", ""),
        ({"text": "<p>Belys vägarna</p>"}, "title", "sv"),
    ],
)
def test_a_measure_is_listed_in_the_language_of_what_it_goes_by(values, translated, language):
    one = measure(**{"level": "Hög", **values})
    path = f"body.list.{one['id']}"
    coverage = everything_but(f"{path}.{translated}", f"{path}.level")

    listed = {"type": "measures", "id": "list", "value": [one]}
    [node] = read_body([listed], coverage=coverage).nodes[0].children

    assert node.short_language == language
