"""Which role may work on which part of the page tree. The gate and the locks stand above it."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from plandocs.models import HomePage, PlanIndexPage

RECORD: Mapping[str, tuple[str, ...]] = {"Handläggare": ("add", "change")}
"""On the documents in the language of the record."""
TRANSLATIONS: Mapping[str, tuple[str, ...]] = {"Översättare": ("add", "change")}
"""On the start pages of the other languages, and what is below them."""
SITE: Mapping[str, tuple[str, ...]] = {
    "Redaktör": ("add", "change", "publish"),
    "Administratör": ("add", "change", "publish", "lock", "unlock"),
}
"""On the start pages of every language."""
FILES = {
    "Handläggare": ("add_image", "choose_image", "add_document", "choose_document"),
    "Redaktör": ("add_image", "change_image", "choose_image", "add_document", "choose_document"),
}
"""In the root collection."""


def grant_page_rights() -> None:
    """Give each role its part of the tree. May be run again, as when a language is added."""
    homes = list(HomePage.objects.select_related("locale"))
    foreign = [home for home in homes if home.locale.language_code != settings.LANGUAGE_CODE]
    record = PlanIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    _grant(RECORD, record)
    _grant(TRANSLATIONS, foreign)
    _grant(SITE, homes)
    root = Collection.get_first_root_node()
    for role, codenames in FILES.items():
        for codename in codenames:
            GroupCollectionPermission.objects.get_or_create(
                group=Group.objects.get(name=role),
                collection=root,
                permission=_permission(codename),
            )


def _grant(rights: Mapping[str, Iterable[str]], pages: Iterable[Page]) -> None:
    for role, verbs in rights.items():
        group = Group.objects.get(name=role)
        for page in pages:
            for verb in verbs:
                GroupPagePermission.objects.get_or_create(
                    group=group, page_id=page.pk, permission=_permission(f"{verb}_page")
                )


def _permission(codename: str) -> Permission:
    app_label = {"image": "wagtailimages", "document": "wagtaildocs", "page": "wagtailcore"}
    kind = codename.rsplit("_", 1)[1]
    return Permission.objects.get(content_type__app_label=app_label[kind], codename=codename)
