"""Numbered and dashed lists with hanging marks; every numbered list starts at 1."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from plandocs.outputs.word.text import element

HANGING_TWIPS = 425  # 7.5 mm


def new_numbered_list(word: WordDocument, *, indent: int = 0) -> int:
    """Make a list "1.", "2.", …, ``indent`` twips into the line, and return its id."""
    return _new_list(word, number_format="decimal", mark="%1.", indent=indent)


def new_dashed_list(word: WordDocument) -> int:
    """Make a list with an en dash before each line and return its id."""
    return _new_list(word, number_format="bullet", mark="–", indent=0)


def put_in_list(paragraph: Paragraph, list_id: int) -> None:
    """Let ``paragraph`` be the next line of the list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id


def _new_list(word: WordDocument, *, number_format: str, mark: str, indent: int) -> int:
    numbering = word.part.numbering_part.element
    known = numbering.findall(qn("w:abstractNum"))
    number = 1 + max((int(old.get(qn("w:abstractNumId"))) for old in known), default=0)
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=number_format),
        element("lvlText", val=mark),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=indent + HANGING_TWIPS, hanging=HANGING_TWIPS)),
        ilvl=0,
    )
    single = element("multiLevelType", val="singleLevel")
    definition = element("abstractNum", single, level, abstractNumId=number)
    first_list = numbering.find(qn("w:num"))
    if first_list is None:
        numbering.append(definition)
    else:
        first_list.addprevious(definition)
    return int(numbering.add_num(number).numId)
