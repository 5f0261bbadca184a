"""In which languages the adopted text has been published."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from workflow.models import TranslationRelease
from workflow.reading.way.telling import Telling


def tell_release(release: TranslationRelease) -> Iterator[Telling]:
    """Tell in which other language the adopted text can be read."""
    page = release.page
    code = page.locale.language_code
    if code == settings.LANGUAGE_CODE:
        return
    yield Telling(
        release.released_on,
        _("The text was published in another language: %(language)s")
        % {"language": get_language_info(code)["name_translated"]},
        url=page.url or "",
        url_text=page.title,
    )
