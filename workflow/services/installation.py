"""Installing the site: the languages, the pages every language needs, and where the site begins."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from plandocs.models import HomePage, InformationPage, Municipality, PlanIndexPage
from workflow.log import log_fact
from workflow.services.page_rights import grant_page_rights

TEXTS = Path(__file__).resolve().parents[1] / "site_texts"
PORTS = {"http": 80, "https": 443}
HOME_OF_WAGTAIL = "home"  # the slug of the page that Wagtail's own migration makes
INFORMATION = ("about", "accessibility")

# What every language needs, in one whose words are not ours: a name that stands in any language.
NAMES_ONLY = {
    "home": {"title": "Styrdokument", "introduction": ""},
    "documents": {"title": "Styrdokument", "slug": "styrdokument", "introduction": ""},
}
Texts = dict[str, dict[str, str]]


@dataclass(slots=True)
class _Originals:
    """The pages in the language of the record, which the others are linked to."""

    home: HomePage | None = None
    documents: PlanIndexPage | None = None
    about: InformationPage | None = None
    accessibility: InformationPage | None = None


@transaction.atomic
def install_site(*, user: Any = None) -> Site:
    """Make what is missing of languages, pages and site, and return the site. May be run again.

    Pages are real and live in every language, so that nobody has to make them while translating,
    and linked as translations of each other. What an editor has changed is left alone.
    """
    locales = _locales()
    originals = _Originals()
    for locale in locales:
        texts = texts_in(locale.language_code)
        home = _home(locale, texts["home"], originals)
        _documents(home, locale, texts["documents"], originals)
        for name in INFORMATION:
            if name in texts:
                _information(name, home, locale, texts[name], originals)
    site, is_new = _site(originals.home)
    Municipality.load()
    grant_page_rights()
    if is_new:
        _remove_welcome_page()
        log_fact(site.root_page, "install_site", user=user)
    return site


def texts_in(language: str) -> Texts:
    """Return the titles, addresses and words of the pages in ``language``.

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


def _home(locale: Locale, text: dict[str, str], originals: _Originals) -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage.objects.child_of(root).filter(locale=locale).first()
    if home is None:
        home = HomePage(
            title=text["title"], slug=locale.language_code, introduction=text["introduction"]
        )
        _add(root, home, locale, originals.home)
    originals.home = originals.home or home
    return home


def _documents(home: HomePage, locale: Locale, text: dict[str, str], originals: _Originals) -> None:
    index = PlanIndexPage.objects.child_of(home).first()
    if index is None:
        index = PlanIndexPage(
            title=text["title"],
            slug=text["slug"],
            introduction=text["introduction"],
            show_in_menus=True,
        )
        _add(home, index, locale, originals.documents)
    originals.documents = originals.documents or index


def _information(
    name: str, home: HomePage, locale: Locale, text: dict[str, str], originals: _Originals
) -> None:
    original: InformationPage | None = getattr(originals, name)
    there = InformationPage.objects.child_of(home)
    page = there.filter(
        **{"translation_key": original.translation_key} if original else {"slug": text["slug"]}
    ).first()
    if page is None:
        page = InformationPage(
            title=text["title"],
            slug=text["slug"],
            body=text["body"],
            shows_feedback_form=name == "accessibility",
            show_in_menus=True,
        )
        _add(home, page, locale, original)
    if original is None:
        setattr(originals, name, page)


def _add(parent: Page, page: Page, locale: Locale, original: Page | None) -> None:
    """Put a live page in the tree, linked to the one it is the translation of."""
    page.locale = locale
    if original is not None:
        page.translation_key = original.translation_key
    page.live = True
    page.first_published_at = page.last_published_at = timezone.now()  # here, not in the record
    parent.add_child(instance=page)


def _site(home: HomePage | None) -> tuple[Site, bool]:
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
