"""Turn the stored blocks of a plan into the tree that the reading templates print.

The tree is made from the raw JSON, in one pass over the blocks and with a number of queries that
does not depend on how many there are: one each for bodies, images, page links and documents.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings

from plandocs.text.coverage import covered_ids
from workflow.reading.coverage import Coverage
from workflow.reading.nodes import Body, Node, Reading, Words, mark_untranslated
from workflow.reading.notes import Note, NoteBook
from workflow.reading.referred import Referred, referred_in
from workflow.reading.tables import table_rows

FIRST_LEVEL = 2  # the page's own title is h1
LAST_LEVEL = 6


def read_body(
    raw: Iterable[Mapping[str, Any]], *, coverage: Coverage | None = None, field_name: str = "body"
) -> Reading:
    """Return the text as a tree. ``raw`` is the StreamField's raw JSON (``page.body.raw_data``)."""
    blocks = [dict(block) for block in raw]
    reader = _Reader(coverage or Coverage(), referred_in(blocks))
    nodes = [reader.node(block, FIRST_LEVEL, field_name) for block in blocks]
    for node in nodes:
        mark_untranslated(node)
    return Reading(nodes=nodes, notes=reader.notebook.notes)


class _Reader:
    """One reading of one text: what it refers to, and the notes met so far."""

    def __init__(self, coverage: Coverage, referred: Referred) -> None:
        self.coverage = coverage
        self.referred = referred
        self.notebook = NoteBook()

    def node(self, block: Mapping[str, Any], level: int, path: str) -> Node:
        """Return the node of one block, with everything under it."""
        kind, block_id, value = block["type"], str(block.get("id") or ""), block["value"]
        path = f"{path}.{block_id}"
        node = Node(kind=kind, id=block_id, level=min(level, LAST_LEVEL))
        if kind == "measures":
            node.children = self._measures(value, level, path)
        else:
            getattr(self, f"_fill_{kind}")(node, value, path)
        return node

    def words(self, value: Mapping[str, Any], name: str, path: str) -> Words:
        """Return a plain field, marked if it is still in Swedish."""
        return Words(str(value.get(name) or ""), self.language_of(f"{path}.{name}"))

    def rich_words(self, node: Node, name: str, path: str) -> Words:
        """Return a rich text field, marked if it is still in Swedish."""
        return Words(self.referred.html(node.id, name), self.language_of(f"{path}.{name}"))

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
        node.fields.update(
            picture=self.referred.picture(value.get("image")),
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
        node.children = self._measures(
            value.get("measures") or [], node.level + 1, f"{path}.measures"
        )

    def _measures(self, items: Iterable[Mapping[str, Any]], level: int, path: str) -> list[Node]:
        return [self.node({**item, "type": "measure"}, level, path) for item in items]

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
            known = self.referred.organisations.get(item.get("organisation") or 0)
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


def _items(values: Iterable[Any] | None) -> Iterator[Mapping[str, Any]]:
    """Return the values of a stored list, in the form with ids or the bare one."""
    for item in values or []:
        yield item["value"] if item.get("type") == "item" else item
