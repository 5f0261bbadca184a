"""The page of a letter in Word: paper, letterhead, running head, page numbers, address."""

import io
from collections.abc import Sequence

from django.utils.translation import gettext as _
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section, _Header
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from plandocs.outputs.document import Document, Fact
from plandocs.outputs.letters import Letterhead
from plandocs.outputs.pictures import as_png
from plandocs.outputs.typography import NO_BREAK_SPACE
from plandocs.outputs.word import styling
from plandocs.outputs.word.text import element, write

TEXT_WIDTH = Cm(15.2)
LOGO_HEIGHT = Cm(1.2)


def set_page(section: Section, document: Document) -> None:
    """A4; the letterhead heads the first page, a line of text the others."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.8)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.6)
    section.header_distance, section.footer_distance = Cm(1.4), Cm(1.1)
    section.different_first_page_header_footer = True
    _set_letterhead(section.first_page_header, document)
    running = section.header.paragraphs[0]
    write(running, f"{document.letterhead.municipality} · {document.running_head}")
    _add_page_number(running)
    _set_contact(section.first_page_footer.paragraphs[0], document.contact)


def _set_letterhead(header: _Header, document: Document) -> None:
    _add_page_number(header.paragraphs[0])
    sender = header.add_paragraph(style=styling.SENDER)
    _add_logo(sender, document.letterhead)
    write(sender, document.letterhead.municipality)
    _tab_to_the_right(sender)
    sender.add_run("\t")
    write(sender, document.kind, bold=False)
    if document.letterhead.department:
        write(header.add_paragraph(style=styling.QUIET_TEXT), document.letterhead.department)
    header.add_paragraph(style=styling.QUIET_TEXT)


def _add_logo(paragraph: Paragraph, letterhead: Letterhead) -> None:
    if letterhead.logo is None:
        return
    png = io.BytesIO(as_png(letterhead.logo))
    picture = paragraph.add_run().add_picture(png, height=LOGO_HEIGHT)
    for side in ("distT", "distB", "distL", "distR"):
        picture._inline.set(side, "0")
    said = _("Logotype of %(municipality)s") % {"municipality": letterhead.municipality}
    picture._inline.docPr.set("descr", said)
    paragraph.add_run("  ")


def _add_page_number(paragraph: Paragraph) -> None:
    _tab_to_the_right(paragraph)
    paragraph.add_run(f"\t{_('Page')} ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" (")
    _add_field(paragraph, "NUMPAGES")
    paragraph.add_run(")")


def _tab_to_the_right(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _add_field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out; until it has, a 1 stands there."""
    number = element("t")
    number.text = "1"
    paragraph._p.append(element("fldSimple", element("r", number), instr=code))


def _set_contact(paragraph: Paragraph, contact: Sequence[Fact]) -> None:
    for position, fact in enumerate(contact):
        if position:
            paragraph.add_run("   ·   ")
        write(paragraph, fact.label, bold=True)
        paragraph.add_run(NO_BREAK_SPACE)
        write(paragraph, fact.value.replace("\n", ", "))
