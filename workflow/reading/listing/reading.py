"""The list of steering documents as a reader asked for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from wagtail.models import Locale

from plandocs.models import PlanIndexPage, PlanRevisionPage, SubjectArea
from plandocs.models.plan import plan_kinds
from workflow.procedure.in_force import STEP
from workflow.reading.listing.entries import Entry, entries_for
from workflow.reading.listing.question import Question
from workflow.reading.search import Terms, terms_of

PAGE_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """What the reader asked for, and what there is of it."""

    question: Question
    kinds: list[Choice]
    areas: list[Choice]
    page: ListPage[Entry]
    total: int
    missing_here: int
    record_url: str

    @property
    def previous_address(self) -> str:
        return self.question.address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_address(self) -> str:
        return self.question.address(self.page.number + 1) if self.page.has_next() else ""


def read_listing(page: PlanIndexPage, asked: Mapping[str, str], *, on: date) -> Listing:
    """Return the list that ``asked``, the address, describes; ``sida`` is a page of it."""
    question = Question.of(asked)
    everything = entries_for(page.locale, on=on)
    entries = [entry for entry in everything if question.allows(entry)]
    if question.query:
        entries = _found(terms_of(question.query), page.locale, entries)
    return Listing(
        question=question,
        kinds=_kinds(everything, chosen=question.kind),
        areas=_areas(everything, chosen=question.area),
        page=Paginator(entries, PAGE_LENGTH).get_page(asked.get("sida")),
        total=len(entries),
        missing_here=_only_in_the_record(page.locale, on=on, here=everything),
        record_url=_list_in_the_record(page),
    )


def _kinds(entries: Iterable[Entry], *, chosen: str) -> list[Choice]:
    in_use = {entry.plan.kind for entry in entries}
    return [
        Choice(value, str(label), value == chosen)
        for value, label in plan_kinds()
        if value in in_use
    ]


def _areas(entries: Iterable[Entry], *, chosen: str) -> list[Choice]:
    in_use: set[SubjectArea] = {entry.plan.area for entry in entries if entry.plan.area}
    return [
        Choice(area.code, area.name, area.code == chosen)
        for area in sorted(in_use, key=lambda area: area.name)
    ]


def _found(terms: Terms, locale: Locale, entries: list[Entry]) -> list[Entry]:
    """Return the entries whose own words, or whose text, hold every term."""
    hits = _texts_with(terms, locale, entries)
    return [e for e in entries if terms.stand_in(_said_of(e)) or e.plan.path in hits]


def _said_of(entry: Entry) -> list[str]:
    """Return what a document may be found by beside its text."""
    return [entry.plan.title, entry.plan.summary, entry.text.diarienummer]


def _texts_with(terms: Terms, locale: Locale, entries: list[Entry]) -> set[str]:
    """Return the paths of plans whose text in the list matches the terms."""
    if not terms:
        return set()
    texts = PlanRevisionPage.objects.live().filter(
        locale=locale, translation_key__in=[entry.text.key for entry in entries]
    )
    return {hit.path[:-STEP] for hit in texts.search(terms.as_query())}


def _only_in_the_record(locale: Locale, *, on: date, here: list[Entry]) -> int:
    """How many documents in force can be read only in the language of the record."""
    if locale.language_code == settings.LANGUAGE_CODE:
        return 0
    keys = {entry.plan.translation_key for entry in here}
    record = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    there = entries_for(record, on=on)
    return sum(entry.is_in_force and entry.plan.translation_key not in keys for entry in there)


def _list_in_the_record(page: PlanIndexPage) -> str:
    """Return the address of the same list in the language of the record."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return ""
    swedish = (
        page.get_translations()
        .live()
        .filter(locale__language_code=settings.LANGUAGE_CODE)
        .select_related("locale")
        .first()
    )
    return (swedish.url or "") if swedish else ""
