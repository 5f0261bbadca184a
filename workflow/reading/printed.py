"""What a field of a block is to the template that prints it: words, a body, a picture."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from workflow.reading.tables import Cell


@dataclass(slots=True)
class Words:
    """A piece of text, and the language it is in where that is not the page's."""

    text: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> SafeString:
        """Tell templates that a cleaned text may be printed as it is, and any other may not."""
        return conditional_escape(self.text)


@dataclass(slots=True)
class Body:
    """A body in a measure: its name as printed, and the name it has in the register."""

    name: str
    registered_name: str = ""
    code: str = ""
    fields: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in the size in which it is shown."""

    url: str
    width: int
    height: int


def language_of(words: object) -> str:
    """Return the language of words where it is not the page's."""
    return words.language if isinstance(words, Words) else ""


def words_in(value: object) -> Iterator[Words]:
    """Yield every piece of text in what a field is printed from."""
    match value:
        case Words():
            yield value
        case Cell():
            yield from words_in(value.words)
        case dict():
            for part in value.values():
                yield from words_in(part)
        case list():
            for part in value:
                yield from words_in(part)
