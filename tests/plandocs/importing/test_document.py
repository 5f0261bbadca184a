"""A text of the usual make is read whole: the memo apart, the plan in its parts."""

from datetime import date

import pytest

from plandocs.importing import UnreadableDocument, parse_document
from plandocs.importing.tree import Definition, FocusArea, Measures, Paragraph, Section, Table
from plandocs.vocabulary import PlanKind
from tests.plandocs.importing.reading import measures, nodes, words


def names(document, printed):
    """Return the one name of each body that is printed."""
    settled = {spelling: body.name for body in document.bodies for spelling in body.spellings}
    return [settled[name] for name in printed]


def plan(*lines):
    return parse_document("\n".join(lines))


def test_the_memo_is_kept_apart_with_what_it_says(document):
    letter = document.cover_letter

    assert letter.day == date(2026, 2, 10)
    assert letter.case_number == "KS 2025/0117"
    assert letter.handlaggare == letter.signatory == "Ester Falk"
    assert letter.signatory_title == "Miljöstrateg"
    assert letter.addressee == "Kommunfullmäktige"
    assert letter.subject == "Strategi för levande vatten 2026–2030"
    assert len(letter.proposal) == 2
    assert letter.attachments == ("Strategi",)
    assert [section.heading for section in letter.sections] == ["Förslag till beslut", "Bakgrund"]


def test_what_the_memo_retells_has_day_body_and_outcome(document):
    events = [
        (event.day or event.season, event.body, event.action)
        for event in document.cover_letter.events
    ]

    assert events == [
        (date(2025, 3, 4), "Kommunstyrelsens arbetsutskott", "remiss"),
        ("våren 2025", "", "remissvar inkom"),
        ("hösten 2025", "", "omarbetning"),
        (
            date(2025, 12, 2),
            "Kommunstyrelsen",
            "godkände och föreslog kommunfullmäktige att anta",
        ),
        (date(2025, 12, 15), "Kommunfullmäktige", "återremiss"),
    ]
    assert document.cover_letter.events[-1].motive == "belysa kostnaden för dagvatten"


def test_the_memo_tells_of_the_change_since_the_last_version(document):
    (change,) = document.cover_letter.changes

    assert (change.kind, change.old, change.new) == (
        "redaktionell",
        "Badplatsgruppen",
        "Strandrådet",
    )
    assert change.where == "sidan 4, under rubriken ”Stränder”"
    assert change.reason == "gruppen har bytt namn"


def test_the_document_says_what_it_is(document):
    assert document.title == "Strategi för levande vatten 2026–2030"
    assert document.kind is PlanKind.STRATEGI
    assert document.period == (2026, 2030)
    assert document.facts.municipality == "Älvsala kommun"
    assert document.facts.scope == "hela kommunkoncernen"
    assert document.facts.main_goal == "att sjöar och vattendrag ska må väl"
    assert document.facts.vision == "ett Älvsala med rent vatten"
    assert document.overview == ("Rena sjöar", "Levande stränder")


def test_a_focus_area_at_the_wrong_heading_level_is_the_sibling_of_the_others(document):
    last = document.children[-1]

    assert isinstance(last, Section)
    assert [node.title for node in last.children] == ["Rena sjöar", "Levande stränder"]
    assert document.area_levels == (3, 2)


def test_a_focus_area_has_its_introduction_and_its_lead_in(document):
    first = nodes(document, FocusArea)[0]

    assert [line.plain for line in first.intro] == ["Sjöarna i Älvsala kommun är många & grunda."]
    assert first.lead_in.plain == "Under perioden 2026–2030 ska Älvsala kommun:"


def test_a_list_split_by_a_page_break_is_one_list_of_measures(document):
    assert [len(area.measures) for area in nodes(document, FocusArea)] == [3, 1]


def test_a_measure_has_its_bodies_by_their_part(document):
    first, second, third = nodes(document, FocusArea)[0].measures

    assert names(document, first.lead) == ["Miljöförvaltningen"]
    assert names(document, first.collaborating) == ["Tekniska förvaltningen", "andra aktörer"]
    assert names(document, second.lead) == [
        "Kultur- och fritidsförvaltningen",
        "Österås kommundelsförvaltning",
        "Vattenhem",
    ]
    assert words(third) == "Se över avlopp"
    assert third.lead == ("Østerås kommunaldelsförvaltning",)
    assert names(document, third.lead) == ["Österås kommundelsförvaltning"]
    assert third.responsible_as_printed == (
        "Østerås kommunaldelsförvaltning i samverkan med alla förvaltningar och bolag"
    )


