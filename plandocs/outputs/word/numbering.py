"""Numbered and dashed lists with hanging marks; every numbered list starts at 1."""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

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
    number = 1 + max(
        (int(old.get(qn("w:abstractNumId"))) for old in numbering.findall(qn("w:abstractNum"))),
        default=0,
    )
    definition = _element("w:abstractNum", abstractNumId=number)
    definition.append(_element("w:multiLevelType", val="singleLevel"))
    definition.append(_level(number_format, mark, indent))
    first_list = numbering.find(qn("w:num"))
    if first_list is None:
        numbering.append(definition)
    else:
        first_list.addprevious(definition)
    return int(numbering.add_num(number).numId)


def _level(number_format: str, mark: str, indent: int) -> BaseOxmlElement:
    level = _element("w:lvl", ilvl=0)
    level.append(_element("w:start", val=1))
    level.append(_element("w:numFmt", val=number_format))
    level.append(_element("w:lvlText", val=mark))
    level.append(_element("w:lvlJc", val="left"))
    indents = OxmlElement("w:pPr")
    indents.append(_element("w:ind", left=indent + HANGING_TWIPS, hanging=HANGING_TWIPS))
    level.append(indents)
    return level


def _element(tag: str, **attributes: str | int) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element
