"""Installing the site: the languages, the pages every language needs, and where the site begins."""

import tomllib
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from plandocs.models import HomePage, InformationPage, Municipality, PlanIndexPage
from workflow.record.log import log_fact
from workflow.services.installation.page_rights import grant_page_rights

TEXTS = Path(__file__).resolve().parents[2] / "site_texts"
PORTS = {"http": 80, "https": 443}
HOME_OF_WAGTAIL = "home"  # the slug of the page that Wagtail's own migration makes
INFORMATION = ("about", "accessibility")

# What every language needs, in one whose words are not ours: a name that stands in any language.
NAMES_ONLY = {
    "home": {"title": "Styrdokument", "introduction": ""},
    "documents": {"title": "Styrdokument", "slug": "styrdokument", "introduction": ""},
}
Texts = dict[str, dict[str, str]]


@transaction.atomic
def install_site(*, user: User | None = None) -> Site:
    """Make what is missing of languages, pages and site, and return the site. May be run again.

    Pages are real and live in every language, so that nobody has to make them while translating,
    and linked as translations of each other. What an editor has changed is left alone.
    """
    for locale in _locales():
        texts = texts_in(locale.language_code)
        home, is_new = _home(locale, texts["home"])
        _documents(home, locale, texts["documents"])
        if is_new:  # an editor may since have renamed or removed these
            for name in INFORMATION:
                if name in texts:
                    _information(name, home, locale, texts[name])
    site, begins_here = _site(HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE))
    Municipality.load()
    grant_page_rights()
    if begins_here:
        _remove_welcome_page()
        log_fact(site.root_page, "install_site", user=user)
    return site


def texts_in(language: str) -> Texts:
    """Return the titles, addresses and words of the pages in ``language``, called as on the pages.

    For a language we have no words in, only the start page and the list, with a name that is no
    language's: a page in the wrong language would be worse than none.
    """
    path = TEXTS / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else NAMES_ONLY


def _locales() -> list[Locale]:
    """Return the languages of the site, the record's own first."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    codes.sort(key=lambda code: code != settings.LANGUAGE_CODE)
    return [Locale.objects.get_or_create(language_code=code)[0] for code in codes]


def _home(locale: Locale, text: dict[str, str]) -> tuple[HomePage, bool]:
    """Return the start page of a language, and whether it was only now made."""
    root = Page.get_first_root_node()
    homes = HomePage.objects.child_of(root)
    if home := homes.filter(locale=locale).first():
        return home, False
    home = HomePage(**text, slug=locale.language_code)
    _add(root, home, locale, key=homes.values_list("translation_key", flat=True).first())
    return home, True


def _documents(home: HomePage, locale: Locale, text: dict[str, str]) -> None:
    if PlanIndexPage.objects.child_of(home).exists():
        return
    index = PlanIndexPage(**text, show_in_menus=True)
    keys = PlanIndexPage.objects.values_list("translation_key", flat=True)
    _add(home, index, locale, key=keys.first())


def _information(name: str, home: HomePage, locale: Locale, text: dict[str, str]) -> None:
    is_for_feedback = name == "accessibility"
    page = InformationPage(**text, shows_feedback_form=is_for_feedback, show_in_menus=True)
    _add(home, page, locale, key=_key_of_information(name))


def _key_of_information(name: str) -> UUID | None:
    """Return what links the pages of this name, found by the address it has in any language."""
    slugs = [
        texts[name]["slug"]
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        if name in (texts := texts_in(code))
    ]
    pages = InformationPage.objects.filter(slug__in=slugs)
    return pages.values_list("translation_key", flat=True).first()


def _add(parent: Page, page: Page, locale: Locale, *, key: UUID | None) -> None:
    """Put a live page in the tree, linked to its translations by ``key``, if there are any."""
    page.locale = locale
    if key is not None:
        page.translation_key = key
    page.live = True
    page.first_published_at = page.last_published_at = timezone.now()  # here, not in the record
    parent.add_child(instance=page)


def _site(home: HomePage) -> tuple[Site, bool]:
    """Return the site, and whether it was only now pointed at our start page."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.pk and isinstance(site.root_page.specific, HomePage):
        return site, False
    address = urlsplit(settings.BASE_URL)
    site.hostname = address.hostname or "localhost"
    site.port = address.port or PORTS.get(address.scheme, 80)
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.root_page = home
    site.save()
    return site, True


def _remove_welcome_page() -> None:
    """Remove the page that Wagtail makes to welcome developers, unless it has got company."""
    root = Page.get_first_root_node()
    for page in root.get_children().filter(slug=HOME_OF_WAGTAIL, numchild=0):
        if page.specific_class is Page:
            page.delete()
