"""A plan and its texts as they are read on a day: which text, in which language, how much of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page

from plandocs.models import Case, PlanPage, PlanRevisionPage
from plandocs.text.coverage import fields_in_swedish
from workflow.reading.body import read_body
from workflow.reading.coverage import Coverage
from workflow.reading.menu import pages_above
from workflow.reading.nodes import Node, Reading
from workflow.reading.since import Since, hold_against
from workflow.reading.standing import Standing, standing_of

PLAN_WORDS = ("title", "summary", "applies_to")

Translated = dict[Any, PlanRevisionPage]


@dataclass(slots=True)
class TextShown:
    """The text that a reader of one language is shown, and how it stands to the one in force.

    ``page`` is the page whose text is printed; ``language`` is set where that is not the language
    of the screen; ``follows_older`` where it translates a text that is no longer in force.
    ``since`` tells, for an easy-to-read text, how the one in force differs from what it retells.
    """

    page: PlanRevisionPage
    reading: Reading
    language: str = ""
    is_translation: bool = False
    is_easy_swedish: bool = False
    follows_older: bool = False
    translated: int = 0
    total: int = 0
    since: Since | None = None

    @property
    def is_partial(self) -> bool:
        """Whether something of a translation is still in Swedish."""
        return self.is_translation and 0 <= self.translated < self.total


@dataclass(slots=True)
class BodyPart:
    """A body and the measures it is responsible for, in the order of the text."""

    name: str
    measures: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class EarlierEdition:
    """A text that was in force before, in the reader's language if it was published in it."""

    number: int
    adopted_on: date
    url: str
    language: str
    is_quashed: bool


@dataclass(slots=True)
class PlanReading:
    """A plan as it is read on ``day``."""

    plan: PlanPage
    day: date
    above: list[Page]
    in_force: PlanRevisionPage | None
    shown: TextShown | None
    standing: Standing | None
    editions: list[PlanRevisionPage]
    earlier: list[EarlierEdition]
    under_way: list[Case]
    parts: list[BodyPart]
    returns: list[Any]
    replaces: list[PlanPage]
    replaced_by: Page | None
    ended_on: date | None

    @property
    def swedish(self) -> frozenset[str]:
        """Which of the plan's own words are still those of the record, in another language."""
        return fields_in_swedish(self.plan, self.plan.original, PLAN_WORDS)

    @property
    def decision(self) -> Any:
        """The § that adopted the text in force."""
        return self.in_force.adoption.decision if self.in_force else None


@dataclass(slots=True)
class EditionReading:
    """One text of a plan as it is read on ``day``, perhaps not the one in force."""

    plan: PlanPage
    day: date
    above: list[Page]
    shown: TextShown
    original: PlanRevisionPage
    adoption: Any
    standing: Standing | None
    in_force: PlanRevisionPage | None

    @property
    def swedish(self) -> frozenset[str]:
        """Which of the text's own words are still in Swedish."""
        coverage = Coverage.of(self.shown.page)
        return frozenset(name for name in ("title", "summary") if not coverage.holds(name))

    @property
    def is_in_force(self) -> bool:
        """Whether this is the text in force, or a translation of it."""
        return self.in_force is not None and self.in_force.pk == self.original.pk


def read_plan(plan: PlanPage, *, on: date) -> PlanReading:
    """Return what a reader of ``plan`` sees on ``on``."""
    original = plan.original
    editions = adopted_editions(original, on=on)
    ended = original.ending_on(on)
    standing = [] if ended else [found for found in editions if found.adoption.stands_on(on)]
    in_force = next(iter(standing), None)
    newest = None if ended else in_force or next(iter(editions), None)
    translated = _translations_of(editions, plan.locale)
    shown = _text_for(plan, in_force, standing, translated) if in_force else None
    return PlanReading(
        plan=plan,
        day=on,
        above=pages_above(plan),
        in_force=in_force,
        shown=shown,
        standing=standing_of(newest.adoption, on=on) if newest else None,
        editions=editions,
        earlier=_earlier_than(in_force, editions, translated, on=on),
        under_way=_cases_under_way(original),
        parts=measures_by_body(shown.reading.walk()) if shown else [],
        returns=returns_of(in_force.case) if in_force and in_force.case_or_none else [],
        replaces=_replaced_by(in_force),
        replaced_by=_plan_that_replaced(ended),
        ended_on=ended.ended_on if ended else None,
    )


def read_edition(page: PlanRevisionPage, *, on: date) -> EditionReading:
    """Return what a reader of one text sees on ``on``."""
    original, plan = page.original, page.plan
    adoption = getattr(original, "adoption", None)
    in_force = plan.revision_in_force(on=on)
    shown = _shown(page, screen=page.locale.language_code)
    if in_force is not None and in_force.pk != original.pk:
        shown = _held_against(shown, in_force)
    return EditionReading(
        plan=plan,
        day=on,
        above=pages_above(page),
        shown=shown,
        original=original,
        adoption=adoption,
        standing=standing_of(adoption, on=on) if adoption else None,
        in_force=in_force,
    )


