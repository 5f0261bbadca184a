"""Which text of a plan a reader of another language is shown."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from wagtail.models import Locale

from plandocs.models import PlanRevisionPage
from workflow.models import Adoption
from workflow.reading.edition.shown import TextShown, held_against, text_shown

Translated = dict[UUID, PlanRevisionPage]


def translations_of(adoptions: Sequence[Adoption], locale: Locale) -> Translated:
    """Return the published texts of ``adoptions`` in the reader's language, by their key."""
    if locale.language_code == settings.LANGUAGE_CODE:
        return {}
    keys = [adoption.page.translation_key for adoption in adoptions]
    pages = PlanRevisionPage.objects.live().filter(locale=locale, translation_key__in=keys)
    return {page.translation_key: page for page in pages.select_related("locale")}


def text_for(screen: str, standing: Sequence[Adoption], translated: Translated) -> TextShown:
    """Choose, among the texts no court has quashed, what a reader of the language is shown.

    The text in force, which is the first, where that language has it, else a translation of the
    newest older one, else the decided text itself.
    """
    in_force = standing[0].page
    if screen == settings.LANGUAGE_CODE:
        return text_shown(in_force, screen=screen)
    for adoption in standing:
        if page := translated.get(adoption.page.translation_key):
            shown = text_shown(page, screen=screen, follows_older=adoption.page != in_force)
            return held_against(shown, in_force) if shown.follows_older else shown
    return text_shown(in_force, screen=screen)
