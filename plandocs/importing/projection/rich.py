"""Rich text as a block stores it, read into lines of words and marks of notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised sign: the mark of a note, where the text has a note with that mark."""

    sign: str


@dataclass(slots=True)
class Line:
    """A paragraph, or an item that is ``depth`` lists deep."""

    depth: int
    parts: list[str | Mark] = field(default_factory=list)

    @property
    def first(self) -> str | Mark:
        """What the line begins with."""
        return self.parts[0] if self.parts else ""

    @property
    def plain(self) -> str:
        """The words without marks, each run of blanks as one."""
        return " ".join("".join(part for part in self.parts if isinstance(part, str)).split())


def lines_of(html: str) -> list[Line]:
    """Return the lines of a rich text in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.lines


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """Return the words of the lines that stand in no list."""
    return [line.plain for line in lines if not line.depth]


def items(lines: Iterable[Line]) -> list[str]:
    """Return the words of the items of the outermost lists."""
    return [line.plain for line in lines if line.depth == 1]


def words(html: str) -> list[str]:
    """Return the words of the paragraphs and of the items of the outermost lists, in order."""
    return [line.plain for line in lines_of(html) if line.depth <= 1]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.depth = 0
        self.raised = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li"):
            self.lines.append(Line(self.depth))
        elif tag == "br":
            self.handle_data(" ")
        self.depth += tag in ("ul", "ol")
        self.raised = self.raised or tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in ("ul", "ol")
        self.raised = self.raised and tag != "sup"

    def handle_data(self, data: str) -> None:
        if self.lines:
            self.lines[-1].parts.append(Mark(data) if self.raised else data)
