"""What changed in the fields of a block that hold no words, or hold more than words."""

from collections.abc import Iterator

from plandocs.text.compare.form import Form, FormChange
from plandocs.text.entries import Entry, entries_in
from plandocs.text.fields import Field, Holds
from plandocs.text.labels import GOAL
from plandocs.text.schema import kind_of
from plandocs.text.stored import Raw, filled

_PARTS = (Holds.STRUCT, Holds.LIST, Holds.BLOCKS)
_FORMS = {Holds.PICTURE: Form.PICTURE, Holds.TABLE: Form.HEADERS, Holds.POINTER: Form.COVERS}
_Values = dict[str, tuple[Field, list[object]]]  # what the fields of one path hold, by the path


def changes_of_values(kind: str, before: Raw, after: Raw) -> Iterator[FormChange]:
    """Yield what is another value than before, though no word tells so."""
    old, new = _values(kind, before), _values(kind, after)
    for path, (field, now) in new.items():
        was = old[path][1] if path in old else []
        if was != now and (len(was) == len(now) or field.holds is Holds.POINTER):
            yield _change(field, was, now)
    yield from _bodies(kind, before, after)


def _change(field: Field, was: list[object], now: list[object]) -> FormChange:
    if field.path == GOAL:
        return FormChange(Form.GOAL, "", str(was[0] or ""), str(now[0] or ""))
    if field.holds in _FORMS:
        return FormChange(_FORMS[field.holds])
    return FormChange(Form.VALUE, before=field.path, after=field.path)


def _values(kind: str, own: Raw) -> _Values:
    found: _Values = {}
    for entry in entries_in(kind_of(kind), own):
        if not (entry.field.holds.is_said or entry.field.holds in _PARTS or entry.field.named_by):
            found.setdefault(entry.field.path, (entry.field, []))[1].append(_value(entry))
    return found


def _value(entry: Entry) -> object:
    if entry.field.holds is Holds.TABLE and isinstance(entry.value, dict):  # how cells are set
        words = {field.name for field in entry.field.fields}
        return filled({key: said for key, said in entry.value.items() if key not in words})
    return filled(entry.value)


def _bodies(kind: str, before: Raw, after: Raw) -> Iterator[FormChange]:
    """Yield the printed names that stand for another row of the register than before."""
    now = _rows(kind, after)
    for name, row in _rows(kind, before).items():
        if now.get(name, row) != row:
            yield FormChange(Form.BODY, name, row, now[name])


def _rows(kind: str, own: Raw) -> dict[str, str]:
    named = (one for one in entries_in(kind_of(kind), own) if one.field.named_by)
    return {str(one.beside(one.field.named_by) or ""): str(one.value or "") for one in named}
