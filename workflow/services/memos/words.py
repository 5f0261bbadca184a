"""Plain words as a memo keeps them."""

from collections.abc import Sequence
from html import escape


def as_html(paragraphs: Sequence[str]) -> str:
    """Return plain paragraphs as rich text."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in paragraphs if line.strip())
