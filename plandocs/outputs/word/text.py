"""The one place where text enters a Word document."""

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from plandocs.outputs.typography import typeset


def write(paragraph: Paragraph, text: str, *, bold: bool | None = None) -> Run:
    """Add ``text``, made fit to be set, to the end of ``paragraph``."""
    run = paragraph.add_run(typeset(text))
    run.bold = bold
    return run
