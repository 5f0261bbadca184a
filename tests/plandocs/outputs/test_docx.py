import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from plandocs.outputs.docx import render_docx
from plandocs.outputs.letters import Letterhead
from plandocs.outputs.pictures import as_png


@cache
def written(letter):
    """Write a letter once for all tests that read it."""
    return render_docx(letter)


def read(letter):
    return docx.Document(io.BytesIO(written(letter)))


def words(word):
    """All text of the body, tables included, no-break spaces as plain ones."""
    return " ".join("\n".join(node.text for node in word.element.body.iter(qn("w:t"))).split())


def test_word_opens_what_was_written_and_finds_the_headings(memo):
    word = read(memo)

    headings = [p for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings[0].style.name == "Heading 1"
    assert headings[0].text == memo.title
    assert {p.style.name for p in headings[1:]} == {"Heading 2"}
    assert len(headings) == 9


def test_every_part_of_the_file_is_well_formed(letter):
    with zipfile.ZipFile(io.BytesIO(written(letter))) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_the_same_letter_gives_the_same_bytes(letter):
    assert render_docx(letter) == render_docx(letter)


def test_the_properties_are_the_letters_own(memo):
    properties = read(memo).core_properties

    assert properties.title.endswith(memo.title)
    assert properties.author == "Sundåsa kommun"
    assert properties.last_modified_by == "Sundåsa kommun"
    assert properties.language == "sv-SE"
    assert properties.created == datetime(2023, 1, 23, tzinfo=UTC)
    assert properties.comments == ""


def test_a_title_longer_than_word_allows_is_shortened_in_the_properties_only(memo):
    long = "Strategi " * 40

    word = read(replace(memo, title=long))

    assert len(word.core_properties.title) == 255
    assert long.strip() in words(word)


def test_the_text_is_marked_as_swedish(letter):
    styles = read(letter).styles.element

    default = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert default.find(qn("w:lang")).get(qn("w:val")) == "sv-SE"


def test_the_letterhead_heads_the_first_page_and_the_address_foots_it(memo):
    section = read(memo).sections[0]

    assert section.different_first_page_header_footer
    first = "\n".join(p.text for p in section.first_page_header.paragraphs)
    assert "Sundåsa kommun" in first
    assert "Kommunledningskontoret" in first
    foot = section.first_page_footer.paragraphs[0].text
    assert "kommun@sundasa.example" in foot
    running = section.header.paragraphs[0].text
    assert "KS\u00a02022/0037" in running


def test_pages_are_numbered_by_word_itself(letter):
    section = read(letter).sections[0]

    for header in (section.first_page_header, section.header):
        fields = [field.get(qn("w:instr")) for field in header._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_the_logo_has_a_text_alternative(memo):
    header = read(memo).sections[0].first_page_header

    (picture,) = header._element.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )
    assert "Sundåsa kommun" in picture.get("descr")


def test_a_png_logo_serves_as_well_as_a_drawing(memo):
    png = as_png(memo.letterhead.logo)

    word = read(replace(memo, letterhead=Letterhead("Sundåsa kommun", logo=png)))

    header = word.sections[0].first_page_header
    assert any("image" in part.reltype for part in header.part.rels.values())


def test_two_proposals_are_numbered_and_one_is_not(memo):
    several = read(memo)
    one = read(replace(memo, proposal=("Kommunfullmäktige antar strategin.",)))

    def numbered(word):
        return [
            p.text
            for p in word.paragraphs
            if p.style.name == "Letter Resolution Numbered" and p._p.pPr.numPr.numId.val is not None
        ]

    assert numbered(several) == list(memo.proposal)
    assert numbered(one) == []


def test_every_numbered_list_is_a_list_of_its_own(memo, extract):
    word = read(replace(extract, decision=("Ett.", "Två."), sent_to=("A", "B")))

    listed = [p for p in word.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    lists = {p._p.pPr.numPr.numId.val for p in listed}
    kinds = {p.style.name for p in listed}
    assert len(lists) == 5  # the decision, yrkanden, jäv, reservations, sent to
    assert kinds == {"Letter Resolution Numbered", "List Bullet"}


def test_tables_have_a_header_row_that_repeats_and_rows_that_hold_together(memo):
    for table in read(memo).tables:
        first, *others = (row._tr.trPr for row in table.rows)
        assert first.find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:cantSplit")) is not None for row in others)


def test_the_parts_of_a_tables_properties_stand_in_the_order_of_the_schema(memo):
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]

    for table in read(memo).tables:
        found = [etree.QName(child).localname for child in table._tbl.tblPr]
        assert found == [name for name in order if name in found]
        assert {"tblBorders", "tblCellMar"} <= set(found)


def test_motive_and_answer_stand_side_by_side(memo):
    motives = read(memo).tables[0]

    left, right = motives.rows[1].cells
    assert "Belysningen blir ett eget fokusområde." in left.text
    assert "25 ledamöter" in left.text
    assert "Belysningen har redan fyra insatser." in right.text


def test_the_extract_and_the_sheet_hold_the_same_as_the_pdf(extract, sheet):
    minutes = words(read(extract))
    journal = words(read(sheet))

    for said in ["§ 203", "Anna Ek (S)", "Rättar § 202.", "Protokollet är justerat så."]:
        assert said in minutes
    assert journal.count("Remissvar") == len(sheet.rows)


def test_who_voted_how_is_printed(extract):
    vote = replace(extract.votes[0], yes_names=("Bo Al (M)", "Eva Ö (S)"), no_names=("Dan L (C)",))

    minutes = words(read(replace(extract, votes=(vote,))))

    assert "Ja: Bo Al (M), Eva Ö (S)" in minutes
    assert "Nej: Dan L (C)" in minutes


def test_markup_in_what_people_write_is_text_and_nothing_else(hostile_memo, hostile_text):
    word = read(hostile_memo)

    text = words(word)
    assert text.count(" ".join(hostile_text.split())) >= 7


@pytest.mark.parametrize("text", ["\x00\x07\x1b", "\ud800", "\ufffe"])
def test_characters_that_xml_forbids_do_not_reach_the_file(memo, text):
    word = read(replace(memo, summary=(f"Före {text} efter",)))

    assert "Före efter" in words(word)
