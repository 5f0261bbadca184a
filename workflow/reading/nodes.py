"""A text as a tree of blocks, each with what it says: what the reading templates print."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from html import unescape
from itertools import takewhile

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import Truncator

from plandocs.text.labels import GOAL, choices_of
from plandocs.text.schema import kind_of
from plandocs.vocabulary import BodyRole
from workflow.reading.goals import kinds_named_in
from workflow.reading.notes import Note
from workflow.reading.printed import Body, Words, language_of, words_in


@dataclass(slots=True)
class Node:
    """One block: what it is, where it stands, and what it says.

    ``fields`` are those of ``plandocs.blocks``, as a template prints them. ``level`` is the level
    of the block's own heading, and ``under`` the words of the heading it stands under. ``language``
    is set on the outermost block that is wholly untranslated; inside it nothing else is marked.
    """

    kind: str
    id: str
    level: int
    under: str = ""
    fields: dict[str, object] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    language: str = ""

    @property
    def anchor(self) -> str:
        return anchor_of(self.id)

    @property
    def template(self) -> str:
        return kind_of(self.kind).template

    @property
    def opens_part(self) -> bool:
        """Whether it has a heading that the table of contents names."""
        return bool(kind_of(self.kind).heading)

    @property
    def name(self) -> object:
        """The words of its heading, title or term; nothing where it has none."""
        return self.fields.get(kind_of(self.kind).called_by)

    @property
    def covers(self) -> frozenset[str]:
        """The ids of the blocks that an easy-to-read section retells."""
        found = self.fields.get("covers")
        return found if isinstance(found, frozenset) else frozenset()

    @property
    def label(self) -> str:
        """What the block is called in a list: its number, then its heading, title or term."""
        number = self.fields.get(kind_of(self.kind).number)
        return " ".join(str(words) for words in (number, self.name) if words)

    @property
    def short(self) -> str:
        """The label, or for a measure without a title its number and first words."""
        if self.name:
            return self.label
        words = unescape(strip_tags(str(self.fields.get("text") or ""))).strip()
        return " ".join(filter(None, [self.label, Truncator(words).words(14)]))

    @property
    def heading_language(self) -> str:
        """The language of the label, where it is not the page's."""
        return self.language or language_of(self.name)

    @property
    def short_language(self) -> str:
        """The language of ``short``, where it is not the page's."""
        return self.language or language_of(self.name or self.fields.get("text"))

    @property
    def subcontents(self) -> list["Node"]:
        """The parts under this one that the table of contents names: headings, not measures."""
        return [node for node in self.children if node.opens_part and node.label]

    @property
    def goal_label(self) -> str:
        """What kind of goal a goal is; nothing where the heading above has just said so."""
        kind = str(self.fields.get("kind") or "")
        return "" if kinds_named_in(self.under) == {kind} else choices_of(GOAL).get(kind, "")

    @property
    def opening(self) -> list["Node"]:
        """What stands directly under the block's own heading, before the next heading."""
        return list(takewhile(lambda node: not node.opens_part, self.children))

    @property
    def after_opening(self) -> list["Node"]:
        """What follows from the first heading below the block's own."""
        return self.children[len(self.opening) :]

    def bodies(self, role: BodyRole) -> list[Body]:
        """Return the bodies that have this part in a measure."""
        found = self.fields.get(role)
        return [body for body in found if isinstance(body, Body)] if isinstance(found, list) else []

    @property
    def is_partly_untranslated(self) -> bool:
        """Whether something of the block's own, but not all, is still in Swedish."""
        return not self.language and any(words.language for words in self.own_words() if words)

    def own_words(self) -> Iterator[Words]:
        """Every translatable text of this block, its children's not included."""
        for value in self.fields.values():
            yield from words_in(value)

    def walk(self) -> Iterator["Node"]:
        """This block and all blocks under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class Reading:
    """A whole text: its blocks, and its notes in the order they are met."""

    nodes: list[Node]
    notes: list[Note]

    def walk(self) -> Iterator[Node]:
        for node in self.nodes:
            yield from node.walk()

    @property
    def contents(self) -> list[Node]:
        return [node for node in self.nodes if node.opens_part and node.label]

    @cached_property
    def digest(self) -> str:
        """A name of all that is printed of the text: nothing that changes it leaves it alone.

        The fetched names, links and pictures are among it, so a page put together once may be kept
        under this name and the language of the screen, and is never another text than today's.
        """
        return sha256(repr((self.nodes, self.notes)).encode()).hexdigest()

    @property
    def measure_count(self) -> int:
        return sum(node.kind == "measure" for node in self.walk())


def anchor_of(block_id: object) -> str:
    """Return the address of a block on its page; an id must not begin with a digit."""
    return f"b-{block_id}"


def mark_untranslated(node: Node) -> None:
    """Move the mark of the language up to the outermost block that is wholly untranslated."""
    words = [word for part in node.walk() for word in part.own_words() if word]
    untranslated = [word for word in words if word.language]
    if not untranslated:
        return
    if len(untranslated) == len(words):
        node.language = settings.LANGUAGE_CODE
        for word in words:
            word.language = ""
        return
    for child in node.children:
        mark_untranslated(child)
