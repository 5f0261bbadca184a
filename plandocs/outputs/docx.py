"""A letter as a Word document: real headings and lists, so that it can be worked on further."""

import io
from collections.abc import Callable
from datetime import date, datetime

from docx import Document as new_word_document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.outputs.composing import compose
from plandocs.outputs.document import (
    Bullets,
    Document,
    Fact,
    Heading,
    Notice,
    Paragraph,
    Resolution,
    SignOff,
    Table,
    Tone,
)
from plandocs.outputs.letters import Letter, Letterhead, LogoFormat, logo_format
from plandocs.outputs.pictures import svg_to_png
from plandocs.outputs.typography import typeset
from plandocs.outputs.word import numbering, packing, styling

TEXT_WIDTH = Cm(15.2)
LOGO_HEIGHT = Cm(1.3)


def render_docx(letter: Letter) -> bytes:
    """Set ``letter`` as a Word document in Swedish. The same letter gives the same bytes."""
    document = compose(letter)
    with translation.override(document.language):
        word = _empty(document)
        _set_first_header(word.sections[0], document)
        _set_running_header(word.sections[0], document)
        _set_footer(word.sections[0], document)
        _set_body(word, document)
    return _saved(word)
