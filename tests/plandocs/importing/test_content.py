"""Under a heading stand paragraphs, terms, goals, tables, quotations and measures, as printed."""

import pytest

from plandocs.importing.content import read_content
from plandocs.importing.flat import Item, Items, Lines, Quoted, Rows
from plandocs.importing.focus_area import read_focus_area
from plandocs.importing.measure_blocks import is_measure_block
from plandocs.importing.running_text import NoteMark, RichText, Span, TextList
from plandocs.importing.tree import Definition, Goal, Measures, Paragraph, Quote, Table


def content(*blocks, under=""):
    return read_content(under, blocks, ())


def area(*blocks):
    return read_focus_area(number="", title="Sjöar", blocks=list(blocks), known=())


def items(*words):
    return Items([Item([word]) for word in words])


def measures(*words):
    return Items([Item([word, "Ansvar: Miljönämnden"]) for word in words])


def plain(parts):
    return [part.plain if isinstance(part, RichText) else len(part.items) for part in parts]


def test_the_lines_of_a_paragraph_that_are_broken_in_print_stay_lines():
    (paragraph,) = content(Lines(["Ett  ", "två", "tre."]))

    assert plain(paragraph.parts) == ["Ett", "två tre."]


def test_a_paragraph_of_blanks_and_breaks_is_nothing():
    assert content(Lines(["<br>"]), Lines(["  "])) == ()


def test_a_list_belongs_to_the_paragraph_that_leads_into_it_with_a_colon():
    (paragraph,) = content(Lines(["Vi ska:"]), items("mäta", "lära"))

    assert plain(paragraph.parts) == ["Vi ska:", 2]


def test_a_list_after_a_full_sentence_stands_by_itself():
    assert [plain(node.parts) for node in content(Lines(["Så är det."]), items("mäta"))] == [
        ["Så är det."],
        [1],
    ]


def test_lists_keep_their_kind_to_any_depth():
    numbered = Items([Item(["a"], "1", [Item(["b"])]), Item(["c"], "2")])

    (paragraph,) = content(numbered)
    (printed,) = paragraph.parts

    assert printed.ordered
    assert not printed.items[0].inner.ordered
    assert printed.items[0].inner.items[0].text.plain == "b"


def test_a_quotation_is_one_whatever_its_lines():
    assert content(Quoted(["Vatten är", "allas."])) == (Quote("Vatten är allas."),)


def test_the_cells_of_a_table_are_words_without_style():
    assert content(Rows([("**Sjö**", "Djup"), ("Stora", "*4 m*")])) == (
        Table((("Sjö", "Djup"), ("Stora", "4 m"))),
    )


@pytest.mark.parametrize(
    ("line", "term", "meaning"),
    [
        ("**Dagvatten** är regn.", "Dagvatten", "är regn."),
        ("**Dagvatten:** regn.", "Dagvatten", "regn."),
        ("**Dagvatten** – regn.", "Dagvatten", "regn."),
        ("**Dagvatten**: regn.", "Dagvatten", "regn."),
        ("__Dagvatten__ - regn.", "Dagvatten", "regn."),
        ("<b>Dagvatten.</b> Regn.", "Dagvatten", "Regn."),
    ],
)
def test_a_term_in_bold_is_defined_by_what_follows_it(line, term, meaning):
    (definition,) = content(Lines([line]), under="Begrepp")

    assert (definition.term, plain(definition.meaning)) == (term, [meaning])


@pytest.mark.parametrize("heading", ["Definitioner", "Begrepp", "Ordlista", "Terminologi"])
def test_terms_are_defined_under_the_headings_that_say_so(heading):
    (node,) = content(Lines(["**Å** är vatten."]), under=heading)

    assert isinstance(node, Definition)


@pytest.mark.parametrize("line", ["Dagvatten är regn.", "Vi kallar **dagvatten** regn.", "**Å**"])
def test_a_line_without_a_bold_beginning_or_a_meaning_defines_nothing(line):
    (node,) = content(Lines([line]), under="Begrepp")

    assert isinstance(node, Paragraph)


def test_marks_right_after_a_term_are_the_terms_and_later_marks_are_the_meanings():
    (definition,) = content(Lines(["**Å**[^1][^2] är vatten[^3]."]), under="Begrepp")

    assert definition.term_marks == (NoteMark("1"), NoteMark("2"))
    assert definition.meaning[0].marks == (NoteMark("3"),)


