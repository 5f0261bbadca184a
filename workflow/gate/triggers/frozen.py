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
    stays,
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
    yield stays(
        "address",
        PAGE,
        address,
        f"{{old}}.live AND {{new}}.live AND "
        f"({is_in(PLAN, '{old}')} OR {is_in(EDITION, '{old}')} OR {is_in(ROUND, '{old}')})",
        _FROZEN,
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
    yield stays(
        "title",
        PAGE,
        ("title",),
        f"{{old}}.live AND {{new}}.live AND ({is_in(EDITION, '{old}')} OR {is_in(ROUND, '{old}')})",
        _FROZEN,
    )
    words = kept.columns(PlanRevisionPage, (*kept.WORDS, *kept.BESIDE_WORDS))
    yield stays("words", EDITION, words, is_live("{old}"), _FROZEN)


def what_was_sent_stays() -> Iterator[Rule]:
    """A remiss that was opened or closed and a memo that was sent stay as they were."""
    sent = kept.columns(RemissRoundPage, kept.ROUND)
    yield stays(
        "sent_out",
        ROUND,
        sent,
        f"EXISTS (SELECT 1 FROM {table_of(RemissOpening)} WHERE page_id = {{old}}.page_ptr_id)",
        _KEPT,
    )
    ending = ("closed_on", "closing_registered_at", "closes_on")
    yield stays("closed", ROUND, ending, "{old}.closed_on IS NOT NULL", _KEPT)
    yield stays("sent_memo_title", PAGE, ("title",), is_sent("{old}.id"), _KEPT)
    memo = kept.columns(TjansteskrivelsePage, kept.MEMO)
    yield stays("sent_memo", MEMO, memo, is_sent("{old}.page_ptr_id"), _KEPT)


def nothing_behind_a_reference_changes() -> Iterator[Rule]:
    """A body keeps its code, a page its language, a sent memo its attachments and their files."""
    yield Rule(
        "code", "UPDATE", table_of(Organisation), any_differs("code"), _KEPT, columns=("code",)
    )
    yield stays(
        "language",
        table_of(Locale),
        ("language_code",),
        f"EXISTS (SELECT 1 FROM {PAGE} WHERE locale_id = {{old}}.id AND depth > 1)",
        _KEPT,
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
    yield stays(
        "sent_file",
        table_of(get_document_model()),
        file,
        f"EXISTS (SELECT 1 FROM {ATTACHMENT} attached "
        f"WHERE attached.document_id = {{old}}.id AND {is_sent('attached.memo_id')})",
        _KEPT,
    )


def versions_named_are_kept() -> Iterator[Rule]:
    """A saved version that a fact names is not written over."""
    named = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table_of(fact)} WHERE text_revision_id = {{old}}.id)"
        for fact in NAMES_A_VERSION
    )
    yield stays(
        "version", table_of(Revision), ("content", "object_id", "content_type_id"), named, _KEPT
    )