def adopted_editions(plan: PlanPage, *, on: date) -> list[PlanRevisionPage]:
    """Return the texts of ``plan`` adopted by ``on``, the newest first, without their bodies."""
    return list(
        PlanRevisionPage.objects.child_of(plan)
        .adopted(by=on)
        .defer("body")
        .select_related(
            "locale",
            "adoption__decision__body",
            "adoption__decision__announcement",
            "adoption__decision__laga_kraft",
            "case__decided_by",
        )
        .prefetch_related("adoption__decision__corrections", "adoption__decision__appeals")
    )


def returns_of(case: Case) -> list[Any]:
    """Return the återremisser of a case, each with its motives and what was done with them."""
    return list(
        case.decisions.filter(motives__isnull=False)
        .distinct()
        .select_related("body")
        .prefetch_related("motives__answer", "corrections")
    )


def measures_by_body(nodes: Iterable[Node]) -> list[BodyPart]:
    """Group the measures of a text by responsible body, the one with most measures first."""
    parts: dict[str, BodyPart] = {}
    for node in nodes:
        if node.kind != "measure":
            continue
        for body in node.fields["lead"]:
            name = body.registered_name or body.name
            parts.setdefault(name.casefold(), BodyPart(name)).measures.append(node)
    return sorted(parts.values(), key=lambda part: (-len(part.measures), part.name.casefold()))


def _translations_of(editions: list[PlanRevisionPage], locale: Locale) -> Translated:
    """Return the published texts of ``editions`` in the reader's language, by their key."""
    if locale.language_code == settings.LANGUAGE_CODE:
        return {}
    keys = [edition.translation_key for edition in editions]
    pages = PlanRevisionPage.objects.live().filter(locale=locale, translation_key__in=keys)
    return {page.translation_key: page for page in pages.select_related("locale")}


def _earlier_than(
    in_force: PlanRevisionPage | None,
    editions: list[PlanRevisionPage],
    translated: Translated,
    *,
    on: date,
) -> list[EarlierEdition]:
    """Return the adopted texts that are not in force on ``on``."""
    return [
        _earlier(edition, translated.get(edition.translation_key, edition), on=on)
        for edition in editions
        if edition != in_force
    ]


def _earlier(edition: PlanRevisionPage, page: PlanRevisionPage, *, on: date) -> EarlierEdition:
    return EarlierEdition(
        number=edition.number,
        adopted_on=edition.adoption.adopted_on,
        url=page.url or "",
        language=page.locale.language_code,
        is_quashed=edition.adoption.decision.is_quashed(on=on),
    )


def _text_for(
    plan: PlanPage,
    in_force: PlanRevisionPage,
    standing: list[PlanRevisionPage],
    translated: Translated,
) -> TextShown:
    """Choose, among the texts no court has quashed, what a reader of the plan's language is shown.

    The text in force where that language has it, else a translation of the newest older one,
    else the decided text itself.
    """
    screen = plan.locale.language_code
    if screen == settings.LANGUAGE_CODE:
        return _shown(in_force, screen=screen)
    for edition in standing:
        if page := translated.get(edition.translation_key):
            shown = _shown(page, screen=screen, follows_older=edition != in_force)
            return _held_against(shown, in_force) if shown.follows_older else shown
    return _shown(in_force, screen=screen)


def _shown(page: PlanRevisionPage, *, screen: str, follows_older: bool = False) -> TextShown:
    language = page.locale.language_code
    easy = language.startswith(f"{settings.LANGUAGE_CODE}-")
    stored = page.coverage or {}
    return TextShown(
        page=page,
        reading=read_body(page.body.raw_data, coverage=Coverage.of(page)),
        language="" if language == screen else language,
        is_translation=language != settings.LANGUAGE_CODE and not easy,
        is_easy_swedish=easy,
        follows_older=follows_older,
        translated=int(stored.get("translated", 0)),
        total=int(stored.get("total", 0)),
    )


def _held_against(shown: TextShown, in_force: PlanRevisionPage) -> TextShown:
    """Tell of an easy-to-read text how the text in force differs; of any other nothing."""
    if shown.is_easy_swedish:
        shown.since = hold_against(shown.page, shown.reading, in_force)
    return shown


def _cases_under_way(plan: PlanPage) -> list[Case]:
    return list(
        Case.objects.running()
        .filter(revision__path__startswith=plan.path, revision__depth=plan.depth + 1)
        .select_related("decided_by")
    )


def _replaced_by(edition: PlanRevisionPage | None) -> list[PlanPage]:
    """Return the other plans that ended in the same § as this text was adopted."""
    if edition is None:
        return []
    decision = edition.adoption.decision
    return list(PlanPage.objects.filter(endings__decision=decision).select_related("locale"))


def _plan_that_replaced(ending: Any) -> Page | None:
    """Return the plan whose text was adopted in the § that ended this one."""
    adoption = getattr(ending.decision, "adoption", None) if ending else None
    return adoption.page.get_parent() if adoption else None
