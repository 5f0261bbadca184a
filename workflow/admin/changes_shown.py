"""A changed place of the text as the screens show it."""

from dataclasses import dataclass

from plandocs.comparison import BlockChange
from plandocs.vocabulary import ChangeKind
from workflow.admin.word_diff import Words, word_diff


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A changed block: its words woven together, what else changed in sentences, and its mark."""

    id: str
    place: str
    words: list[Words]
    form: list[str]
    kind: ChangeKind | None
    stands_in_body: bool


def change_shown(change: BlockChange, kind: ChangeKind | None = None) -> ChangeShown:
    """Return a change in the active language."""
    return ChangeShown(
        id=change.id,
        place=change.place,
        words=word_diff(change.before, change.after),
        form=change.form_in_words,
        kind=kind,
        stands_in_body=change.stands_in_body,
    )
