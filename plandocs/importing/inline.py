"""Inline Markdown: bold, italic, links and footnote marks, and the running text made of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from plandocs.importing.flat import Item, logical_lines
from plandocs.importing.running_text import ListItem, NoteMark, RichText, Span, TextList

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TOKEN = re.compile(
    r"(?=[\\<\[!*_⁰¹²³⁴⁵⁶⁷⁸⁹])(?:"  # the signs any of these begins with: nothing else is tried
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!<>|])"
    r"|<sup>\s*\[?(?P<sup>[0-9]{1,4}|[a-zA-Z*]{1,2})\]?\s*</sup>"
    r"|\[\^(?P<caret>[^\]\s\x1f]{1,20})(?:\x1f(?P<note>\d+))?\]"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})"
    r"|(?P<image>!)?\[(?P<label>[^\[\]]{0,500})\]\((?P<target>[^()\s]{0,500})\)"
    r"|(?P<rule>\*{1,3}|_{1,3})"
    r"|(?P<tag></?(?:b|i|strong|em)>)"
    r"|(?P<br><br\s*/?>))",
    re.IGNORECASE,
)
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_TAGS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


@dataclass(slots=True)
class _Delimiter:
    sign: str
    opens: bool
    closes: bool
    literal: str
    works: bool = False


_Token = _Delimiter | Span | NoteMark


def mark_of(match: re.Match[str]) -> str:
    """Return the footnote mark that a pattern has found in one of the three ways to write it."""
    return match["caret"] or match["sup"] or (match["raised"] or "").translate(_SUPERSCRIPTS)


def tie_marks(source: str, note_of: Callable[[str], tuple[str, int] | None]) -> str:
    """Write into each footnote mark which note it stands for, so that ``read_inline`` keeps it.

    ``note_of`` returns for a mark how it is to be printed, and the place of its note.
    """

    def tie(match: re.Match[str]) -> str:
        mark = mark_of(match)
        note = note_of(mark) if mark else None
        return f"[^{note[0]}\x1f{note[1]}]" if note else match[0]

    return _TOKEN.sub(tie, source)


def read_inline(source: str) -> RichText:
    """Return the text with its styles. What is not well-formed Markdown is kept as it stands."""
    tokens = _tokens(source)
    _pair([token for token in tokens if isinstance(token, _Delimiter)])
    return RichText(tuple(_trimmed(list(_joined(_styled(tokens))))))


def _tokens(source: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for match in _TOKEN.finditer(source):
        tokens.append(Span(source[end : match.start()]))
        tokens.extend(_token(match))
        end = match.end()
    tokens.append(Span(source[end:]))
    return tokens


def _token(match: re.Match[str]) -> list[_Token]:
    if mark := mark_of(match):
        return [NoteMark(mark, int(match["note"]) if match["note"] else None)]
    if match["escape"]:
        return [Span(match["escape"][1])]
    if match["br"]:
        return [Span(" ")]
    if match["target"] is not None:
        href = match["target"] if _SAFE_LINK.fullmatch(match["target"]) else ""
        return [Span(match["label"], href="" if match["image"] else href)]
    return _delimiters(match)


def _delimiters(match: re.Match[str]) -> list[_Token]:
    if tag := match["tag"]:
        closing = tag.startswith("</")
        return [_Delimiter("tag" + _TAGS[tag.strip("</>").lower()], not closing, closing, tag)]
    run = match["rule"]
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    opens, closes = bool(after.strip()), bool(before.strip())
    if run[0] == "_":  # an underscore inside a word is part of the word
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    signs = [run[:2], run[:1]] if len(run) == 3 else [run]
    return [_Delimiter(sign, opens, closes, sign) for sign in signs]


def _pair(delimiters: list[_Delimiter]) -> None:
    waiting: dict[str, _Delimiter] = {}
    for delimiter in delimiters:
        partner = waiting.pop(delimiter.sign, None) if delimiter.closes else None
        if partner:
            partner.works = delimiter.works = True
        elif delimiter.opens:
            waiting[delimiter.sign] = delimiter


def _styled(tokens: list[_Token]) -> Iterator[Span | NoteMark]:
    on: set[str] = set()
    for token in tokens:
        if isinstance(token, NoteMark):
            yield token
        elif isinstance(token, _Delimiter) and token.works:
            on ^= {token.sign}
        else:
            bold = any(sign.endswith(("**", "__")) for sign in on)
            italic = bool(on & {"*", "_", "tag*"})
            href = token.href if isinstance(token, Span) else ""
            yield Span(token.text if isinstance(token, Span) else token.literal, bold, italic, href)


def _joined(parts: Iterable[Span | NoteMark]) -> Iterator[Span | NoteMark]:
    filled = (part for part in parts if isinstance(part, NoteMark) or part.text)
    for style, alike in groupby(filled, key=_style):
        if style is None:
            yield from alike
        else:
            yield Span("".join(part.text for part in alike if isinstance(part, Span)), *style)


def _style(part: Span | NoteMark) -> tuple[bool, bool, str] | None:
    return (part.bold, part.italic, part.href) if isinstance(part, Span) else None


def _trimmed(parts: list[Span | NoteMark]) -> Iterator[Span | NoteMark]:
    """Make every run of blanks one blank, and take away those at both ends."""
    for number, part in enumerate(parts):
        if isinstance(part, NoteMark):
            yield part
            continue
        text = re.sub(r"\s+", " ", part.text)
        text = text.lstrip() if number == 0 else text
        text = text.rstrip() if number == len(parts) - 1 else text
        if text:
            yield replace(part, text=text)


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
