"""Taking away the HTML that may stand in Markdown, so that nobody has to read it on a page."""

import re

_OPENS = re.compile(r"<!--|<(?P<tag>script|style|iframe|object|template)\b", re.IGNORECASE)
_COMMENT_ENDS = re.compile("-->")
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
        closing = _ending(kind).search(text, match.end())
        if closing is None:
            never_ending.add(kind)
        else:
            kept.append(text[end : match.start()])
            end = closing.end()
    return "".join([*kept, text[end:]])


def _ending(kind: str) -> re.Pattern[str]:
    return re.compile(rf"</{kind}\s*>", re.IGNORECASE) if kind else _COMMENT_ENDS
