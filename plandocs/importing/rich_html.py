"""Running text as the HTML that a rich text block holds."""

from collections.abc import Iterable
from html import escape

from plandocs.importing.running_text import NoteMark, RichText, Span, TextList


def rich_html(parts: Iterable[RichText | TextList]) -> str:
    """Return lines as paragraphs, and lists as lists."""
    return "".join(
        f"<p>{_line(part)}</p>" if isinstance(part, RichText) else _list(part) for part in parts
    )


def _line(line: RichText) -> str:
    return "".join(
        f"<sup>{escape(part.mark)}</sup>" if isinstance(part, NoteMark) else _span(part)
        for part in line.parts
    )


def _span(span: Span) -> str:
    html = escape(span.text)
    if span.italic:
        html = f"<i>{html}</i>"
    if span.bold:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(span.href)}">{html}</a>' if span.href else html


def _list(printed: TextList) -> str:
    tag = "ol" if printed.ordered else "ul"
    items = "".join(f"<li>{_line(item.text)}{_list(item.inner)}</li>" for item in printed.items)
    return f"<{tag}>{items}</{tag}>" if items else ""