def test_terms_are_defined_with_their_notes_and_lists(document):
    dagvatten, recipient, strandzon = nodes(document, Definition)

    assert dagvatten.meaning[0].plain == "är regn och smältvatten som rinner av <hårda> ytor."
    assert [mark.mark for mark in recipient.term_marks] == ["2"]
    assert [item.text.plain for item in recipient.meaning[1].items] == ["sjö", "å"]
    assert strandzon.term == "Strandzon"


def test_notes_at_the_foot_of_a_page_are_tied_to_their_places(document):
    assert [note.mark for note in document.footnotes] == ["1", "2", "3"]
    assert document.footnotes[2].text == "Även bäck."
    assert nodes(document, Definition)[1].meaning[1].items[1].text.marks[0].note == 2


def test_numbering_that_starts_again_on_every_page_ties_each_mark_to_its_own_page():
    document = plan(
        "# Plan", "", "Ett.<sup>1</sup>", "", "---", "", "<sup>1</sup> Första.", "",
        "Två.<sup>1</sup>", "", "---", "", "<sup>1</sup> Andra.",
    )  # fmt: skip

    marks = [mark.note for node in nodes(document, Paragraph)
             for mark in node.parts[0].marks]  # fmt: skip
    assert marks == [0, 1]
    assert [note.text for note in document.footnotes] == ["Första.", "Andra."]


def test_a_note_that_nothing_refers_to_stays_in_the_text():
    document = plan("# Plan", "", "## Bakgrund", "", "Text.", "", "[^a]: Ensam not.")

    assert "Ensam not." in [node.plain for node in nodes(document, Paragraph)]


def test_a_sentence_split_by_a_page_and_its_notes_is_one_paragraph():
    document = plan(
        "# Plan", "", "## Bakgrund", "", "Vi vill<sup>1</sup> att", "", "---", "",
        "<sup>1</sup> Not.", "", "vattnet är rent.",
    )  # fmt: skip

    (section,) = nodes(document, Section)
    assert [node.plain for node in section.children] == ["Vi vill att vattnet är rent."]


@pytest.mark.parametrize(
    "lines",
    [
        ["- Mäta sjöar.", "  Ansvar: Miljönämnden"],
        ["- Mäta sjöar.", "", "  Ansvar: Miljönämnden"],
        ["- Mäta sjöar.", "", "Ansvar: Miljönämnden"],
        ["- Mäta sjöar. Ansvar: Miljönämnden"],
        ["- Mäta sjöar.", "  **Ansvarig nämnd:** Miljönämnden"],
        ["- Mäta sjöar.", "  - Ansvarig: miljönämnden"],
        ["* Mäta sjöar.\\", "  Ansvar: Miljönämnden."],
        ["- Mäta sjöar.", "", "  Ansvar:", "", "  - Miljönämnden"],
        ["Mäta sjöar.", "Ansvar: Miljönämnden"],
        ["| Insats | Ansvar |", "|---|---|", "| Mäta sjöar. | Miljönämnden |"],
        ["| Ansvarig nämnd | Åtgärd |", "|---|---|", "| Miljönämnden | Mäta sjöar. |"],
    ],
)
def test_a_measure_is_known_by_its_responsible_however_it_is_set(lines):
    document = plan("# Plan", "", "## Rena sjöar", "", *lines)

    (area,) = nodes(document, FocusArea)
    (measure,) = area.measures
    assert words(measure) == "Mäta sjöar."
    assert names(document, measure.lead) == ["Miljönämnden"]


def test_printed_numbers_are_kept_as_printed():
    document = plan(
        "# Handlingsplan", "", "## Fokusområde 2: Rena sjöar", "",
        "- 2:1 Mäta sjöar.", "  Ansvar: Miljönämnden",
        "- Åtgärd 2:3 Rensa diken.", "  Ansvar: Miljönämnden",
    )  # fmt: skip

    (area,) = nodes(document, FocusArea)
    assert (area.number, area.title) == ("2", "Rena sjöar")
    assert [measure.number for measure in area.measures] == ["2:1", "2:3"]
    assert words(area.measures[1]) == "Rensa diken."


