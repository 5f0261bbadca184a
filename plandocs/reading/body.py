"""Turn the stored blocks of a plan into the tree that the reading templates print.

The tree is made from the raw JSON, in one pass over the blocks and with a number of queries that
does not depend on how many there are: one each for bodies, images, page links and documents.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from html import unescape
from itertools import takewhile
from typing import Any

from django.conf import settings
from django.utils.html import conditional_escape, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from wagtail.images import get_image_model

from plandocs.coverage import covered_ids
from plandocs.models.organisation import Organisation
from plandocs.reading.coverage import Coverage
from plandocs.reading.goals import goal_kinds, kinds_named_in
from plandocs.reading.links import safe_texts
from plandocs.reading.notes import Note, NoteBook
from plandocs.reading.tables import Cell, table_rows

FIRST_LEVEL = 2  # the page's own title is h1
LAST_LEVEL = 6
RENDITION = "max-1600x1600"
CONTAINERS = {"section", "subsection", "subsubsection"}
NAMED = {*CONTAINERS, "focus_area", "easy_read"}
MEASURE_BODIES = ("lead", "responsible_as_printed", "collaborating", "co_responsible")
MEASURE_FACTS = ("level", "deadline", "indicators")


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


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in the size in which it is shown."""

    url: str
    width: int
    height: int


@dataclass(slots=True)
class Node:
    """One block: what it is, where it stands, and what it says.

    ``level`` is the heading level of the block's own heading, and ``under`` the words of the
    heading it stands under. ``language`` is set on the outermost block that is wholly untranslated;
    inside it nothing else is marked.
    """

    kind: str
    id: str
    level: int
    under: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    language: str = ""

    @property
    def anchor(self) -> str:
        """The block's address on the page."""
        return anchor_of(self.id)

    @property
    def template(self) -> str:
        """The template that prints this kind of block."""
        name = "section" if self.kind in CONTAINERS else self.kind
        return f"plandocs/blocks/{name}.html"

    @property
    def label(self) -> str:
        """What the block is called in a list: its number, then its heading, title or term."""
        name = next(
            (str(words) for key in ("heading", "title", "term") if (words := self.fields.get(key))),
            "",
        )
        return " ".join(filter(None, [str(self.fields.get("number") or ""), name]))

    @property
    def short(self) -> str:
        """The label, or for a measure without a title its number and first words."""
        if self.fields.get("title"):
            return self.label
        words = unescape(strip_tags(str(self.fields.get("text") or ""))).strip()
        return " ".join(filter(None, [self.label, Truncator(words).words(14)]))

    @property
    def heading_language(self) -> str:
        """The language of the label, where it is not the page's."""
        words = self.fields.get("heading") or self.fields.get("title")
        return self.language or (words.language if words else "")

    @property
    def short_language(self) -> str:
        """The language of ``short``, where it is not the page's."""
        words = self.fields.get("title") or self.fields.get("heading") or self.fields.get("text")
        return self.language or (words.language if words else "")

    @property
    def subcontents(self) -> list["Node"]:
        """The parts under this one that the table of contents names: headings, not measures."""
        return [node for node in self.children if node.kind in NAMED and node.label]

    @property
    def goal_label(self) -> str:
        """What kind of goal a goal is; nothing where the heading above has just said so."""
        kind = str(self.fields.get("goal") or "")
        return "" if kinds_named_in(self.under) == {kind} else goal_kinds().get(kind, "")

    @property
    def opening(self) -> list["Node"]:
        """What stands directly under the block's own heading, before the next heading."""
        return list(takewhile(lambda node: node.kind not in NAMED, self.children))

    @property
    def after_opening(self) -> list["Node"]:
        """What follows from the first heading below the block's own."""
        return self.children[len(self.opening) :]

    @property
    def has_facts(self) -> bool:
        """Whether a measure says more than its text: how, until when, seen by what."""
        return any(self.fields.get(name) for name in MEASURE_FACTS)

    @property
    def has_bodies(self) -> bool:
        """Whether a measure says who is to carry it out."""
        return any(self.fields.get(name) for name in MEASURE_BODIES)

    @property
    def is_partly_untranslated(self) -> bool:
        """Whether something of the block's own, but not all, is still in Swedish."""
        return not self.language and any(words.language for words in self.own_words() if words)

    def own_words(self) -> Iterator[Words]:
        """Every translatable text of this block, its children's not included."""
        for value in self.fields.values():
            yield from _words_in(value)

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
        """Every block, in reading order."""
        for node in self.nodes:
            yield from node.walk()

    @property
    def contents(self) -> list[Node]:
        """The blocks that the table of contents names at its first level."""
        return [node for node in self.nodes if node.kind in NAMED and node.label]

    @cached_property
    def digest(self) -> str:
        """A name of all that is printed of the text: nothing that changes it leaves it alone.

        The fetched names, links and pictures are among it, so a page put together once may be kept
        under this name and the language of the screen, and is never another text than today's.
        """
        return sha256(repr((self.nodes, self.notes)).encode()).hexdigest()

    @property
    def measure_count(self) -> int:
        """How many measures the text holds."""
        return sum(node.kind == "measure" for node in self.walk())


