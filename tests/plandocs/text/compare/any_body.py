"""Any body of a plan that the block definitions allow, and any one change of it."""

import copy
import json
from html import escape
from uuid import NAMESPACE_URL, uuid5

from hypothesis import strategies as st
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from plandocs.blocks import PlanBodyBlock

WORDS = ("Cykel", "väg", "1", "<Väg>", "‹ny›", "a & b", "2028–2030", "")
ADDRESSES = ("https://a.example/", "https://b.example/", "mailto:x@a.example")
KEYS = (None, 1, 2)  # of rows that the test makes
LARGEST = 3

ids = st.uuids().map(str)
plain = st.sampled_from(WORDS) | st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)


@st.composite
def inline(draw):
    words = escape(draw(plain.filter(bool)), quote=False)
    match draw(st.sampled_from(["", "b", "i", "sup", "a", "page", "b+a"])):
        case "":
            return words
        case "a":
            return f'<a href="{draw(st.sampled_from(ADDRESSES))}">{words}</a>'
        case "page":
            return f'<a linktype="page" id="{draw(st.sampled_from([1, 2]))}">{words}</a>'
        case "b+a":
            return f'<b><a href="{draw(st.sampled_from(ADDRESSES))}">{words}</a></b>'
        case tag:
            return f"<{tag}>{words}</{tag}>"


lines = st.lists(inline(), min_size=1, max_size=2).map("".join)
items = st.lists(lines, min_size=1, max_size=2)


def list_of(tag):
    return items.map(
        lambda lines: f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"
    )


pieces = st.builds("<p>{}</p>".format, lines) | list_of("ul") | list_of("ol")
rich = st.lists(pieces, max_size=2).map("".join)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 2))
    row = st.lists(plain, min_size=columns, max_size=columns)
    choice = draw(st.sampled_from(["row", "column", "both", "neither"]))
    return {
        "data": draw(st.lists(row, min_size=1, max_size=2)),
        "first_row_is_table_header": choice in ("row", "both"),
        "first_col_is_header": choice in ("column", "both"),
        "table_header_choice": choice,
        "table_caption": draw(plain),
        "cell": [],
        "mergeCells": draw(
            st.sampled_from([[], [{"row": 0, "col": 0, "rowspan": 1, "colspan": 2}]])
        ),
    }


def values_of(block):
    """Any raw value of a block."""
    match block:
        case TableBlock():
            return tables()
        case blocks.ChoiceBlock():
            return st.sampled_from([key for key, _label in block.field.choices if key])
        case ImageChooserBlock() | SnippetChooserBlock():
            return st.sampled_from(KEYS)
        case blocks.RichTextBlock():
            return rich
        case blocks.FieldBlock():
            return plain
        case blocks.ListBlock():
            return st.lists(
                st.fixed_dictionaries(
                    {"type": st.just("item"), "id": ids, "value": values_of(block.child_block)}
                ),
                max_size=2,
            )
        case blocks.StructBlock():
            return st.fixed_dictionaries(
                {name: values_of(child) for name, child in block.child_blocks.items()}
            )
        case blocks.StreamBlock():
            return st.lists(
                st.one_of(
                    st.fixed_dictionaries(
                        {"type": st.just(name), "id": ids, "value": values_of(child)}
                    )
                    for name, child in block.child_blocks.items()
                ),
                max_size=LARGEST,
            )
    raise NotImplementedError(block)


BODY = PlanBodyBlock()
bodies = values_of(BODY)


def filled(block, path="body"):
    """A raw value of a block in which every field has a value and every list one item."""
    match block:
        case TableBlock():
            return {
                "data": [["År"], ["2026"]],
                "first_row_is_table_header": True,
                "first_col_is_header": False,
                "table_header_choice": "row",
                "table_caption": "Tabell",
            }
        case blocks.ChoiceBlock():
            return "vision"
        case ImageChooserBlock() | SnippetChooserBlock():
            return 1
        case blocks.RichTextBlock():
            return '<p>Se <a href="https://a.example/">räkningen</a>.</p>'
        case blocks.FieldBlock():
            return f"Ord i {path}"
        case blocks.ListBlock():
            inner = filled(block.child_block, f"{path}/item")
            return [{"type": "item", "id": _id_at(path), "value": inner}]
        case blocks.StructBlock():
            return {name: filled(b, f"{path}/{name}") for name, b in block.child_blocks.items()}
        case blocks.StreamBlock():
            return [
                {"type": name, "id": _id_at(f"{path}/{name}"), "value": filled(b, f"{path}/{name}")}
                for name, b in block.child_blocks.items()
            ]
    raise NotImplementedError(block)


def _id_at(path):
    return str(uuid5(NAMESPACE_URL, path))


def leaves_of(body):
    """The names of the fields that hold a word, a number, a choice: of every block, in order."""
    return [str(key) for _holder, key in _leaves(body)]


def with_leaf_changed(body, number):
    """The same body with one of its leaves changed."""
    body = copy.deepcopy(body)
    holder, key = _leaves(body)[number]
    match holder[key]:
        case bool(was):
            holder[key] = not was
        case int(was):
            holder[key] = was + 1
        case "vision":
            holder[key] = "purpose"
        case str(was) if was.startswith("<p>"):
            holder[key] = was.replace("a.example", "b.example")
        case was:
            holder[key] = f"{was} <nytt>"
    return body


def _holders(value):
    """Every dict and list in a raw body, with the definition-free path that leads to it."""
    yield value
    children = value.values() if isinstance(value, dict) else value
    for child in children:
        if isinstance(child, dict | list):
            yield from _holders(child)


def _leaves(body):
    """Every place of a raw body that holds a string, a number or nothing, ids left out."""
    return [
        (holder, key)
        for holder in _holders(body)
        for key in (holder if isinstance(holder, dict) else range(len(holder)))
        if not isinstance(holder[key], dict | list) and key not in ("id", "type")
    ]


def _others(value, key, draw):
    """Another value for the same place."""
    if isinstance(value, bool):
        return not value
    if key in ("organisation", "image"):
        return draw(st.sampled_from(KEYS))
    if key == "kind":
        return draw(st.sampled_from(["vision", "main_goal", "purpose", "direction"]))
    if not isinstance(value, str):
        return value
    may_be_rich = key in ("text", "intro", "preconditions") and (not value or "<" in value)
    return draw(rich if may_be_rich else plain)


def _lists(body):
    return [holder for holder in _holders(body) if isinstance(holder, list) and holder]


@st.composite
def changed(draw, body):
    """The same body with one thing changed, moved, taken out or given a new id."""
    body = copy.deepcopy(body)
    acts = ["leaf"] * 4 * bool(_leaves(body)) + ["move", "drop", "id"] * bool(_lists(body))
    match draw(st.sampled_from(acts or ["nothing"])):
        case "leaf":
            holder, key = draw(st.sampled_from(_leaves(body)))
            holder[key] = _others(holder[key], key, draw)
        case "move":
            siblings = draw(st.sampled_from(_lists(body)))
            siblings.append(siblings.pop(0))
        case "drop":
            siblings = draw(st.sampled_from(_lists(body)))
            siblings.pop(draw(st.integers(0, len(siblings) - 1)))
        case "id":
            item = draw(st.sampled_from(draw(st.sampled_from(_lists(body)))))
            if isinstance(item, dict) and "id" in item:
                item["id"] = draw(ids)
    return json.loads(json.dumps(body))


pairs = bodies.flatmap(lambda body: st.tuples(st.just(body), changed(body) | bodies))
