"""The list of steering documents: what there is, what is in force, and finding among it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import starmap
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.utils.http import urlencode
from wagtail.models import Locale

from plandocs.models import PlanIndexPage, PlanPage, PlanRevisionPage
from plandocs.models.plan import plan_kinds
from plandocs.text.coverage import fields_in_swedish
from workflow.models import Adoption
from workflow.procedure.in_force import STEP, ended_plans, quashed_decisions
from workflow.reading.asking import Terms, cleaned, terms_of
from workflow.reading.edition import PLAN_WORDS

PAGE_LENGTH = 20


@dataclass(frozen=True, slots=True)
class AdoptedText:
    """The text of a document that is in force, else the last one adopted, as a list tells of it."""

    path: str
    key: UUID
    valid_from: int | None
    valid_to: int | None
    adopted_on: date
    decision: int
    decided_by: str
    diarienummer: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a list, with its text."""

    plan: PlanPage
    text: AdoptedText
    ended_on: date | None
    is_quashed: bool
    swedish: frozenset[str]

    @property
    def is_in_force(self) -> bool:
        """Whether a text of the document is in force."""
        return self.ended_on is None and not self.is_quashed


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """What the reader asked for, and what there is of it."""

    query: str
    kinds: list[Choice]
    areas: list[Choice]
    in_force: str
    page: ListPage
    total: int
    asked: dict[str, str]
    missing_here: int
    record_url: str

    @property
    def is_filtered(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.asked)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words was asked for, so that the choices must be seen."""
        return any(name != "q" for name in self.asked)

    def address(self, number: int) -> str:
        """Return the query string of another page of the same list."""
        return "?" + urlencode({**self.asked, "sida": str(number)})

    @property
    def previous_address(self) -> str:
        """The page before this one, if there is one."""
        return self.address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_address(self) -> str:
        """The page after this one, if there is one."""
        return self.address(self.page.number + 1) if self.page.has_next() else ""


def read_listing(page: PlanIndexPage, asked: Mapping[str, str], *, on: date) -> Listing:
    """Return the list that ``asked`` (``q``, ``typ``, ``omrade``, ``visa``, ``sida``) describes."""
    query = cleaned(str(asked.get("q", "")))
    kind, area = str(asked.get("typ", "")), str(asked.get("omrade", ""))
    show = str(asked.get("visa", ""))
    everything = entries_for(page.locale, on=on)
    entries = [
        entry
        for entry in everything
        if (show == "alla" or entry.is_in_force)
        and (not kind or entry.plan.kind == kind)
        and (not area or (entry.plan.area is not None and entry.plan.area.code == area))
    ]
    if query:
        terms = terms_of(query)
        hits = _texts_with(terms, page.locale, entries)
        entries = [e for e in entries if terms.stand_in(_said_of(e)) or e.plan.path in hits]
    kinds_in_use = {entry.plan.kind for entry in everything}
    areas_in_use = {entry.plan.area for entry in everything if entry.plan.area}
    return Listing(
        query=query,
        kinds=[
            Choice(value, str(label), value == kind)
            for value, label in plan_kinds()
            if value in kinds_in_use
        ],
        areas=[
            Choice(subject.code, subject.name, subject.code == area)
            for subject in sorted(areas_in_use, key=lambda subject: subject.name)
        ],
        in_force=show,
        page=Paginator(entries, PAGE_LENGTH).get_page(asked.get("sida")),
        total=len(entries),
        asked={
            name: value
            for name, value in {"q": query, "typ": kind, "omrade": area, "visa": show}.items()
            if value
        },
        missing_here=_only_in_the_record(page.locale, on=on, here=everything),
        record_url=_list_in_the_record(page),
    )


def entries_for(locale: Locale, *, on: date) -> list[Entry]:
    """Return every live document in ``locale``, by title. A few queries, whatever the number.

    Facts hang on the plan in the language of the record; they are matched by translation key.
    """
    plans = list(
        PlanPage.objects.live()
        .filter(locale=locale)
        .select_related("locale", "area")
        .order_by("title")
    )
    record = PlanPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    is_record = locale.language_code == settings.LANGUAGE_CODE
    originals = {plan.translation_key: plan for plan in (plans if is_record else record)}
    quashed = quashed_decisions(on=on)
    ended = ended_plans(on=on, quashed=quashed)
    texts = _text_by_plan(on=on, quashed=quashed)
    return [
        Entry(
            plan=plan,
            text=text,
            ended_on=ended.get(original.path),
            is_quashed=text.decision in quashed,
            swedish=fields_in_swedish(plan, original, PLAN_WORDS),
        )
        for plan in plans
        if (original := originals.get(plan.translation_key, plan))
        and (text := texts.get(original.path))
    ]


def _text_by_plan(*, on: date, quashed: Container[int]) -> dict[str, AdoptedText]:
    """Return the newest adopted text of each plan, by the plan's path: one that stands, if any."""
    rows = Adoption.objects.adopted(by=on).values_list(
        "page__path",
        "page__translation_key",
        "page__valid_from",
        "page__valid_to",
        "adopted_on",
        "decision",
        "decision__body_name",
        "decision__case__diarienummer",
    )
    newest: dict[str, AdoptedText] = {}
    for text in sorted(starmap(AdoptedText, rows), key=lambda text: text.decision in quashed):
        newest.setdefault(text.path[:-STEP], text)
    return newest


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
