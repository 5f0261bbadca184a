"""What a memo says, as plain words and as the memo keeps them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from plandocs.models import TjansteskrivelsePage


@dataclass(frozen=True, slots=True)
class MemoWords:
    """The words of a memo as plain text, one paragraph a line; ``attachments`` by their titles.

    A ``background`` of None is written from the recorded facts.
    """

    proposal: Sequence[str]
    background: str | None = None
    summary: str = ""
    assessment: str = ""
    attachments: Sequence[str] = ()


def as_html(paragraphs: Iterable[str]) -> str:
    """Return plain paragraphs as rich text."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in paragraphs if line.strip())


def says(memo: TjansteskrivelsePage, words: MemoWords) -> bool:
    """Whether a memo holds these very words."""
    texts = (words.background or "", words.summary, words.assessment)
    return (
        memo.proposals == list(words.proposal)
        and (memo.background, memo.summary, memo.assessment)
        == tuple(as_html(text.split("\n")) for text in texts)
        and [attachment.title for attachment in memo.attachments.all()] == list(words.attachments)
    )
