"""The parts of a letter as Word knows them: headings, paragraphs, lists, tables."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length, Pt
from docx.table import _Cell, _Row

from plandocs.outputs import document as doc
from plandocs.outputs.word import styling
from plandocs.outputs.word.numbering import new_dashed_list, new_numbered_list, put_in_list
from plandocs.outputs.word.page import TEXT_WIDTH
from plandocs.outputs.word.text import write

LABEL_WIDTH = Cm(5.6)


def set_facts(word: WordDocument, facts: Sequence[doc.Fact]) -> None:
    """Label and value side by side with a tab: a table here would be a layout, not data."""
    for fact in facts:
        paragraph = word.add_paragraph(style=styling.FACT)
        layout = paragraph.paragraph_format
        layout.left_indent, layout.first_line_indent = LABEL_WIDTH, Length(-LABEL_WIDTH)
        layout.tab_stops.add_tab_stop(LABEL_WIDTH)
        write(paragraph, fact.label).font.color.rgb = styling.QUIET
        paragraph.add_run("\t")
        write(paragraph, fact.value, bold=True)
        if fact.more:
            paragraph.add_run(", ")
            write(paragraph, fact.more)


def set_block(word: WordDocument, block: doc.Block) -> None:
    """Add one part to the end of the document."""
    match block:
        case doc.Heading():
            write(word.add_paragraph(style=f"Heading {block.level}"), block.text)
        case doc.Paragraph():
            style = styling.QUIET_TEXT if block.tone is doc.Tone.QUIET else "Normal"
            write(word.add_paragraph(style=style), block.text)
        case doc.Resolution():
            _set_resolution(word, block)
        case doc.Bullets():
            _set_bullets(word, block)
        case doc.Table():
            _set_table(word, block)
        case doc.Notice():
            _set_notice(word, block)
        case doc.SignOff():
            _set_sign_off(word, block)


def _set_resolution(word: WordDocument, resolution: doc.Resolution) -> None:
    if resolution.lead_in:
        write(word.add_paragraph(style=styling.RESOLUTION), resolution.lead_in)
    if len(resolution.items) == 1:
        write(word.add_paragraph(style=styling.RESOLUTION), resolution.items[0])
        return
    numbered = new_numbered_list(word, indent=styling.FRAME_INDENT.twips)
    for item in resolution.items:
        paragraph = word.add_paragraph(style=styling.NUMBERED_RESOLUTION)
        put_in_list(paragraph, numbered)
        write(paragraph, item)


def _set_bullets(word: WordDocument, bullets: doc.Bullets) -> None:
    dashed = new_dashed_list(word)
    for item in bullets.items:
        paragraph = word.add_paragraph(style="List Bullet")
        put_in_list(paragraph, dashed)
        if item.lead:
            write(paragraph, item.lead, bold=True)
            paragraph.add_run(" ")
        write(paragraph, item.text)


def _set_table(word: WordDocument, table: doc.Table) -> None:
    drawn = word.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    drawn.alignment = WD_TABLE_ALIGNMENT.LEFT
    drawn.autofit = False
    styling.rule_table(drawn)
    styling.repeat_as_header(drawn)
    styling.keep_rows_whole(drawn)
    widths = _widths(table.columns)
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    header, *rows = drawn.rows
    for cell, column in zip(header.cells, table.columns, strict=True):
        _set_column_header(cell, column)
    for row, content in zip(rows, table.rows, strict=True):
        _set_row(row, content, table.columns, widths)
    if table.is_small:
        styling.keep_on_one_page(drawn)
    word.add_paragraph(style=styling.QUIET_TEXT)


def _widths(columns: Sequence[doc.Column]) -> list[Length]:
    shares = sum(column.width for column in columns)
    return [Length(TEXT_WIDTH * column.width // shares) for column in columns]


def _set_column_header(cell: _Cell, column: doc.Column) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = styling.CELL
    if column.numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(paragraph, column.header, bold=True).font.color.rgb = styling.ACCENT
    styling.rule_under(cell)


def _set_row(
    row: _Row, content: Sequence[doc.Cell], columns: Sequence[doc.Column], widths: Sequence[Length]
) -> None:
    for cell, lines, column, width in zip(row.cells, content, columns, widths, strict=True):
        cell.width = width
        _set_cell(cell, lines)
        if column.numeric:
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _set_cell(cell: _Cell, content: doc.Cell) -> None:
    for position, line in enumerate(content):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        paragraph.style = styling.CELL
        run = write(paragraph, line.text, bold=line.tone is doc.Tone.STRONG or None)
        if line.tone is doc.Tone.QUIET:
            run.font.color.rgb = styling.QUIET


def _set_notice(word: WordDocument, notice: doc.Notice) -> None:
    write(word.add_paragraph(style=styling.NOTICE), notice.title, bold=True)
    for text in notice.paragraphs:
        write(word.add_paragraph(style=styling.NOTICE), text)


def _set_sign_off(word: WordDocument, sign_off: doc.SignOff) -> None:
    first = word.add_paragraph(style=styling.FACT)
    first.paragraph_format.space_before = Pt(30)
    first.paragraph_format.keep_with_next = True
    if sign_off.caption:
        write(first, sign_off.caption).font.color.rgb = styling.QUIET
        first = word.add_paragraph(style=styling.FACT)
        first.paragraph_format.space_before = Pt(34)
    write(first, sign_off.name, bold=True)
    if sign_off.title:
        write(word.add_paragraph(style=styling.QUIET_TEXT), sign_off.title)
