"""Rich text of a page as the plain paragraphs that a letter is set from."""

from html.parser import HTMLParser


def paragraphs_of(html: str) -> tuple[str, ...]:
    """Return the paragraphs of ``html``; each point of a list is one, with its mark or number."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return tuple(reader.paragraphs)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._lists: list[int | None] = []
        self._mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self.end_paragraph()
            self._lists.append(0 if tag == "ol" else None)
        elif tag in ("p", "h2", "h3", "h4"):
            self.end_paragraph()
        elif tag == "li":
            self.end_paragraph()
            self._mark = self._next_mark()
        elif tag == "br":
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "h2", "h3", "h4"):
            self.end_paragraph()
        elif tag in ("ul", "ol"):
            self.end_paragraph()
            if self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def end_paragraph(self) -> None:
        """Keep what has been read as one paragraph, if it says anything."""
        lines = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._words.clear()
        if text:
            self.paragraphs.append(f"{self._mark}{text}")
            self._mark = ""

    def _next_mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "– "
        self._lists[-1] = number + 1
        return f"{number + 1}. "
