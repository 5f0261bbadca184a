"""Replacing a phrase in a text, exactly once, wherever in the blocks it stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from plandocs.text.fields import Holds
from plandocs.text.phrases import Span, escaped, replaced, spans_in, spans_in_html
from plandocs.text.walk import Block, Place, Stream, copied, walk


class PhraseNotOnce(Exception):
    """The phrase stands in the text some other number of times than once."""

    def __init__(self, times: int) -> None:
        super().__init__(f"found {times} times")
        self.times = times


@dataclass(frozen=True, slots=True)
class PrintedBody:
    """A body that goes by another printed name after the replacement."""

    place: Place
    name: str

    @property
    def was(self) -> str:
        """The name before."""
        return self.place.words

    def stand_for(self, organisation: int | None) -> None:
        """Let the name stand for another row of the register, or for none."""
        self.place.write_beside(self.place.field.prints, organisation)


@dataclass(frozen=True, slots=True)
class Replacement:
    """The raw stream after the replacement, and the bodies that it renamed."""

    stream: list[dict[str, object]]
    renamed: list[PrintedBody] = field(default_factory=list)


def replace_once(stream: Stream, find: str, replace: str) -> Replacement:
    """Return a copy of the raw stream in which ``find`` has become ``replace``.

    A body's printed name stands twice in a measure, in the printed line and in the list of
    bodies: that counts as one place and both are changed.

    Raises PhraseNotOnce.
    """
    new = copied(stream)
    found = [write for block in walk(new) for write in _writers(block, find)]
    if len(found) != 1:
        raise PhraseNotOnce(len(found))
    return Replacement(new, found[0](replace))


_Write = Callable[[str], list[PrintedBody]]
"""Puts other words where the phrase stands, and tells which bodies it renamed."""
_Found = tuple[Place, list[Span]]


def _writers(block: Block, find: str) -> Iterator[_Write]:
    """Yield a writer for each time that the phrase stands in the block."""
    tried = ((place, list(_spans_in(place, find))) for place in block.places if place.words)
    found = [(place, spans) for place, spans in tried if spans]
    printed = [one for one in found if _names_bodies(block, one[0])]
    for place, spans in found:
        if not _names_bodies(block, place):
            yield from (partial(_write, [(place, [span])]) for span in spans)
    in_line = sum(len(spans) for place, spans in printed if not place.field.prints)
    in_names = sum(len(spans) for place, spans in printed if place.field.prints)
    yield from [partial(_write, printed)] * max(in_line, in_names)


def _names_bodies(block: Block, place: Place) -> bool:
    """Whether this is one of the places where a block with a printed line names its bodies."""
    line = block.kind.line_of_bodies
    return line is not None and (place.field is line or bool(place.field.prints))


def _write(found: list[_Found], replace: str) -> list[PrintedBody]:
    renamed = []
    for place, spans in found:
        words = replaced(place.words, spans, escaped(replace) if _is_html(place) else replace)
        place.write(words)
        if place.field.prints:
            renamed.append(PrintedBody(place, words))
    return renamed


def _spans_in(place: Place, find: str) -> Iterator[Span]:
    return (spans_in_html if _is_html(place) else spans_in)(place.words, find)


def _is_html(place: Place) -> bool:
    """Rich text that holds no tag is read to the letter, as it was when it was written."""
    return place.field.holds is Holds.RICH and "<" in place.words
