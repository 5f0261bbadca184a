"""What the languages screens show: each adopted edition, and how far its languages have come."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plandocs.models import PlanRevisionPage
from plandocs.text.coverage import Freshness, covered_ids, freshness_of
from plandocs.text.parts import Part, parts_of
from workflow.procedure.in_force import texts_in_force
from workflow.services.translation import LanguageStatus, statuses_of


@dataclass(frozen=True, slots=True)
class Edition:
    """An adopted text with its languages."""

    page: PlanRevisionPage
    languages: list[LanguageStatus]
    is_in_force: bool

    @property
    def name(self) -> str:
        """What the text is called among others of the same document."""
        return name_of_edition(self.page)

    @property
    def easy(self) -> LanguageStatus | None:
        return next((one for one in self.languages if one.is_easy_swedish), None)

    @property
    def translations(self) -> list[LanguageStatus]:
        return [one for one in self.languages if not one.is_easy_swedish]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an easy-to-read text, and which parts of the decided text it retells."""

    id: str
    heading: str
    parts: list[tuple[int, str, bool]]  # its number in the text, its name, whether it is retold

    def ticked(self, values: Container[str]) -> list[int]:
        """Return the numbers of the parts that are among what was sent."""
        return [number for number, _name, _retold in self.parts if str(number) in values]


@dataclass(frozen=True, slots=True)
class EasyReadState:
    """How the published easy-to-read text stands to the edition, in names of parts."""

    changed: list[str]
    is_missing_something: bool
    not_covered: list[str]


def adopted_editions() -> QuerySet[PlanRevisionPage]:
    """Return every adopted text, the newest first, without its body."""
    editions: QuerySet[PlanRevisionPage] = (
        PlanRevisionPage.objects.filter(adoption__isnull=False)
        .select_related("adoption", "locale")
        .defer("body")
        .order_by("-adoption__adopted_on", "-adoption__pk")
    )
    return editions


def with_languages(pages: Sequence[PlanRevisionPage], *, on: date) -> list[Edition]:
    """Add languages, and what is in force on ``on``. As many queries for one as for twenty."""
    statuses = statuses_of(pages)
    in_force = texts_in_force(on=on)
    return [
        Edition(page, statuses[page.translation_key], is_in_force=page.pk in in_force)
        for page in pages
    ]


def easy_read_state(easy: LanguageStatus, text: PlanRevisionPage) -> EasyReadState | None:
    """Hold a published easy-to-read text against the text in force, which may be a later one."""
    if easy.page is None or easy.status != "published":
        return None
    raw = list(text.body.raw_data)
    found: Freshness = freshness_of(easy.page.coverage, raw)
    return EasyReadState(
        changed=[name_of(part) for part in parts_of(raw) if set(part.ids) & set(found.changed)],
        is_missing_something=bool(found.gone),
        not_covered=[name_of(part) for part in found.not_covered],
    )


def sections_of(draft: PlanRevisionPage, text: PlanRevisionPage) -> list[Section]:
    """Return the sections of an easy-to-read draft against the parts of the decided text."""
    parts = parts_of(text.body.raw_data)
    return [
        Section(
            id=str(block["id"]),
            heading=block["value"].get("heading") or "",
            parts=[
                (number, name_of(part), not set(part.ids).isdisjoint(covered_ids([block])))
                for number, part in enumerate(parts)
            ],
        )
        for block in draft.body.raw_data
        if block["type"] == "easy_read"
    ]


def name_of_edition(page: PlanRevisionPage) -> str:
    """Return what a text is called among others of the same document."""
    return f"{page.title}, {_('edition %(number)s') % {'number': page.number}}"


def name_of(part: Part) -> str:
    """Return what a part is called on the screen."""
    return part.label or _("The introduction")