def test_everything_labelled_under_a_measure_is_read():
    document = plan(
        "# Handlingsplan", "", "## Rena sjöar", "",
        "1. **Mätning.** Mäta näringen.", "   Ansvar: Miljönämnden",
        "   Medansvarig: Tekniska nämnden och Vattenhem", "   Samverkan: Länsstyrelsen",
        "   Nivå: Universell", "   Tidplan: 2027", "   Indikator: Antal sjöar",
        "   Frekvens: Årsvis",
    )  # fmt: skip

    (measure,) = measures(document)
    assert (measure.number, measure.title, measure.text[0].plain) == (
        "1",
        "Mätning",
        "Mäta näringen.",
    )
    assert names(document, measure.co_responsible) == ["Tekniska nämnden", "Vattenhem"]
    assert names(document, measure.collaborating) == ["Länsstyrelsen"]
    assert (measure.level, measure.deadline) == ("Universell", "2027")
    assert measure.indicators == (("Antal sjöar", "Årsvis"),)


def test_measures_under_a_mere_heading_of_measures_belong_to_the_area_above():
    document = plan(
        "# Plan", "", "## Rena sjöar", "", "Varför.", "", "### Insatser", "",
        "- Mäta.", "  Ansvar: Miljönämnden", "", "## Levande stränder", "", "### Insatser", "",
        "- Städa.", "  Ansvar: Miljönämnden",
    )  # fmt: skip

    assert [area.title for area in nodes(document, FocusArea)] == ["Rena sjöar", "Levande stränder"]


def test_measures_without_a_focus_area_stand_in_their_section():
    document = plan("# Plan", "", "## Åtgärder", "", "- Mäta.", "  Ansvar: Miljönämnden")

    assert not nodes(document, FocusArea)
    assert [type(node) for node in nodes(document)] == [Section, Measures]


def test_preconditions_are_told_from_measures():
    document = plan(
        "# Plan", "", "## Rena sjöar", "", "Följande behöver vara på plats:", "", "- Mätare", "",
        "Kommunen ska:", "", "- Mäta.", "  Ansvar: Miljönämnden", "", "Mer om mätning.",
    )  # fmt: skip

    area, after = nodes(document)
    assert isinstance(area, FocusArea)
    assert [item.text.plain for item in area.preconditions[1].items] == ["Mätare"]
    assert (area.lead_in.plain, len(area.measures)) == ("Kommunen ska:", 1)
    assert after.plain == "Mer om mätning."


def test_sections_are_at_most_three_deep_and_lose_nothing():
    document = plan(
        "# Plan", *(f"{'#' * depth} Nivå {depth}\n\nText {depth}." for depth in range(2, 7))
    )

    depth, children = 0, document.children
    while sections := [child for child in children if isinstance(child, Section)]:
        depth, children = depth + 1, sections[0].children
    assert depth == 3
    assert [section.heading for section in nodes(document, Section)] == [
        f"Nivå {n}" for n in range(2, 7)
    ]


def test_text_without_any_structure_is_one_section_of_paragraphs():
    document = plan("Vi vill ha rent vatten, sade de,", "och det blev sagt.", "", "Så var det.")

    (section,) = document.children
    assert section.heading == document.title
    assert [type(node) for node in section.children] == [Paragraph, Paragraph]


def test_headings_and_split_words_are_found_in_text_without_markdown():
    document = plan(
        "Handlingsplan för vatten 2026–2030", "", "Bakgrund", "Vatten är en fråga om demo-",
        "krati för alla i kultur-", "och fritidslivet, säger både de ena och de andra.", "",
        "Mål", "", "• Rena sjö-", "", "ar i hela Älvsala.", "• Rena åar.",
    )  # fmt: skip

    assert document.title == "Handlingsplan för vatten 2026–2030"
    assert [section.heading for section in nodes(document, Section)] == ["Bakgrund", "Mål"]
    first, second = nodes(document, Section)
    assert first.children[0].plain.startswith(
        "Vatten är en fråga om demokrati för alla i kultur- och"
    )
    assert [item.text.plain for item in second.children[0].parts[0].items] == [
        "Rena sjöar i hela Älvsala.",
        "Rena åar.",
    ]


def test_rows_with_tabs_are_a_table():
    document = plan("# Plan", "", "## Läget", "", "Sjö\tDjup", "Stora\t4 m", "\t5 m")

    (section,) = nodes(document, Section)
    assert section.children == (Table((("Sjö", "Djup"), ("Stora", "4 m"), ("", "5 m"))),)


def test_bold_words_are_a_term_only_where_terms_are_defined():
    text = "**Dagvatten** är regn."

    document = plan("# Plan", "", "## Bakgrund", "", text, "", "## Begrepp", "", text)

    assert [type(node) for node in nodes(document)] == [Section, Paragraph, Section, Definition]


