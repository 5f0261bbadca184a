"""What stands in the record, and how a test sees that nothing of it has changed."""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from wagtail.models import Page, Revision

from plandocs.models import (
    Case,
    MemoAttachment,
    PlanRevisionPage,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from plandocs.text.canonical import text_sha256
from workflow.gate.appended import MAY_CHANGE
from workflow.gate.pages import RECORD_PAGES
from workflow.gate.versions import NAMES_A_VERSION
from workflow.models import ParagraphClaim, Submission

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

BEARING = ("id", "diarienummer", "diarienummer_key", "slug", "revision_id")
"""What of a case stays."""


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
    """Read plainly: it is read twice a test, and a thousand objects twice would be most of it."""
    live = "IN (SELECT id FROM wagtailcore_page WHERE live)"
    sent = f"IN (SELECT memo_id FROM {Submission._meta.db_table})"
    named = " UNION ".join(
        f"SELECT text_revision_id FROM {fact._meta.db_table}" for fact in NAMES_A_VERSION
    )
    return {
        "pages": {model.__name__: rows(model, "page_ptr_id") for model in RECORD_PAGES},
        "public": list(Page.objects.filter(live=True).order_by("pk").values_list(*PUBLIC_PAGE)),
        "texts": rows(PlanRevisionPage, where=f"page_ptr_id {live}"),
        "rounds": rows(RemissRoundPage),
        "memos": rows(TjansteskrivelsePage, where=f"page_ptr_id {sent}"),
        "attachments": rows(MemoAttachment, where=f"memo_id {sent}"),
        "versions": rows(Revision, "id", "content", where=f"id IN ({named})"),
        "scheduled": rows(Revision, "id", where="approved_go_live_at IS NOT NULL"),
        "facts": {fact.__name__: rows(fact) for fact in MAY_CHANGE},
        "claims": rows(ParagraphClaim),
        "cases": rows(Case, *BEARING),
    }


def rows(model, *columns, where="TRUE"):
    """Return the rows of the model's own table, as the database holds them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns) or '*'} FROM {model._meta.db_table} "
            f"WHERE {where} ORDER BY 1"
        )
        return cursor.fetchall()


def assert_only_adopted_texts_are_public():
    live = PlanRevisionPage.objects.filter(live=True).select_related("locale", "adoption")
    for page in live.prefetch_related("releases"):
        if page.locale.language_code == settings.LANGUAGE_CODE:
            allowed = [page.adoption.sha256]
        else:
            assert page.original.live
            allowed = [release.sha256 for release in page.releases.all()]
        assert text_sha256(page) in allowed
    assert not TjansteskrivelsePage.objects.filter(live=True).exists()
    assert not RemissRoundPage.objects.filter(live=True, opening=None).exists()
