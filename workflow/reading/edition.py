"""A plan and its texts as they are read on a day: which text, in which language, how much of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.conf import settings
from wagtail.models import Locale, Page

from plandocs.models import Case, PlanPage, PlanRevisionPage
from plandocs.models.case import case_of
from plandocs.text.coverage import fields_in_swedish
from workflow.models import Adoption, Decision, PlanEnding, adoption_of
from workflow.procedure.in_force import ending_on, revision_in_force
from workflow.reading.body import read_body
from workflow.reading.coverage import Coverage
from workflow.reading.menu import pages_above
from workflow.reading.nodes import Node, Reading
from workflow.reading.since import Since, hold_against
from workflow.reading.standing import Standing, standing_of

PLAN_WORDS = ("title", "summary", "applies_to")

Translated = dict[UUID, PlanRevisionPage]


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
    adoption: Adoption | None
    shown: TextShown | None
    standing: Standing | None
    adoptions: list[Adoption]
    earlier: list[EarlierEdition]
    under_way: list[Case]
    parts: list[BodyPart]
    returns: list[Decision]
    replaces: list[PlanPage]
    replaced_by: Page | None
    ended_on: date | None

    @property
    def swedish(self) -> frozenset[str]:
        """Which of the plan's own words are still those of the record, in another language."""
        return fields_in_swedish(self.plan, self.plan.original, PLAN_WORDS)

    @property
    def in_force(self) -> PlanRevisionPage | None:
        """The text in force."""
        return self.adoption.page if self.adoption else None


@dataclass(slots=True)
class EditionReading:
    """One text of a plan as it is read on ``day``, perhaps not the one in force."""

    plan: PlanPage
    day: date
    above: list[Page]
    shown: TextShown
    original: PlanRevisionPage
    adoption: Adoption | None
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
    adoptions = adoptions_of(original, on=on)
    ended = ending_on(original, on)
    standing = [] if ended else [found for found in adoptions if found.stands_on(on)]
    in_force = next(iter(standing), None)
    newest = None if ended else in_force or next(iter(adoptions), None)
    translated = _translations_of(adoptions, plan.locale)
    shown = _text_for(plan, standing, translated) if standing else None
    return PlanReading(
        plan=plan,
        day=on,
        above=pages_above(plan),
        adoption=in_force,
        shown=shown,
        standing=standing_of(newest, on=on) if newest else None,
        adoptions=adoptions,
        earlier=[_earlier(found, translated, on=on) for found in adoptions if found != in_force],
        under_way=_cases_under_way(original),
        parts=measures_by_body(shown.reading.walk()) if shown else [],
        returns=returns_of(in_force.page) if in_force else [],
        replaces=_replaced_by(in_force),
        replaced_by=_plan_that_replaced(ended),
        ended_on=ended.ended_on if ended else None,
    )


def read_edition(page: PlanRevisionPage, *, on: date) -> EditionReading:
    """Return what a reader of one text sees on ``on``."""
    original, plan = page.original, page.plan
    adoption = adoption_of(original)
    in_force = revision_in_force(plan, on=on)
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


def adoptions_of(plan: PlanPage, *, on: date) -> list[Adoption]:
    """Return the adoptions of the texts of ``plan`` by ``on``, the newest first."""
    return list(
        Adoption.objects.of_plan(plan, by=on)
        .select_related(
            "page__locale",
            "page__case__decided_by",
            "decision__body",
            "decision__announcement",
            "decision__laga_kraft",
        )
        .prefetch_related("decision__corrections", "decision__appeals")
    )


def returns_of(text: PlanRevisionPage) -> list[Decision]:
    """Return the återremisser of its case, each with its motives and what was done with them."""
    return list(
        Decision.objects.filter(case=case_of(text), motives__isnull=False)
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


def _translations_of(adoptions: list[Adoption], locale: Locale) -> Translated:
    """Return the published texts of ``adoptions`` in the reader's language, by their key."""
    if locale.language_code == settings.LANGUAGE_CODE:
        return {}
    keys = [adoption.page.translation_key for adoption in adoptions]
    pages = PlanRevisionPage.objects.live().filter(locale=locale, translation_key__in=keys)
    return {page.translation_key: page for page in pages.select_related("locale")}


def _earlier(adoption: Adoption, translated: Translated, *, on: date) -> EarlierEdition:
    edition = adoption.page
    page = translated.get(edition.translation_key, edition)
    return EarlierEdition(
        number=edition.number,
        adopted_on=adoption.adopted_on,
        url=page.url or "",
        language=page.locale.language_code,
        is_quashed=adoption.decision.is_quashed(on=on),
    )


def _text_for(plan: PlanPage, standing: list[Adoption], translated: Translated) -> TextShown:
    """Choose, among the texts no court has quashed, what a reader of the plan's language is shown.

    The text in force, which is the first, where that language has it, else a translation of the
    newest older one, else the decided text itself.
    """
    in_force = standing[0].page
    screen = plan.locale.language_code
    if screen == settings.LANGUAGE_CODE:
        return _shown(in_force, screen=screen)
    for adoption in standing:
        if page := translated.get(adoption.page.translation_key):
            shown = _shown(page, screen=screen, follows_older=adoption.page != in_force)
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


def _replaced_by(adoption: Adoption | None) -> list[PlanPage]:
    """Return the other plans that ended in the same § as this text was adopted."""
    if adoption is None:
        return []
    return list(
        PlanPage.objects.filter(endings__decision=adoption.decision).select_related("locale")
    )


def _plan_that_replaced(ending: PlanEnding | None) -> Page | None:
    """Return the plan whose text was adopted in the § that ended this one."""
    adoption = Adoption.objects.filter(decision=ending.decision).first() if ending else None
    return adoption.page.get_parent() if adoption else None
