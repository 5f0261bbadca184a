"""The look of a letter in Word: typefaces, headings, frames, tables, all as named styles."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

from plandocs.outputs.word.text import element

TYPEFACE = "Calibri"
INK = RGBColor(0x1B, 0x26, 0x2C)
ACCENT = RGBColor(0x1D, 0x4F, 0x5C)
QUIET = RGBColor(0x52, 0x61, 0x6A)
TINT = RGBColor(0xEF, 0xF4, 0xF4)
ALERT = RGBColor(0x8A, 0x5A, 0x00)
ALERT_TINT = RGBColor(0xFB, 0xF4, 0xE6)
HAIRLINE = RGBColor(0xC3, 0xCE, 0xD2)
FLUSH = Length(0)
FRAME_INDENT = Cm(0.5)

RESOLUTION = "Letter Resolution"
NUMBERED_RESOLUTION = "Letter Resolution Numbered"
NOTICE = "Letter Notice"
FACT = "Letter Fact"
QUIET_TEXT = "Letter Quiet"
CELL = "Letter Cell"
SENDER = "Letter Sender"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks; sizes and distances in points, ``line`` in lines."""

    size: float
    color: RGBColor = INK
    bold: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0


def set_styles(word: WordDocument, *, language: str) -> None:
    """Give the library's template our own look and the language of the record."""
    _set_default_language(word, language)
    framed = Look(size=11, after=10, line=1.12)
    _set_paragraph(word, "Normal", Look(size=11, after=7, line=1.15))
    _set_paragraph(word, "Heading 1", Look(size=20, color=ACCENT, bold=True, before=20, after=14))
    _set_paragraph(word, "Heading 2", Look(size=13, color=ACCENT, bold=True, before=18, after=6))
    _set_paragraph(word, "Heading 3", Look(size=11, bold=True, before=10, after=4))
    _drop_tab_stops(_set_paragraph(word, "Header", Look(size=9, color=QUIET)))
    _drop_tab_stops(_set_paragraph(word, "Footer", Look(size=8.5, color=QUIET)))
    _framed(_new_paragraph(word, RESOLUTION, framed), ACCENT, TINT)
    numbered = _new_paragraph(word, NUMBERED_RESOLUTION, framed)
    _framed(numbered, ACCENT, TINT, hanging=Cm(0.75))
    _framed(_new_paragraph(word, NOTICE, framed), ALERT, ALERT_TINT)
    _new_paragraph(word, FACT, Look(size=10.5))
    _new_paragraph(word, QUIET_TEXT, Look(size=9.5, color=QUIET))
    _new_paragraph(word, CELL, Look(size=10, after=2, line=1.05))
    _new_paragraph(word, SENDER, Look(size=14, color=ACCENT, bold=True))


def rule_table(table: Table) -> None:
    """Thin lines between the rows and a firmer one under the header, none at the sides."""
    borders = element(
        "tblBorders",
        _border("top", ACCENT, eighths=8),
        _border("bottom", HAIRLINE, eighths=4),
        _border("insideH", HAIRLINE, eighths=4),
    )
    sides = {"top": 60, "left": 0, "bottom": 60, "right": 140}
    margins = (element(side, w=twips, type="dxa") for side, twips in sides.items())
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))  # the schema wants this order
    layout.addprevious(borders)
    layout.addnext(element("tblCellMar", *margins))


def rule_under(cell: _Cell) -> None:
    """The line under a header cell."""
    line = _border("bottom", ACCENT, eighths=6)
    cell._tc.get_or_add_tcPr().append(element("tcBorders", line))


def repeat_as_header(table: Table) -> None:
    """Print the first row on every page, and tell screen readers that it is the header."""
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_rows_whole(table: Table) -> None:
    """Break pages between rows, not inside them."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))


def keep_on_one_page(table: Table) -> None:
    """Keep a small table whole, as the two lines of a vote."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _set_default_language(word: WordDocument, language: str) -> None:
    """Both the default of every style and the theme's: Word reads them in that order."""
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    found = defaults.find(qn("w:lang"))
    if found is None:
        found = element("lang")
        defaults.append(found)
    found.set(qn("w:val"), language)
    theme = word.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)


def _new_paragraph(word: WordDocument, name: str, look: Look) -> ParagraphStyle:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    return _set_paragraph(word, name, look)


def _set_paragraph(word: WordDocument, name: str, look: Look) -> ParagraphStyle:
    style = word.styles[name]
    font = style.font
    font.name, font.size, font.bold, font.italic = TYPEFACE, Pt(look.size), look.bold, False
    font.color.rgb = look.color
    _use_typeface_everywhere(style.element.get_or_add_rPr())
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing = look.line
    layout.widow_control = True
    return style


def _use_typeface_everywhere(properties: BaseOxmlElement) -> None:
    """Theme fonts of the template would win over a plain font name."""
    fonts = properties.find(qn("w:rFonts"))
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), TYPEFACE)


def _drop_tab_stops(style: ParagraphStyle) -> None:
    """The template's stops suit another paper."""
    properties = style.element.get_or_add_pPr()
    tabs = properties.find(qn("w:tabs"))
    if tabs is not None:
        properties.remove(tabs)


def _framed(
    style: ParagraphStyle, color: RGBColor, tint: RGBColor, *, hanging: Length = FLUSH
) -> None:
    """A tinted ground with a line to the left. Word sets the line at the hanging mark."""
    borders = element(
        "pBdr",
        _border("top", tint, eighths=4, space=6),
        _border("left", color, eighths=20, space=10),
        _border("bottom", tint, eighths=4, space=6),
    )
    spacing = style.element.get_or_add_pPr().find(qn("w:spacing"))
    spacing.addprevious(borders)
    spacing.addprevious(element("shd", val="clear", color="auto", fill=tint))
    spacing.addnext(element("contextualSpacing"))
    style.paragraph_format.left_indent = Length(FRAME_INDENT + hanging)
    style.paragraph_format.first_line_indent = Length(-hanging)
    style.paragraph_format.right_indent = Cm(0.3)


def _border(side: str, color: RGBColor, *, eighths: int, space: int = 0) -> BaseOxmlElement:
    """A line, ``eighths`` of a point thick and ``space`` points from the text."""
    return element(side, val="single", sz=eighths, space=space, color=color)
