"""A changed place of the text as the screens show it."""

from dataclasses import dataclass

from plandocs.models import Case
from plandocs.text.compare import BlockChange
from plandocs.text.word_diff import Words, word_diff
from plandocs.vocabulary import ChangeKind
from workflow.procedure.changes import changes_since


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


def changes_shown(case: Case) -> list[ChangeShown]:
    """Return what has changed in the text since a body last tried it."""
    base = case.decisions.last_on_text()
    marked = changes_since(base, text=case.latest_text()) if base else []
    return [change_shown(found.change, found.kind) for found in marked]