def anchor_of(block_id: object) -> str:
    """Return the address of a block on its page; an id must not begin with a digit."""
    return f"b-{block_id}"


def read_body(
    raw: Iterable[Mapping[str, Any]], *, coverage: Coverage | None = None, field_name: str = "body"
) -> Reading:
    """Return the text as a tree. ``raw`` is the StreamField's raw JSON (``page.body.raw_data``)."""
    blocks = [dict(block) for block in raw]
    reader = _Reader(coverage or Coverage())
    reader.gather(blocks)
    nodes = [reader.node(block, FIRST_LEVEL, field_name) for block in blocks]
    for node in nodes:
        mark_untranslated(node)
    return Reading(nodes=nodes, notes=reader.notebook.notes)


def mark_untranslated(node: Node) -> None:
    """Move the mark of the language up to the outermost block that is wholly untranslated."""
    words = [word for part in node.walk() for word in part.own_words() if word]
    if words and all(word.language for word in words):
        node.language = settings.LANGUAGE_CODE
        for word in words:
            word.language = ""
        return
    for child in node.children:
        mark_untranslated(child)


class _Reader:
    """One reading of one text: what was fetched for it, and the notes met so far."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.notebook = NoteBook()
        self.rich: dict[str, SafeString] = {}
        self.organisations: dict[int, Organisation] = {}
        self.images: dict[int, Any] = {}

    def gather(self, blocks: list[dict[str, Any]]) -> None:
        """Fetch at once everything that the blocks refer to."""
        sources: dict[str, str] = {}
        organisations: set[int] = set()
        images: set[int] = set()
        for block in _all_blocks(blocks):
            value = block["value"]
            for name in ("text", "intro", "preconditions"):
                if _is_rich(block["type"], name) and value.get(name):
                    sources[f"{block['id']}.{name}"] = value[name]
            if block["type"] == "image" and value.get("image"):
                images.add(value["image"])
            for role in ("lead", "collaborating", "co_responsible"):
                organisations.update(
                    item["organisation"]
                    for item in _items(value.get(role))
                    if item.get("organisation")
                )
        self.rich = safe_texts(sources)
        if organisations:
            self.organisations = Organisation.objects.in_bulk(organisations)
        if images:
            found = get_image_model().objects.filter(pk__in=images).prefetch_renditions(RENDITION)
            self.images = {image.pk: image for image in found}

    def node(self, block: Mapping[str, Any], level: int, path: str) -> Node:
        """Return the node of one block, with everything under it."""
        kind, block_id, value = block["type"], str(block.get("id") or ""), block["value"]
        path = f"{path}.{block_id}"
        node = Node(kind=kind, id=block_id, level=min(level, LAST_LEVEL))
        if kind == "measures":
            node.children = [
                self.node(
                    {"type": "measure", "id": item["id"], "value": item["value"]}, level, path
                )
                for item in value
            ]
            return node
        getattr(self, f"_fill_{kind}")(node, value, path)
        return node

    def words(self, value: Mapping[str, Any], name: str, path: str) -> Words:
        """Return a plain field, marked if it is still in Swedish."""
        return Words(str(value.get(name) or ""), self.language_of(f"{path}.{name}"))

    def rich_words(self, node: Node, name: str, path: str) -> Words:
        """Return a rich text field, marked if it is still in Swedish."""
        html = self.rich.get(f"{node.id}.{name}", SafeString(""))
        return Words(html, self.language_of(f"{path}.{name}"))

    def language_of(self, path: str) -> str:
        return "" if self.coverage.holds(path) else settings.LANGUAGE_CODE

    def _fill_container(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        node.fields["number"] = str(value.get("number") or "")
        node.fields["heading"] = self.words(value, "heading", path)
        node.children = [
            self.node(child, node.level + 1, f"{path}.content")
            for child in value.get("content") or []
        ]
        for child in node.children:
            child.under = str(node.fields["heading"])

    _fill_section = _fill_subsection = _fill_subsubsection = _fill_container

    def _fill_paragraph(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        text = self.rich_words(node, "text", path)
        text.text = self.notebook.anchor(text.text, self._notes(value, path))
        node.fields["text"] = text

    def _fill_definition(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        text = self.rich_words(node, "text", path)
        term_mark, rest = self.notebook.lift_from_start(text.text, self._notes(value, path))
        text.text = self.notebook.anchor(rest, self._notes(value, path))
        node.fields.update(term=self.words(value, "term", path), term_mark=term_mark, text=text)

    def _fill_goal(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        node.fields.update(goal=value.get("kind") or "", text=self.words(value, "text", path))

    def _fill_quote(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        node.fields.update(
            text=self.words(value, "text", path), source=self.words(value, "source", path)
        )

    def _fill_image(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        image = self.images.get(value.get("image") or 0)
        node.fields.update(
            picture=_picture_of(image) if image else None,
            alt=self.words(value, "alt", path),
            caption=self.words(value, "caption", path),
        )

    def _fill_table(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        rows = table_rows(
            value.get("table") or {},
            lambda text, place: Words(text, self.language_of(f"{path}.table.{place}")),
        )
        node.fields.update(caption=self.words(value, "caption", path), rows=rows)

    def _fill_easy_read(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        node.fields.update(
            heading=self.words(value, "heading", path),
            text=self.rich_words(node, "text", path),
            covers=frozenset(covered_ids([{"type": node.kind, "value": value}])),
        )

    def _fill_focus_area(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        node.fields.update(
            number=str(value.get("number") or ""),
            title=self.words(value, "title", path),
            intro=self.rich_words(node, "intro", path),
            lead_in=self.words(value, "lead_in", path),
            preconditions=self.rich_words(node, "preconditions", path),
        )
        node.children = [
            self.node(
                {"type": "measure", "id": item["id"], "value": item["value"]},
                node.level + 1,
                f"{path}.measures",
            )
            for item in value.get("measures") or []
        ]

    def _fill_measure(self, node: Node, value: Mapping[str, Any], path: str) -> None:
        node.fields.update(
            number=str(value.get("number") or ""),
            title=self.words(value, "title", path),
            text=self.rich_words(node, "text", path),
            lead=self._bodies(value, "lead"),
            collaborating=self._bodies(value, "collaborating"),
            co_responsible=self._bodies(value, "co_responsible"),
            responsible_as_printed=str(value.get("responsible_as_printed") or ""),
            level=self.words(value, "level", path),
            indicators=[
                {
                    "text": self.words(item["value"], "text", f"{path}.indicators.{item['id']}"),
                    "frequency": self.words(
                        item["value"], "frequency", f"{path}.indicators.{item['id']}"
                    ),
                }
                for item in value.get("indicators") or []
            ],
            deadline=str(value.get("deadline") or ""),
        )

    def _bodies(self, value: Mapping[str, Any], role: str) -> list[Body]:
        bodies = []
        for item in _items(value.get(role)):
            known = self.organisations.get(item.get("organisation") or 0)
            printed = str(item.get("as_printed") or "") or (known.name if known else "")
            differs = known is not None and known.name.casefold() != printed.casefold()
            bodies.append(
                Body(
                    name=printed,
                    registered_name=known.name if known and differs else "",
                    code=known.code if known else "",
                )
            )
        return bodies

    def _notes(self, value: Mapping[str, Any], path: str) -> list[Note]:
        return [
            Note(
                id=str(item["id"]),
                mark=str(item["value"].get("mark") or ""),
                text=str(item["value"].get("text") or ""),
                language=self.language_of(f"{path}.footnotes.{item['id']}.text"),
            )
            for item in value.get("footnotes") or []
        ]


def _picture_of(image: Any) -> Picture:
    rendition = image.get_rendition(RENDITION)
    return Picture(rendition.url, rendition.width, rendition.height)


def _is_rich(kind: str, name: str) -> bool:
    if name == "text":
        return kind in {"paragraph", "definition", "measure", "easy_read"}
    return kind == "focus_area"


def _items(values: Iterable[Any] | None) -> Iterator[Mapping[str, Any]]:
    """Return the values of a stored list, in the form with ids or the bare one."""
    for item in values or []:
        yield item["value"] if item.get("type") == "item" else item


def _all_blocks(blocks: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Return every block at any depth; a measure in a list counts as one."""
    for block in blocks:
        if block["type"] == "measures":
            yield from ({**item, "type": "measure"} for item in block["value"])
            continue
        yield block
        value = block["value"]
        yield from _all_blocks(value.get("content") or [])
        yield from ({**item, "type": "measure"} for item in value.get("measures") or [])


def _words_in(value: object) -> Iterator[Words]:
    match value:
        case Words():
            yield value
        case Cell():
            yield from _words_in(value.words)
        case dict():
            for part in value.values():
                yield from _words_in(part)
        case list():
            for part in value:
                yield from _words_in(part)
