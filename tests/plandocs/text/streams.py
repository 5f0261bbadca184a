"""Raw streams in few words, for tests that need a text of their own."""

from uuid import NAMESPACE_URL, uuid5

from plandocs.models import PlanRevisionPage

DEFINITION = PlanRevisionPage._meta.get_field("body").stream_block


def block(kind, name, /, **value):
    """A stored block, with an id made from a name."""
    return {"type": kind, "id": id_of(name), "value": value}


def items(**values):
    """A stored list, its items by the names of their ids."""
    return [{"type": "item", "id": id_of(name), "value": value} for name, value in values.items()]


def id_of(name):
    return str(uuid5(NAMESPACE_URL, name))


def page_of(stream, **fields):
    """An edition with this text, not saved."""
    return PlanRevisionPage(title="Cykelplan", body=DEFINITION.to_python(stream), **fields)


def body(key, as_printed):
    """The value of a body in a measure."""
    return {"organisation": key, "as_printed": as_printed}


def table(*rows, **settings):
    """The value of a table block."""
    return {"data": [list(row) for row in rows], **settings}
