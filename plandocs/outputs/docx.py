"""A letter as a Word document: real headings and lists, so that it can be worked on further."""

import docx
from django.utils import translation

from plandocs.outputs.composing import compose
from plandocs.outputs.letters import Letter
from plandocs.outputs.typography import typeset
from plandocs.outputs.word.body import set_block, set_facts
from plandocs.outputs.word.packing import describe, saved
from plandocs.outputs.word.page import set_page
from plandocs.outputs.word.styling import set_styles
from plandocs.outputs.word.text import write

WORD_LANGUAGE = {"sv": "sv-SE"}


def render_docx(letter: Letter) -> bytes:
    """Set ``letter`` as a Word document in Swedish.

    The same letter gives the same bytes; a damaged logo raises ValueError.
    """
    document = compose(letter)
    language = WORD_LANGUAGE[document.language]
    word = docx.Document()
    set_styles(word, language=language)
    describe(
        word,
        title=typeset(document.metadata_title),
        author=typeset(document.letterhead.municipality),
        language=language,
        day=document.date,
    )
    with translation.override(document.language):
        set_page(word.sections[0], document)
    set_facts(word, document.facts)
    write(word.add_paragraph(style="Heading 1"), document.title)
    for block in document.blocks:
        set_block(word, block)
    return saved(word)
