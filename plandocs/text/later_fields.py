"""Fields that were declared after the first texts were adopted, and the sums of those texts."""

from plandocs.text.schema import has_later_fields
from plandocs.text.stored import Raw, Stream, copied, items_of
from plandocs.text.walk import walk


def without_empty_later_fields(stream: Stream) -> list[Raw]:
    """Return a stream in which a field that came later stands only where it says something.

    So a text says the same before and after a field is declared, and has the same sum.
    """
    if not has_later_fields():
        return list(stream)
    new = copied(stream)
    for block in walk(new):
        for entry in block.entries:
            if entry.field.is_later and not _says_something(entry.value):
                entry.leave_out()
    return list(new)


def _says_something(value: object) -> bool:
    """Whether there is anything but empty fields in a value; of items, in their own values."""
    if isinstance(value, dict):
        return any(map(_says_something, value.values()))
    if isinstance(value, list):
        return any(_says_something(item) for _id, item in items_of(value))
    return value not in (None, "", False)
