"""The questions that are asked to tell of a case, and the event that each fact is."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from plandocs.models import Case
from workflow.models import Decision, RemissOpening, TranslationRelease
from workflow.record.chronicle.answers_met import motives_met, points_met
from workflow.record.chronicle.event import Event, RemissClosing
from workflow.record.publicity import carriers

_BEFORE_ALL_ELSE = datetime.min.replace(tzinfo=UTC)


def gather(case: Case, *, with_texts: bool) -> Iterator[Event]:
    """Ask for every fact of ``case``; what was registered at one instant comes cause first."""
    texts = ["text_revision"] if with_texts else []
    submissions = list(case.submissions.select_related("body", *texts).order_by("pk"))
    decisions = list(
        case.decisions.select_related("body", "announcement", "laga_kraft", "adoption", *texts)
        .prefetch_related("corrections", "motives__answer", "appeals", "endings__plan")
        .order_by("pk")
    )
    carried = carriers(case, submissions, decisions)
    yield Event(case.opened_on, _BEFORE_ALL_ELSE, case)
    for change in case.changes.filter(decision=None).order_by("pk"):
        yield Event(change.made_on, change.registered_at, change)
    for opening in _openings(case, with_texts=with_texts):
        yield from _of_remiss(opening)
    yield from points_met(case, carried)
    for sent in submissions:
        yield Event(sent.sent_on, sent.registered_at, sent, is_public=sent.moved_case)
    for decision in decisions:
        yield from _of_decision(decision)
        motives = decision.motives.all()
        yield from motives_met([m.answer for m in motives if m.answer_or_none], carried)
    for release in _releases(case):
        yield Event(release.released_on, release.registered_at, release, release.page.live)


def _openings(case: Case, *, with_texts: bool) -> Iterable[RemissOpening]:
    openings = case.remisser.select_related("page__locale").prefetch_related(
        "page__recipients__organisation", "page__extensions", "page__answers__organisation"
    )
    return (openings if with_texts else openings.defer("page__text")).order_by("pk")


def _of_remiss(opening: RemissOpening) -> Iterator[Event]:
    page = opening.page
    yield Event(opening.opened_on, opening.registered_at, opening, page.live)
    for extension in page.extensions.all():
        yield Event(extension.decided_on, extension.registered_at, extension, page.live)
    for answer in page.answers.all():
        yield Event(answer.received_on, answer.registered_at, answer, page.live)
    if page.closed_on:
        registered_at = page.closing_registered_at or opening.registered_at
        yield Event(page.closed_on, registered_at, RemissClosing(page), page.live)


def _of_decision(decision: Decision) -> Iterator[Event]:
    day = decision.current_date
    yield Event(day, decision.registered_at, decision)
    if adoption := getattr(decision, "adoption", None):
        yield Event(day, adoption.registered_at, adoption)
    for ending in decision.endings.all():
        yield Event(ending.ended_on, ending.registered_at, ending)
    for correction in decision.corrections.all():
        yield Event(correction.corrected_on, correction.registered_at, correction)
    if notice := getattr(decision, "announcement", None):
        yield Event(notice.announced_on, notice.registered_at, notice)
    for appeal in decision.appeals.all():
        yield Event(appeal.known_on, appeal.registered_at, appeal)
    if confirmed := getattr(decision, "laga_kraft", None):
        yield Event(confirmed.confirmed_on, confirmed.registered_at, confirmed)


def _releases(case: Case) -> Iterable[TranslationRelease]:
    return (
        TranslationRelease.objects.filter(page__translation_key=case.revision.translation_key)
        .select_related("page__locale")
        .defer("page__body")
        .order_by("pk")
    )
