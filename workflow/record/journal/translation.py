"""The adopted text in other languages."""

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from workflow.models import TranslationRelease
from workflow.record.journal.row import Row, made_here


def release_row(release: TranslationRelease) -> Row:
    """Return the adopted text's translation or its easy-to-read text, as it was released."""
    return made_here(release, release.released_on, _released(release.page.locale.language_code))


def _released(code: str) -> str:
    if code.startswith(f"{settings.LANGUAGE_CODE}-"):
        return _("The easy-to-read text, published")
    name = str(get_language_info(code)["name_translated"])
    return _("Translation published: %(language)s") % {"language": name.lower()}
