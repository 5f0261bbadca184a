"""What each kind of block in a text holds, read from the definitions in ``plandocs.blocks``.

Whoever walks a text asks here what a field is; nobody else keeps a list of fields. What counts as
words is the same to all (``Holds.is_said``) but for four, whose stored values stay what they are:

- a fingerprint is of all that a block holds but ids and bodies: the key of a picture, a choice, how
  a table is set, which a reader of the words alone would not miss;
- the printed line of bodies is read only where it says more than their names, but is summed;
- a table's own caption is compared and replaced, but no translator is given it and no page prints
  it: the caption that is read stands beside the table;
- rich text without a single tag is replaced as it is stored, though its entities are read as signs.
"""

from dataclasses import replace
from functools import cache

from django.core.exceptions import ImproperlyConfigured
from wagtail import blocks

from plandocs.models.revision import PlanRevisionPage
from plandocs.text.definitions import Fields, kinds_in
from plandocs.text.fields import Field, Holds, Kind


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind of block that may stand in a text, by its name."""
    found: dict[str, Kind] = {}
    for kind in kinds_in(PlanRevisionPage._meta.get_field("body").stream_block):
        if type(found.setdefault(kind.name, kind).block) is not type(kind.block):
            raise ImproperlyConfigured(f"Blocks of two classes are called {kind.name}.")
    return found


@cache
def kind_of(name: str) -> Kind:
    """Return the kind of block of this name; of a name unknown here one that only has words.

    That is what the parts of a text outside its body are, such as its title.
    """
    words = blocks.TextBlock()
    unknown = Kind(name, words, (Field("text", f"{name}.text", Holds.WORDS, words),))
    return kinds().get(name, unknown)


def fields_of(name: str, **given: object) -> dict[str, object]:
    """Return what is stored of a block of this kind: what is given, all else empty."""
    lists = (Holds.LIST, Holds.BLOCKS)
    return {f.name: [] if f.holds in lists else "" for f in kind_of(name).fields} | given


@cache
def has_later_fields() -> bool:
    """Whether any field has been declared since the first sums of texts were kept."""
    return any(_is_or_has_later(field) for kind in kinds().values() for field in kind.fields)


@cache
def kind_with_only(name: str, holds: frozenset[Holds]) -> Kind:
    """Return a kind of block as if it had no other fields than those that hold such things."""
    kind = kind_of(name)
    return replace(kind, fields=_only(kind.fields, holds))


def read_anew() -> None:
    """Forget what was read of the definitions, for whoever changes them."""
    for known in (kinds, kind_of, has_later_fields, kind_with_only):
        known.cache_clear()


def _only(fields: Fields, holds: frozenset[Holds]) -> Fields:
    pruned = (replace(field, fields=_only(field.fields, holds)) for field in fields)
    return tuple(field for field in pruned if field.fields or field.holds in holds)


def _is_or_has_later(field: Field) -> bool:
    return field.is_later or any(map(_is_or_has_later, field.fields))
