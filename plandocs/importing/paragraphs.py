"""Printed lines and items as running text."""

from collections.abc import Iterable

from plandocs.importing.flat import Item, logical_lines
from plandocs.importing.inline import read_inline
from plandocs.importing.running_text import ListItem, RichText, TextList


def rich_lines(lines: Iterable[str]) -> tuple[RichText, ...]:
    """Return printed lines as running text, wrapped lines joined."""
    return tuple(text for line in logical_lines(list(lines)) if (text := read_inline(line)).parts)


def one_line(lines: list[str]) -> RichText:
    """Return printed lines as one."""
    return read_inline(" ".join(logical_lines(lines)))


def text_list(items: Iterable[Item]) -> TextList:
    """Return the items as a list of running text, numbered if any item is."""
    items = list(items)
    told = tuple(ListItem(one_line(item.lines), text_list(item.items)) for item in items)
    return TextList(told, ordered=any(item.number for item in items))
