"""One line of the journal, before it has its number."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model

from plandocs.models import Case, Organisation
from plandocs.outputs.letters import Direction
from plandocs.vocabulary import UNDER_THE_BOARD


@dataclass(frozen=True, slots=True)
class Row:
    """A document: the ``key`` it is registered under, and the ``party`` it came from or went to.

    ``date`` is the day as it was registered: a correction is a row of its own.
    """

    key: str
    date: date
    direction: Direction
    party: str
    concerns: str


def key_of(fact: Model) -> str:
    """Return what a fact is registered under."""
    return f"{fact._meta.model_name}:{fact.pk}"


def made_here(fact: Model, day: date, concerns: str) -> Row:
    """Return the row of a document that neither came in nor went out."""
    return Row(key_of(fact), day, Direction.MADE, "", concerns)


def is_own(body: Organisation, case: Case) -> bool:
    """Whether a document to or from ``body`` stays in the authority that keeps the case."""
    return body.type in UNDER_THE_BOARD or body.pk == case.decided_by_id
