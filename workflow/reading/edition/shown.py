"""A text as a reader of one language is shown it: how much of it is in that language."""

from dataclasses import dataclass

from django.conf import settings

from plandocs.models import PlanRevisionPage
from workflow.reading.body import read_body
from workflow.reading.coverage import Coverage
from workflow.reading.edition.easy_read import Freshness, freshness_against
from workflow.reading.nodes import Reading


@dataclass(slots=True)
class TextShown:
    """The text that a reader of one language is shown, and how it stands to the one in force.

    ``page`` is the page whose text is printed; ``language`` is set where that is not the language
    of the screen; ``follows_older`` where it translates a text that is no longer in force.
    ``freshness`` tells, for an easy-to-read text, how the one in force differs from what is retold.
    """

    page: PlanRevisionPage
    reading: Reading
    language: str = ""
    is_translation: bool = False
    is_easy_swedish: bool = False
    follows_older: bool = False
    translated: int = 0
    total: int = 0
    freshness: Freshness | None = None

    @property
    def is_partial(self) -> bool:
        """Whether something of a translation is still in Swedish."""
        return self.is_translation and 0 <= self.translated < self.total


def text_shown(page: PlanRevisionPage, *, screen: str, follows_older: bool = False) -> TextShown:
    """Return the text of ``page`` for a reader whose screen is in the language ``screen``."""
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


def held_against(shown: TextShown, in_force: PlanRevisionPage) -> TextShown:
    """Tell of an easy-to-read text how the text in force differs; of any other nothing."""
    if shown.is_easy_swedish:
        shown.freshness = freshness_against(in_force, shown.page, shown.reading)
    return shown
