"""What differs between two wordings of a block besides the words themselves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from plandocs.text.compare.runs import Marks, Run, runs_of, text_of
from plandocs.text.compare.shared import Shared, shared
from plandocs.text.compare.sums import filled

_ROLES = ("lead", "collaborating", "co_responsible")
_WORDS_OF_A_TABLE = ("data", "table_caption")
_SET = {"b": "bold", "i": "italic", "sup": "raised"}


class Form(StrEnum):
    """What may change though the words do not; the value is stored with a marked change."""

    LINK = "link"
    BOLD = "bold"
    ITALIC = "italic"
    RAISED = "raised"
    SETTING = "setting"
    LIST = "list"
    FIELD = "field"
    CELL = "cell"
    HEADERS = "headers"
    PICTURE = "picture"
    BODY = "body"
    GOAL = "goal"
    COVERS = "covers"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPACES = "spaces"
    UNSEEN = "unseen"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class FormChange:
    """One change of form: of which words, and from what to what; an empty side means nothing."""

    what: Form
    words: str = ""
    before: str = ""
    after: str = ""


def form_changes(kind: str, before: Any, after: Any) -> list[FormChange]:
    """Return how a block's form differs; never empty where only the form does."""
    old, new = runs_of(kind, before), runs_of(kind, after)
    was, now = text_of(old), text_of(new)
    same_words = was.split() == now.split()
    found = [
        *_marked(kind, old, new),
        *(_cells(old, new) if same_words else ()),
        *_besides(kind, before, after),
    ]
    if same_words and was != now:
        found.append(FormChange(Form.SPACES))
    if same_words and not found:
        found.append(FormChange(Form.UNSEEN))
    return found


def _marked(kind: str, old: Sequence[Run], new: Sequence[Run]) -> Iterator[FormChange]:
    """Yield how words that stand in both are marked in another way."""
    both = list(shared(old, new))
    yield from _told(Form.LINK, both, lambda marks: marks.link)
    for tag in sorted({tag for run in (*old, *new) for tag in run.marks.tags}):
        yield from _told(Form(_SET.get(tag, "setting")), both, partial(_set_in, tag))
    yield from _told(Form.LIST, both, lambda marks: " ".join(marks.lists))
    yield from _told(Form.FIELD, both, lambda marks: f"{kind}.{marks.field}")


def _set_in(tag: str, marks: Marks) -> str:
    return tag if tag in marks.tags else ""


def _told(what: Form, both: Sequence[Shared], of: Callable[[Marks], str]) -> Iterator[FormChange]:
    """Yield a change for each unbroken row of words in which ``of`` their marks changed alike."""
    held, change = "", ("", "")
    for text, old, new in [*both, ("", Marks(""), Marks(""))]:
        now = (of(old), of(new)) if text else ("", "")
        if now != change or not text:
            if change[0] != change[1] and held.strip():
                yield FormChange(what, " ".join(held.split()), *change)
            held, change = "", now
        held += text


def _cells(old: Sequence[Run], new: Sequence[Run]) -> Iterator[FormChange]:
    """Yield that words stand in other cells, where the table has no other words than before."""
    if _cells_of(old) != _cells_of(new):
        yield FormChange(Form.CELL)


def _cells_of(runs: Sequence[Run]) -> list[tuple[int, ...]]:
    return [run.marks.cell for run in runs for sign in run.text if not sign.isspace()]


def _besides(kind: str, before: Any, after: Any) -> Iterator[FormChange]:
    """Yield what changed in the fields that hold no words."""
    match kind:
        case "image" if before.get("image") != after.get("image"):
            yield FormChange(Form.PICTURE)
        case "goal" if before.get("kind") != after.get("kind"):
            yield FormChange(Form.GOAL, "", before.get("kind") or "", after.get("kind") or "")
        case "table" if _without_words(before) != _without_words(after):
            yield FormChange(Form.HEADERS)
        case "easy_read" if _covered(before) != _covered(after):
            yield FormChange(Form.COVERS)
        case "measure":
            yield from _bodies(before, after)


def _without_words(value: dict[str, Any]) -> Any:
    table = value.get("table") or {}
    bare = {key: child for key, child in table.items() if key not in _WORDS_OF_A_TABLE}
    return filled(bare)


def _covered(value: dict[str, Any]) -> list[Any]:
    return [item.get("value") for item in value.get("covers") or []]


def _bodies(before: dict[str, Any], after: dict[str, Any]) -> Iterator[FormChange]:
    """Yield the printed names that stand for another row of the register than before."""
    was, now = dict(_rows(before)), dict(_rows(after))
    for name in was:
        if name in now and was[name] != now[name]:
            yield FormChange(Form.BODY, name, was[name], now[name])


def _rows(measure: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for role in _ROLES:
        for item in measure.get(role) or []:
            body = item["value"]
            yield body.get("as_printed") or "", str(body.get("organisation") or "")
