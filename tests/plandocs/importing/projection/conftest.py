"""Blocks as a page stores them, written by hand."""

from itertools import count

import pytest

from plandocs.importing import structure_of
from plandocs.importing.imported import ImportedDocument

_ids = count()


def block(kind, **fields):
    return {"type": kind, "value": fields, "id": str(next(_ids))}


def items(*values):
    return [{"type": "item", "value": value, "id": str(next(_ids))} for value in values]


def section(heading, *content, kind="section"):
    return block(kind, number="", heading=heading, content=list(content))


def paragraph(html, **notes):
    tied = items(*({"mark": mark.strip("_"), "text": text} for mark, text in notes.items()))
    return block("paragraph", text=html, footnotes=tied)


def measure(html, *, lead=(), **fields):
    return {"text": html, "lead": items(*({"as_printed": name} for name in lead)), **fields}


def area(title, *measures, **fields):
    return block("focus_area", title=title, measures=items(*measures), **fields)


def told(*stream, **facts):
    """Return what is told of a stream about which nothing else is known."""
    return structure_of(list(stream), ImportedDocument(**{"title": "Plan", **facts}))


@pytest.fixture
def nothing():
    return told()
