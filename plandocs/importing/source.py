"""Reading a file into text: what is no text is refused, and HTML is taken away."""

import re
import unicodedata
from os import PathLike
from pathlib import Path

from django.utils.translation import gettext as _

MAX_BYTES = 5 * 1024 * 1024
"""A plan of a thousand pages is about two megabytes of text."""

_FORMATS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word/OpenDocument",
    b"\xd0\xcf\x11\xe0": "Word",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}
_HTML = re.compile(rb"\s*(?:<!doctype\s+html|<html)\b", re.IGNORECASE)
_OTHER_UNICODE = (b"\xff\xfe", b"\xfe\xff")
_UTF16_SAMPLE = 1000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_PAGE_BREAK = "\n\n\n"


class UnreadableDocument(Exception):
    """The file is no text this program can read. The message is written for whoever chose it.

    ``code`` is stable and English: ``document_not_found``, ``document_empty``,
    ``document_not_text``, ``document_not_utf8`` or ``document_too_large``.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


def read_text(source: str | PathLike[str] | bytes) -> str:
    """Return the text of a file or of bytes already at hand.

    Line ends become ``\\n`` and page breaks empty lines. Never reads more than ``MAX_BYTES``.

    Raises UnreadableDocument when the file is missing, empty, too large, binary or not UTF-8.
    """
    data = source if isinstance(source, bytes) else _read_file(Path(source))
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            _("The file is larger than %(limit)d MB. Remove images and appendices, and try again.")
            % {"limit": MAX_BYTES // 1024 // 1024},
            code="document_too_large",
        )
    _refuse_binary(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8() from error
    return clean(text)


def clean(text: str) -> str:
    """Return text with uniform line ends, one sign to a letter, and none that cannot be stored.

    Raises UnreadableDocument when nothing is left to read.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\f", _PAGE_BREAK).replace("\v", "\n")
    text = text.translate({ord(sign): None for sign in set(text) if _is_unprintable(sign)})
    if not any(sign.isalnum() for sign in text):
        raise UnreadableDocument(
            _("The file holds no text. Choose the file with the text of the document."),
            code="document_empty",
        )
    return unicodedata.normalize("NFC", text)


def _is_unprintable(sign: str) -> bool:
    unseen = unicodedata.category(sign) in {"Cc", "Cs", "Cn"} or sign in "\ufeff\u00ad\u200b"
    return unseen and sign not in "\n\t"


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableDocument(
            _("There is no file “%(path)s” that can be read. Check the name and its permissions.")
            % {"path": path},
            code="document_not_found",
        ) from error


def _refuse_binary(data: bytes) -> None:
    for signature, name in _FORMATS.items():
        if data.startswith(signature):
            raise _of_format(name)
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise _of_format("HTML")
    if data.startswith(_OTHER_UNICODE) or _is_utf16(data[:_UTF16_SAMPLE]):
        raise _not_utf8()
    if len(_CONTROL.findall(data)) > len(data) // 1000:
        raise UnreadableDocument(
            _("The file is not text. Save the document as text or Markdown and choose that file."),
            code="document_not_text",
        )


def _is_utf16(start: bytes) -> bool:
    """Whether every other byte is empty in most places, as in Swedish text of two bytes a sign."""
    half = len(start) // 2
    empty = max(start[first::2].count(0) for first in (0, 1))
    return empty > half * 0.8 and start.count(0) < half * 1.2


def _of_format(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        _("This is a %(format)s file, not text. Save it as text or Markdown first.")
        % {"format": name},
        code="document_not_text",
    )


def _not_utf8() -> UnreadableDocument:
    return UnreadableDocument(
        _("The text is not in UTF-8, so å, ä and ö cannot be read. Save it again as UTF-8."),
        code="document_not_utf8",
    )


_OPENS = re.compile(r"<!--|<(?P<tag>script|style|iframe|object|template)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|address|article|aside|button|caption|center|code|col|colgroup|dd|del|details|div|dl"
    r"|dt|figcaption|figure|font|footer|form|h[1-6]|header|hr|iframe|img|input|ins|li|link|main"
    r"|mark|meta|nav|object|ol|p|pre|s|script|section|small|span|strike|style|sub|summary|svg"
    r"|table|tbody|td|template|tfoot|th|thead|tr|u|ul)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)


def without_html(text: str) -> str:
    """Return the text without HTML; the tags for style and footnote marks, which are read, stay.

    A script, and what is commented out, goes with all that it holds.
    """
    return _TAG.sub("", _without_unseen(text))


def _without_unseen(text: str) -> str:
    kept, end = [], 0
    never_ending = set()
    for match in _OPENS.finditer(text):
        kind = (match["tag"] or "").lower()
        if match.start() < end or kind in never_ending:
            continue
        ending = re.compile(rf"</{kind}\s*>" if kind else "-->", re.IGNORECASE)
        closing = ending.search(text, match.end())
        if closing is None:
            never_ending.add(kind)
        else:
            kept.append(text[end : match.start()])
            end = closing.end()
    return "".join([*kept, text[end:]])
