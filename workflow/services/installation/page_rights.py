"""Which role may work on which part of the page tree. The gate and the locks stand above it."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

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
    "Handläggare": ("add_image", "choose_image"),
    "Redaktör": ("add_image", "change_image", "choose_image", "add_document", "choose_document"),
}
"""In the root collection, whose files anyone may fetch who knows the address."""
CASE_FILES = {
    "Handläggare": ("add_document", "change_document", "choose_document"),
    "Registrator": ("add_document", "choose_document"),
}
"""In the collection of the cases, where what is attached to a memo lies."""
CASE_COLLECTION = "Handlingar i ärenden"
READERS = ("Handläggare", "Registrator", "Förtroendevald", "Administratör")


def grant_page_rights() -> None:
    """Give each role its part of the tree. May be run again, as when a language is added."""
    homes = list(HomePage.objects.select_related("locale"))
    foreign = [home for home in homes if home.locale.language_code != settings.LANGUAGE_CODE]
    record = PlanIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    _grant(RECORD, record)
    _grant(TRANSLATIONS, foreign)
    _grant(SITE, homes)
    root = Collection.get_first_root_node()
    _grant_files(FILES, root)
    _grant_files(CASE_FILES, _case_collection(root))


def _case_collection(root: Collection) -> Collection:
    """Return the collection of the cases: their files are no more public than a draft (R45)."""
    found = Collection.objects.child_of(root).filter(name=CASE_COLLECTION).first()
    collection = found or root.add_child(name=CASE_COLLECTION)
    restriction, _created = CollectionViewRestriction.objects.get_or_create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(Group.objects.filter(name__in=READERS))
    return collection


def _grant_files(rights: Mapping[str, Iterable[str]], collection: Collection) -> None:
    for role, codenames in rights.items():
        for codename in codenames:
            GroupCollectionPermission.objects.get_or_create(
                group=Group.objects.get(name=role),
                collection=collection,
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
