"""What stands in the record, and how a test sees that nothing of it has changed."""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.models import Page, Revision

from plandocs.canonical import text_sha256
from plandocs.models import PlanRevisionPage, RemissRoundPage, TjansteskrivelsePage
from workflow.gate.facts import MAY_CHANGE
from workflow.gate.pages import RECORD_PAGES
from workflow.gate.versions import NAMES_A_VERSION

PUBLIC_PAGE = (
    "pk",
    "title",
    "slug",
    "url_path",
    "path",
    "locale_id",
    "translation_key",
    "alias_of_id",
    "view_restrictions",
    "go_live_at",
    "expire_at",
)


@dataclass
class Record:
    """One text in every state, by the name that a test calls it."""

    adopted: PlanRevisionPage
    adoption: Any
    english: PlanRevisionPage
    finnish: PlanRevisionPage
    easy: PlanRevisionPage
    plan: Any
    draft: PlanRevisionPage
    draft_case: Any
    new_plan: Any
    memo: TjansteskrivelsePage
    sent_memo: TjansteskrivelsePage
    consulted: PlanRevisionPage
    round: RemissRoundPage
    answer: Any
    index: Any
    home: Any
    council: Any
    handlaggare: Any
    actors: dict[str, Any]

    def fresh(self, name: str) -> Page:
        """Return the page called ``name`` as the database holds it now."""
        page = getattr(self, name)
        return type(page).objects.get(pk=page.pk)


UNADOPTED = ("draft", "consulted", "new_plan", "memo", "sent_memo", "finnish")
PUBLIC = ("adopted", "english", "easy", "plan", "round")
"""What may not be published by hand, and what is public and may not be altered by hand."""


@contextmanager
def nothing_changes():
    """Hold that all that is public, sent or recorded is the same after as before."""
    before = the_record()
    yield
    assert the_record() == before
    assert_only_adopted_texts_are_public()


def the_record():
    live = Page.objects.filter(live=True)
    sent = TjansteskrivelsePage.objects.exclude(submission=None)
    named = {
        pk
        for fact in NAMES_A_VERSION
        for pk in fact.objects.values_list("text_revision_id", flat=True)
    }
    return {
        "pages": {
            model.__name__: set(model.objects.values_list("pk", flat=True))
            for model in RECORD_PAGES
        },
        "public": {row[0]: row for row in live.values_list(*PUBLIC_PAGE)},
        "texts": {
            page.pk: text_sha256(page) for page in PlanRevisionPage.objects.filter(live=True)
        },
        "rounds": list(RemissRoundPage.objects.order_by("pk").values()),
        "memos": list(sent.order_by("pk").values()),
        "attachments": list(sent.order_by("pk").values_list("attachments__title")),
        "versions": dict(Revision.objects.filter(pk__in=named).values_list("pk", "content")),
        "scheduled": list(Revision.objects.exclude(approved_go_live_at=None)),
        "facts": {fact.__name__: list(fact.objects.order_by("pk").values()) for fact in MAY_CHANGE},
    }


def assert_only_adopted_texts_are_public():
    for page in PlanRevisionPage.objects.filter(live=True):
        if page.locale.language_code == settings.LANGUAGE_CODE:
            allowed = [page.adoption.sha256]
        else:
            assert page.original.live
            allowed = page.releases.values_list("sha256", flat=True)
        assert text_sha256(page) in allowed
    assert not TjansteskrivelsePage.objects.filter(live=True).exists()
    assert not RemissRoundPage.objects.filter(live=True, opening=None).exists()