def test_the_list_that_a_meaning_leads_into_belongs_to_it():
    (definition, after) = content(
        Lines(["**Å** är till exempel:"]), items("bäck"), items("älv"), under="Begrepp"
    )

    assert plain(definition.meaning) == ["är till exempel:", 1]
    assert isinstance(after.parts[0], TextList)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Vision", "vision"), ("HUVUDMÅL", "main_goal"), ("Övergripande mål", "main_goal")],
)
def test_one_line_alone_under_the_heading_of_a_goal_is_that_goal(heading, kind):
    assert content(Lines(["Rent vatten."]), under=heading) == (Goal(kind, "Rent vatten."),)


@pytest.mark.parametrize(
    "blocks",
    [
        [Lines(["Ett."]), Lines(["Två."])],
        [Lines(["Ett.  ", "Två."])],
        [Lines(["Ett[^1]."])],
        [items("Ett.")],
        [Lines(["Vi vill:"]), items("rent")],
    ],
)
def test_more_than_one_plain_line_under_such_a_heading_stays_text(blocks):
    assert not any(isinstance(node, Goal) for node in content(*blocks, under="Vision"))


@pytest.mark.parametrize(
    ("block", "prints_measures"),
    [
        (measures("Mäta."), True),
        (items("Mäta."), False),
        (Lines(["Mäta.", "Ansvar: Miljönämnden"]), True),
        (Lines(["Ansvar: Miljönämnden"]), False),
        (Lines(["Så här:", "Ansvar: Miljönämnden"]), False),
        (Rows([("Insats", "Ansvar"), ("Mäta.", "Miljönämnden")]), True),
        (Rows([("Sjö", "Djup"), ("Stora", "4 m")]), False),
        (Quoted(["Ansvar: Miljönämnden"]), False),
    ],
)
def test_measures_are_known_by_who_answers_for_them(block, prints_measures):
    assert is_measure_block(block) is prints_measures


def test_measures_that_stand_in_a_row_are_one_list():
    (node,) = content(measures("Mäta."), Lines(["Lära.", "Ansvar: Skolnämnden"]))

    assert isinstance(node, Measures)
    assert len(node.measures) == 2


def test_an_area_has_its_introduction_its_lead_in_and_its_measures():
    found, after = area(Lines(["Varför."]), Lines(["Vi ska:"]), measures("Mäta."))

    assert plain(found.intro) == ["Varför."]
    assert found.lead_in.plain == "Vi ska:"
    assert (len(found.measures), after) == (1, ())


def test_the_last_line_before_the_measures_leads_in_only_where_it_ends_in_a_colon():
    found, _after = area(Lines(["Varför.  ", "Vi ska:"]), measures("Mäta."))
    other, _after = area(Lines(["Varför."]), measures("Mäta."))

    assert (plain(found.intro), found.lead_in.plain) == (["Varför."], "Vi ska:")
    assert (plain(other.intro), other.lead_in.plain) == (["Varför."], "")


@pytest.mark.parametrize("nothing", ["\\", "  ", "<br>"])
def test_a_line_of_nothing_before_the_measures_leads_in_to_nothing(nothing):
    found, _after = area(Lines(["Varför."]), Lines([nothing]), measures("Mäta."))

    assert (plain(found.intro), found.lead_in.plain) == (["Varför."], "")


def test_the_last_list_of_an_area_is_its_measures_though_nobody_answers():
    found, _after = area(items("mål"), Lines(["Genom att:"]), items("mäta", "lära"))

    assert [plain(one.text) for one in found.measures] == [["mäta"], ["lära"]]
    assert plain(found.intro) == [1]


def test_what_stands_after_and_between_the_measures_follows_the_area():
    found, after = area(measures("Mäta."), Lines(["Mellan."]), measures("Lära."), Lines(["Efter."]))

    assert len(found.measures) == 2
    assert [node.plain for node in after] == ["Mellan.", "Efter."]


def test_a_table_or_quotation_before_the_measures_follows_the_area_and_is_not_lost():
    _found, after = area(Quoted(["Vatten."]), Rows([("a", "b"), ("c", "d")]), measures("Mäta."))

    assert [type(node) for node in after] == [Quote, Table]


@pytest.mark.parametrize("words", ["Detta ska vara på plats:", "**Förutsättningar:**"])
def test_preconditions_are_no_measures(words):
    found, _after = area(Lines([words]), items("karta"), measures("Mäta."))

    assert plain(found.preconditions)[1:] == [1]
    assert len(found.measures) == 1


def test_an_introduction_set_wholly_in_italics_is_set_upright_but_words_in_it_are_not():
    found, _after = area(Lines(["*Varför.*"]), Lines(["Det är *viktigt*."]), measures("Mäta."))

    assert found.intro[0].parts == (Span("Varför."),)
    assert Span("viktigt", italic=True) in found.intro[1].parts
