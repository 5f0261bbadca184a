"""What a Word document is written with: text from people, and elements of its own."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from plandocs.outputs.typography import typeset


def write(paragraph: Paragraph, text: str, *, bold: bool | None = None) -> Run:
    """Add ``text``, made fit to be set, to the end of ``paragraph``. No text enters elsewhere."""
    run = paragraph.add_run(typeset(text))
    run.bold = bold
    return run


def element(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Make an element of WordprocessingML, all of whose names begin with ``w:``."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made
