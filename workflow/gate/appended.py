"""Facts are appended: no row of the record is written twice or taken away."""

from collections.abc import Iterable

from django.db.models import Model
from django.db.models.signals import pre_delete, pre_save

from plandocs.models import RemissAnswer, RemissExtension, RemissPoint, RemissRecipient
from workflow.gate import refusals
from workflow.models import (
    Adoption,
    Announcement,
    Appeal,
    Decision,
    DecisionCorrection,
    JournalEntry,
    LagaKraft,
    Motive,
    PlanEnding,
    RemissOpening,
    Submission,
    TextChange,
    TranslationRelease,
    Vote,
)

MAY_CHANGE: dict[type[Model], frozenset[str]] = {
    Adoption: frozenset({"adopted_on"}),  # follows a corrected meeting date, and nothing else
    Announcement: frozenset(),
    Appeal: frozenset(),
    Decision: frozenset(),
    DecisionCorrection: frozenset(),
    JournalEntry: frozenset(),
    LagaKraft: frozenset(),
    Motive: frozenset(),
    PlanEnding: frozenset({"ended_on"}),  # the same
    RemissAnswer: frozenset({"is_shown"}),  # somebody reads it before the public does (R51)
    RemissExtension: frozenset(),
    RemissOpening: frozenset(),
    RemissPoint: frozenset(),
    RemissRecipient: frozenset({"nonce", "email"}),  # a lost link is made anew
    Submission: frozenset(),
    TextChange: frozenset(),
    TranslationRelease: frozenset(),
    Vote: frozenset(),
}
"""The facts, and what of each may change after it is written.

Answers to motives and to points are not among them: they are working material, reworded until a
memo carries them to a body, and the log keeps every wording. When the case has ended, the database
keeps them too (``triggers``).
"""


def connect() -> None:
    """Ask before a fact is written again or removed."""
    for model in MAY_CHANGE:
        pre_save.connect(_guard_change, sender=model, dispatch_uid=f"gate.{model.__name__}")
        pre_delete.connect(_guard_removal, sender=model, dispatch_uid=f"gate.{model.__name__}.del")


def _guard_change(
    sender: type[Model], instance: Model, update_fields: Iterable[str] | None = None, **_: object
) -> None:
    if instance._state.adding:
        return
    if update_fields is None or not set(update_fields) <= MAY_CHANGE[sender]:
        raise refusals.kept_for_the_record(instance)


def _guard_removal(instance: Model, **_: object) -> None:
    raise refusals.kept_for_the_record(instance)
