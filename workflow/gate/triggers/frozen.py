"""What is public or has been sent stays as it is, with what it refers to."""

from collections.abc import Iterator

from wagtail.documents import get_document_model
from wagtail.models import Locale, Page, Revision

from plandocs.models import (
    MemoAttachment,
    Organisation,
    PlanRevisionPage,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from workflow.gate import kept
from workflow.gate.triggers.rule import (
    ADOPTED,
    ATTACHMENT,
    EDITION,
    MEMO,
    PAGE,
    PLAN,
    ROUND,
    Rule,
    any_differs,
    is_in,
    is_live,
    is_sent,
    table_of,
)
from workflow.gate.versions import NAMES_A_VERSION
from workflow.models import RemissOpening

_FROZEN, _KEPT = "adopted_text_is_frozen", "record_is_frozen"


def the_public_is_found_where_it_was() -> Iterator[Rule]:
    """What is public stays public, under the same address; so does all that stands above it."""
    address = kept.columns(Page, kept.ADDRESS)
    adopted = ADOPTED.replace("{row}", "{old}")
    yield Rule(
        "hidden",
        "UPDATE",
        PAGE,
        f"{{old}}.live AND NOT {{new}}.live AND ({adopted} OR {is_in(PLAN, '{old}')} "
        f"OR {is_in(ROUND, '{old}')})",
        _FROZEN,
        ("live",),
    )
    yield Rule(
        "address",
        "UPDATE",
        PAGE,
        f"{{old}}.live AND {{new}}.live AND {any_differs(*address)} AND "
        f"({is_in(PLAN, '{old}')} OR {is_in(EDITION, '{old}')} OR {is_in(ROUND, '{old}')})",
        _FROZEN,
        address,
    )
    above = kept.columns(Page, kept.ADDRESS_ABOVE)
    yield Rule(
        "above",
        "UPDATE",
        PAGE,
        f"{{old}}.depth > 1 AND ({any_differs(*above)} OR {{old}}.live AND NOT {{new}}.live) "
        f"AND EXISTS (SELECT 1 FROM {PAGE} below WHERE below.live AND below.id <> {{old}}.id "
        "AND substr(below.path, 1, length({old}.path)) = {old}.path "
        f"AND ({is_in(EDITION, 'below')} OR {is_in(ROUND, 'below')}))",
        _FROZEN,
        (*above, "live"),
    )


def the_public_says_what_it_said() -> Iterator[Rule]:
    """The words of an edition or a remiss that is public stay."""
    yield Rule(
        "title",
        "UPDATE",
        PAGE,
        f"{{old}}.live AND {{new}}.live AND {any_differs('title')} AND "
        f"({is_in(EDITION, '{old}')} OR {is_in(ROUND, '{old}')})",
        _FROZEN,
        ("title",),
    )
    words = kept.columns(PlanRevisionPage, (*kept.WORDS, *kept.BESIDE_WORDS))
    yield Rule(
        "words", "UPDATE", EDITION, f"{any_differs(*words)} AND {is_live('{old}')}", _FROZEN, words
    )


def what_was_sent_stays() -> Iterator[Rule]:
    """A remiss that was opened and a memo that was sent stay as they were."""
    sent = kept.columns(RemissRoundPage, kept.ROUND)
    yield Rule(
        "sent_out",
        "UPDATE",
        ROUND,
        f"{any_differs(*sent)} AND EXISTS "
        f"(SELECT 1 FROM {table_of(RemissOpening)} WHERE page_id = {{old}}.page_ptr_id)",
        _KEPT,
        sent,
    )
    yield Rule(
        "sent_memo_title",
        "UPDATE",
        PAGE,
        f"{any_differs('title')} AND {is_sent('{old}.id')}",
        _KEPT,
        ("title",),
    )
    memo = kept.columns(TjansteskrivelsePage, kept.MEMO)
    yield Rule(
        "sent_memo",
        "UPDATE",
        MEMO,
        f"{any_differs(*memo)} AND {is_sent('{old}.page_ptr_id')}",
        _KEPT,
        memo,
    )


def nothing_behind_a_reference_changes() -> Iterator[Rule]:
    """A body keeps its code, a page its language, a sent memo its attachments and their files."""
    yield Rule(
        "code", "UPDATE", table_of(Organisation), any_differs("code"), _KEPT, columns=("code",)
    )
    yield Rule(
        "language",
        "UPDATE",
        table_of(Locale),
        f"{any_differs('language_code')} AND EXISTS "
        f"(SELECT 1 FROM {PAGE} WHERE locale_id = {{old}}.id AND depth > 1)",
        _KEPT,
        ("language_code",),
    )
    attached = kept.columns(MemoAttachment, kept.ATTACHMENT)
    either = f"{is_sent('{old}.memo_id')} OR {is_sent('{new}.memo_id')}"
    for event, condition, columns in (
        ("INSERT", is_sent("{new}.memo_id"), ()),
        ("UPDATE", f"{any_differs(*attached)} AND ({either})", attached),
        ("DELETE", is_sent("{old}.memo_id"), ()),
    ):
        yield Rule(f"attached_{event.lower()}", event, ATTACHMENT, condition, _KEPT, columns)
    file = ("file", "collection_id")
    yield Rule(
        "sent_file",
        "UPDATE",
        table_of(get_document_model()),
        f"{any_differs(*file)} AND EXISTS (SELECT 1 FROM {ATTACHMENT} attached "
        f"WHERE attached.document_id = {{old}}.id AND {is_sent('attached.memo_id')})",
        _KEPT,
        file,
    )


def versions_named_are_kept() -> Iterator[Rule]:
    """A saved version that a fact names is not written over."""
    named = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table_of(fact)} WHERE text_revision_id = {{old}}.id)"
        for fact in NAMES_A_VERSION
    )
    yield Rule(
        "version",
        "UPDATE",
        table_of(Revision),
        f"{any_differs('content', 'object_id', 'content_type_id')} AND ({named})",
        _KEPT,
        ("content", "object_id", "content_type_id"),
    )
