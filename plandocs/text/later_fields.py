"""Fields that were declared after the first texts were adopted, and the sums of those texts."""

from plandocs.text.emptiness import says_something
from plandocs.text.schema import has_later_fields
from plandocs.text.walk import Raw, Stream, copied, walk


def without_empty_later_fields(stream: Stream) -> list[Raw]:
    """Return a stream in which a field that came later stands only where it says something.

    So a text says the same before and after a field is declared, and has the same sum.
    """
    if not has_later_fields():
        return list(stream)
    new = copied(stream)
    for block in walk(new):
        for place in block.places:
            if place.field.is_later and not says_something(place.value):
                place.leave_out()
    return list(new)
