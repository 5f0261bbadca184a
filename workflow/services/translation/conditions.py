"""What must hold before a text may be translated: who asks, what text, which language."""

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Locale

from plandocs.models import PlanRevisionPage
from plandocs.models.case import case_of
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.models import adoption_of
from workflow.services.locking import lock_case

EASY_SWEDISH = "sv-simple"


def require_translator(user: User) -> None:
    """Refuse (``not_permitted``) unless ``user`` may translate."""
    permissions.require("translate", user)


def require_releaser(user: User) -> None:
    """Refuse (``not_permitted``) unless ``user`` may release a translation to the public."""
    permissions.require("publish_translation", user)


def locked_adopted_text(revision: PlanRevisionPage) -> PlanRevisionPage:
    """Return the adopted text that ``revision`` is, or translates, with its case locked.

    Raises RuleViolation (``not_adopted``) for a text that nobody has decided on.
    """
    original = revision.original
    if adoption_of(original) is None:
        said = _(
            "“%(title)s” has not been adopted, so it is not translated: until the decision "
            "its words may change. Come back when it is adopted."
        )
        raise RuleViolation(said % {"title": original.title}, code="not_adopted")
    if case := case_of(original):
        lock_case(case)
    return original


def as_locale(locale: Locale | str) -> Locale:
    """Return the language, which may be given by its code.

    Raises RuleViolation (``language_unknown``) for one that the site does not publish in.
    """
    code = locale if isinstance(locale, str) else locale.language_code
    found = Locale.objects.filter(language_code=code).first()
    if found is None or code not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        said = _(
            "The site does not publish in the language “%(code)s”, so nothing was done. Add it "
            "to CONTENT_LANGUAGES and run “manage.py install”, or choose another language."
        )
        raise RuleViolation(said % {"code": code}, code="language_unknown")
    return found


def translated_language(locale: Locale | str) -> Locale:
    """Return a language that texts are translated into: neither the record's own nor lättläst.

    Raises RuleViolation (``language_unknown``, ``not_a_translation``).
    """
    found = as_locale(locale)
    if found.language_code in (settings.LANGUAGE_CODE, EASY_SWEDISH):
        said = _(
            "A text is not translated into %(language)s. The decided text is Swedish, and an "
            "easy-to-read text is written, not translated: begin one under “Easy to read”."
        )
        raise RuleViolation(said % {"language": language_name(found)}, code="not_a_translation")
    return found


def language_name(locale: Locale) -> str:
    """Return what a language is called in a sentence. Django writes the name as on a label."""
    name = str(locale.get_display_name())
    is_swedish = (get_language() or "").startswith(settings.LANGUAGE_CODE)
    return name[:1].lower() + name[1:] if is_swedish else name
