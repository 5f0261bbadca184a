"""Two texts, block by block: what stands where, and what has changed.

Whatever differs between two texts in their canonical form (``plandocs.text.canonical``) is a change
here, whether it shows in the words or not.
"""

from plandocs.text.compare.changes import BlockChange, compare, compare_blocks
from plandocs.text.compare.form import Form, FormChange
from plandocs.text.compare.wording import form_in_words
from plandocs.text.text_blocks import TextBlock, blocks_of, blocks_of_stream, find_block
from plandocs.text.words import plain, words_of

__all__ = [
    "BlockChange",
    "Form",
    "FormChange",
    "TextBlock",
    "blocks_of",
    "blocks_of_stream",
    "compare",
    "compare_blocks",
    "find_block",
    "form_in_words",
    "plain",
    "words_of",
]
