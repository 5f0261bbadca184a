"""When an official's answer becomes something the public may read (TF 2 kap. 10 and 12 §§)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from plandocs.models import Case
from workflow.models import Decision, Submission


def public_until(case: Case, submissions: Iterable[Submission]) -> date:
    """Return the day up to which answers to motives and points are public.

    They are working material until a memo has carried them to a body, or the case has ended.
    """
    if case.is_ended:
        return date.max
    sent = (submission.sent_on for submission in submissions if submission.moved_case)
    return max(sent, default=date.min)


@dataclass(frozen=True, slots=True)
class Carrier:
    """What made public the answers ``until`` a day: a memo that went up, or the end of a case."""

    until: date
    registered_at: datetime


def carriers(
    case: Case, submissions: Iterable[Submission], decisions: Iterable[Decision]
) -> list[Carrier]:
    """Return what has made the answers in ``case`` public; ``decisions`` as they were recorded."""
    found = [Carrier(sent.sent_on, sent.registered_at) for sent in submissions if sent.moved_case]
    ending = [decision for decision in decisions if decision.body_id == case.decided_by_id][-1:]
    if case.is_ended:
        found += [Carrier(date.max, decision.registered_at) for decision in ending]
    return found


def public_since(day: date, registered_at: datetime, carried: Iterable[Carrier]) -> datetime | None:
    """Return when an answer of ``day`` became public, or None while it is working material.

    One that is written after its day was made public is so at once.
    """
    instants = [carrier.registered_at for carrier in carried if carrier.until >= day]
    return max(min(instants), registered_at) if instants else None