def test_a_memo_without_a_plan_is_a_memo_alone():
    document = plan(
        "# Tjänsteskrivelse", "", "Diarienummer: KS 2026/0003", "", "# Ny plan", "",
        "## Förslag till beslut", "", "Nämnden antar planen.",
    )  # fmt: skip

    assert document.cover_letter.case_number == "KS 2026/0003"
    assert document.children == ()
    assert document.title == "Ny plan"


def test_what_follows_the_attachments_of_a_memo_is_still_the_memo():
    document = plan(
        "# Tjänsteutlåtande", "", "Diarienummer", "KS 2026/0003", "", "## Ny vattenplan", "",
        "### Förslag till beslut", "", "Nämnden antar planen.", "", "### Bilagor", "",
        "1. Vattenplan", "2. Karta", "", "Ester Falk", "Miljöstrateg", "",
        "### Beslutet skickas till", "", "Miljönämnden", "", "# Vattenplan", "", "## Syfte", "",
        "Rent.",
    )  # fmt: skip

    letter = document.cover_letter
    assert (letter.signatory, letter.signatory_title) == ("Ester Falk", "Miljöstrateg")
    assert letter.attachments == ("Vattenplan", "Karta")
    assert letter.sections[-1].heading == "Beslutet skickas till"
    assert document.title == "Vattenplan"
    assert [section.heading for section in nodes(document, Section)] == ["Syfte"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("  \n", "\n"),
        lambda text: text.replace("\n- ", "\n* "),
        lambda text: text.replace("Ansvar:", "**Ansvar:**"),
        lambda text: text.replace("\nAnsvar:", "\n  Ansvarig:"),
        lambda text: text.replace("  \nAnsvar:", "\n\nAnsvar:"),
        lambda text: text.replace("\n\n\n\n", "\n\x0c\n"),
        lambda text: text.replace("<sup>2</sup> Av", "[^2]: Av").replace("<sup>2</sup>", "[^2]"),
        lambda text: text.replace("\n---\n", "\n"),
        lambda text: text.replace("i samverkan med", "i samarbete med"),
    ],
)
def test_ways_of_writing_that_mean_the_same_are_read_the_same(text, change):
    def essence(document):
        told = [
            (
                words(measure),
                [names(document, measure.lead), names(document, measure.collaborating)],
            )
            for measure in measures(document)
        ]
        return (document.cover_letter, document.footnotes, nodes(document, Definition), told)

    assert essence(parse_document(change(text))) == essence(parse_document(text))


def test_a_plan_without_a_memo_has_none():
    assert plan("# Plan", "", "## Bakgrund", "", "Text.").cover_letter is None


@pytest.mark.parametrize("text", ["", " \n", "---\n***", "\x00"])
def test_text_without_a_letter_is_refused(text):
    with pytest.raises(UnreadableDocument) as refusal:
        parse_document(text)

    assert refusal.value.code == "document_empty"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- Mäta sjön.  \n  Ansvar: Miljönämnden\n", "Mäta sjön."),
        ("- **a**\n- b\n", "a"),
        ("> Vattnet är allas.\n", "Vattnet är allas."),
    ],
)
def test_text_without_any_paragraph_is_called_by_its_first_line(text, title):
    assert parse_document(text).title == title


def test_html_in_the_text_is_taken_away_and_its_words_are_kept():
    text = """# Plan

<div class="x"><p onclick="alert(1)">Vattnet är <b>allas</b>.</p></div>

<!-- en kommentar
över två rader --> Även <hårda> ytor, a < b.<script>
alert(2)</script>

<script>alert(3) <img src=x onerror=alert(4)>
"""

    (section,) = parse_document(text).children
    first, second, third = section.children

    assert first.plain == "Vattnet är allas."
    assert second.plain == "Även <hårda> ytor, a < b."
    assert third.plain == "alert(3)"


def test_text_that_is_all_script_holds_nothing():
    with pytest.raises(UnreadableDocument) as refusal:
        parse_document("<script>alert(1)</script>")

    assert refusal.value.code == "document_empty"


@pytest.mark.parametrize("bullet", ["–", "—", "\uf0b7", "\uf0a7"])
def test_a_dash_or_a_sign_from_words_symbol_font_marks_an_item(bullet):
    text = f"# Plan\n\nVi ska:\n\n{bullet} mäta\n{bullet} städa\n"

    (section,) = parse_document(text).children
    (paragraph,) = section.children

    assert [item.text.plain for item in paragraph.parts[1].items] == ["mäta", "städa"]


def test_a_dash_at_the_start_of_a_wrapped_line_marks_no_item():
    (section,) = parse_document("# Plan\n\nVinning\n– känslomässig eller annan.\n").children

    assert section.children[0].plain == "Vinning – känslomässig eller annan."
