import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from plandocs.outputs.composing import compose
from plandocs.outputs.document import Table
from plandocs.outputs.letters import DiaryRow, Direction, Letterhead
from plandocs.outputs.pdf import render_pdf


def read(letter):
    return PdfReader(io.BytesIO(render_pdf(letter)))


def words(reader):
    """The text on one line, no-break spaces and line breaks as plain spaces."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(reader):
    """Every structure tag of the file, in reading order."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_who_voted_how_is_printed(extract):
    vote = replace(extract.votes[0], yes_names=("Bo Al (M)", "Eva Ö (S)"), no_names=("Dan L (C)",))

    minutes = words(read(replace(extract, votes=(vote,))))

    assert "Ja: Bo Al (M), Eva Ö (S)" in minutes
    assert "Nej: Dan L (C)" in minutes


def test_a_letter_declares_itself_accessible_and_archivable(letter):
    catalogue = read(letter).trailer["/Root"]

    xmp = catalogue["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_a_letter_is_tagged_in_swedish_and_shows_its_title(letter):
    reader = read(letter)

    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert catalogue["/Lang"].startswith("sv")
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "Strategi för ett levande stadsliv" in reader.metadata.title
    assert reader.metadata.author == "Sundåsa kommun"


def test_headings_lists_and_tables_are_tagged_as_what_they_are(memo):
    found = tags(read(memo))

    headings = [tag for tag in found if tag in {"/H1", "/H2", "/H3"}]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert found.count("/Table") == 2
    assert found.count("/TH") == 6
    assert {"/L", "/LI", "/Lbl", "/LBody"} <= set(found)


def test_every_glyph_is_embedded(letter):
    for page in read(letter).pages:
        for font in page["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_the_same_letter_gives_the_same_bytes(letter):
    assert render_pdf(letter) == render_pdf(letter)


def test_the_file_is_dated_by_the_letter_and_not_by_the_clock(memo):
    created = PdfReader(io.BytesIO(render_pdf(memo))).metadata.creation_date

    assert created.date() == date(2023, 1, 23)


def test_the_memo_holds_everything_the_body_needs(memo):
    text = words(read(memo))

    for said in [
        "Sundåsa kommun",
        "Kommunledningskontoret",
        "Rådhustorget 1",
        "kommun@sundasa.example",
        "KS 2022/0037",
        "Maja Lindqvist",
        "Strateg",
        "Kommunfullmäktige antar strategin.",
        "Strategin gör centrum levande",
        "den 1 mars 2022, § 41",
        "Belysningen blir ett eget fokusområde.",
        "25 ledamöter",
        "Belysningen har redan fyra insatser.",
        "vid behov",
        "varje år",
        "Förslaget ryms i budgeten.",
        "Förslag till strategi",
        "Samtliga nämnder",
    ]:
        assert said in text


def test_the_extract_holds_what_the_law_counts_up(extract):
    text = words(read(extract))

    for said in [
        "§ 203",
        "Kommunfullmäktige återremitterar ärendet.",
        "25 av 61 närvarande begärde det.",
        "Anna Ek (S) yrkar återremiss.",
        "Ordföranden prövar först återremissen.",
        "Ärendet avgörs i dag 36",
        "Ärendet återremitteras 25",
        "Ordföranden avgör.",
        "Per Alm (M) till förmån för eget yrkande.",
        "Lisa Brandt (S) deltog inte.",
        "Motiv utan stöd",
        "Protokollet är justerat så.",
        "Rättar § 202.",
        "Kommunstyrelsen",
        "Eva Strand",
    ]:
        assert said in text


def test_the_sign_of_a_paragraph_is_printed_once(extract):
    text = words(read(replace(extract, paragraph="§ 63/20")))

    assert "§ 63/20" in text
    assert "§ §" not in text


def test_the_sheet_lists_every_document_in_order(sheet):
    text = words(read(sheet))

    places = [text.index(f"2022-03-{day:02}") for day in range(1, 31)]
    assert places == sorted(places)


def test_every_page_says_which_it_is_of_how_many(sheet):
    long = replace(
        sheet,
        rows=tuple(
            DiaryRow(number, date(2022, 3, 1), Direction.IN, "Socialnämnden", "Remissvar")
            for number in range(1, 90)
        ),
    )

    pages = read(long).pages

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"{number} ({len(pages)})" in page.extract_text()


def test_the_header_row_of_a_long_table_is_repeated(sheet):
    long = replace(sheet, rows=sheet.rows * 2)
    (table,) = (block for block in compose(long).blocks if isinstance(block, Table))
    header = table.columns[-1].header

    first, second = (page.extract_text() for page in read(long).pages[:2])

    assert header in first
    assert header in second


def test_typst_code_in_what_people_write_is_text_and_nothing_else(hostile_memo, hostile_text):
    reader = read(hostile_memo)

    shown = words(reader).replace(" ", "")
    expected = hostile_text.replace(" ", "")
    assert shown.count(expected) >= 8
    assert "root:" not in shown


@pytest.mark.parametrize("text", ["\x00\x07\x1b", "\U0001f600 漢字 سلام", "a\u030a", "\ud800"])
def test_no_character_can_stop_a_letter_from_being_set(memo, text):
    reader = read(replace(memo, summary=(f"Före {text} efter",)))

    assert "Före" in words(reader)
    assert "efter" in words(reader)


def test_a_word_longer_than_the_line_is_broken_and_not_cut(memo):
    long = "y" * 400

    text = words(read(replace(memo, summary=(long,))))

    assert text.replace(" ", "").count(long) == 1
    assert long not in text


def test_a_letter_without_a_logo_or_an_address_is_still_a_letter(memo):
    reader = read(replace(memo, letterhead=Letterhead("Ö kommun")))

    assert "Ö kommun" in words(reader)


def test_an_empty_part_leaves_no_heading_behind(memo):
    bare = replace(
        memo,
        summary=(),
        background=(" ",),
        motives=(),
        changes=(),
        assessment=(),
        attachments=(),
        sent_to=("",),
    )

    found = tags(read(bare))

    assert found.count("/H2") == 1
    assert "/Table" not in found


@pytest.mark.parametrize(
    "logo",
    [
        b"\x89PNG\r\n\x1a\n damaged",
        b"<svg damaged",
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" '
        b'viewBox="0 0 9 9"><image x:href="/etc/hostname" width="9" height="9"/></svg>',
    ],
)
def test_a_logo_that_cannot_be_drawn_or_reads_other_files_is_refused(memo, logo):
    with pytest.raises(ValueError, match="cannot be drawn"):
        render_pdf(replace(memo, letterhead=Letterhead("Sundåsa kommun", logo=logo)))
