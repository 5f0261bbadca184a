"""The languages of a page: where the reader can go on in another one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.translation import get_language, get_language_info, gettext, override
from wagtail.models import Page

DEPTH_OF_HOME = 2
PROBE = "This is a translation"


@dataclass(frozen=True, slots=True)
class Language:
    """One language as the reader meets it: named in itself, with where its text is.

    ``is_same_page`` says whether the address is a translation of this very page, or only the
    nearest page above it that exists in that language.
    """

    code: str
    name: str
    is_rtl: bool
    url: str
    is_current: bool
    is_same_page: bool

    @property
    def direction(self) -> str:
        return "rtl" if self.is_rtl else "ltr"


def content_languages() -> list[str]:
    """The codes of the languages the public pages may be in, the language of the record first."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return sorted(codes, key=lambda code: code != settings.LANGUAGE_CODE)


def has_words_of_its_own() -> bool:
    """Whether the site's own words, which are asked by one of them, exist in the active language.

    A language may be chosen that has no catalogue: its documents are in it, and what stands around
    them is in Swedish.
    """
    here = gettext(PROBE)
    with override(settings.LANGUAGE_CODE):
        swedish = gettext(PROBE)
    return here != swedish or (get_language() or "").startswith(settings.LANGUAGE_CODE)


def languages_of_page(page: Page, *, current: str) -> list[Language]:
    """Return where each language is found: this page in it, else the nearest page above."""
    ancestors = page.get_ancestors(inclusive=True).filter(depth__gte=DEPTH_OF_HOME)
    depth_of = dict(ancestors.values_list("translation_key", "depth"))
    nearest: dict[str, Page] = {}
    translations = (
        Page.objects.live()
        .filter(translation_key__in=depth_of)
        .select_related("locale")
        .order_by("depth")
    )
    for translation in translations:
        nearest[translation.locale.language_code] = translation
    return _languages(
        (
            (code, found.url or "", found.translation_key == page.translation_key)
            for code in content_languages()
            if (found := nearest.get(code)) is not None
        ),
        current=current,
    )


def languages_of_view(match: ResolverMatch | None, *, current: str) -> list[Language]:
    """Return the address of one of our own views in each language, where Wagtail has that one."""
    if match is None or not match.view_name or match.view_name.startswith("wagtail"):
        return []
    homes = set(
        Page.objects.live()
        .filter(depth=DEPTH_OF_HOME)
        .values_list("locale__language_code", flat=True)
    )
    found = []
    for code in content_languages():
        if code not in homes:
            continue
        with override(code):
            try:
                url = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
            except NoReverseMatch:
                return []
        found.append((code, url, True))
    return _languages(found, current=current)


def _languages(found: Iterable[tuple[str, str, bool]], *, current: str) -> list[Language]:
    languages = []
    for code, url, is_same_page in found:
        info = get_language_info(code)
        name = str(info["name_local"])
        languages.append(
            Language(
                code=code,
                name=name[:1].upper() + name[1:],
                is_rtl=bool(info["bidi"]),
                url=url,
                is_current=code == current,
                is_same_page=is_same_page,
            )
        )
    return languages
