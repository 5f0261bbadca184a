"""Which pages may be public, and what of a public page may still change.

Each rule is asked before every save, whoever makes it: a view, a command, an alias that follows
its original, or a line of code. A rule is one sentence in docs/decisions/0009-the-gate.md.
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page

from plandocs.models import (
    HomePage,
    InformationPage,
    MemoAttachment,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    RemissExtension,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from plandocs.text.canonical import text_sha256
from workflow.gate import kept, page_tree, refusals
from workflow.gate.page_change import PageChange
from workflow.models import Adoption, RemissOpening, Submission, TranslationRelease

RECORD_PAGES = (PlanPage, PlanRevisionPage, TjansteskrivelsePage, RemissRoundPage)
UNSCHEDULED_PAGES = (*RECORD_PAGES, HomePage, PlanIndexPage)


def connect() -> None:
    """Ask before every save of a page; Django tells of the class that is saved, not its parents."""
    for model in (Page, *RULES):
        pre_save.connect(_guard, sender=model, dispatch_uid=f"gate.pages.{model.__name__}")
    pre_save.connect(_guard_attachment, sender=MemoAttachment, dispatch_uid="gate.attachment")
    pre_delete.connect(
        _guard_lost_attachment, sender=MemoAttachment, dispatch_uid="gate.attachment.del"
    )


def _guard(
    sender: type[Page],
    instance: Page,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **_: object,
) -> None:
    model = instance.specific_class
    if model not in RULES:
        return
    change = PageChange.of(instance, update_fields, raw=raw)
    if raw and change.before is None and sender is not Page:
        return  # half a page, from a file of data; the database knows the other half
    if model in UNSCHEDULED_PAGES and (change.after.go_live_at or change.after.expire_at):
        raise refusals.no_schedule(change.after)
    if model in RECORD_PAGES and change.after.alias_of_id is not None:
        raise refusals.never_alias(change.after)
    RULES[model](change)


def _plan(change: PageChange) -> None:
    """A plan is public from its first adopted text on, and keeps its address."""
    if change.becomes_public and not _has_adopted_text(change.after):
        raise refusals.not_adopted(change.after)
    if change.becomes_hidden or (change.was_public and change.alters(*kept.ADDRESS)):
        raise refusals.holds_adopted(change.before)
    _page_above(change)  # a round may be public before anything is adopted


def _has_adopted_text(plan: PlanPage) -> bool:
    original = Page.objects.filter(
        translation_key=plan.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    return (
        original is not None
        and Adoption.objects.filter(page__in=PlanRevisionPage.objects.child_of(original)).exists()
    )


def _edition(change: PageChange) -> None:
    """An edition is public in the words that were adopted, or released as a translation of them."""
    if change.after.locale.language_code == settings.LANGUAGE_CODE:
        _adopted_edition(change)
    else:
        _translated_edition(change)


def _adopted_edition(change: PageChange) -> None:
    adoption = Adoption.objects.filter(page_id=change.after.pk).first()
    if change.was_public:
        if adoption and (change.becomes_hidden or change.alters(*kept.WORDS, *kept.BESIDE_WORDS)):
            raise refusals.adopted_is_frozen(change.before)
    elif change.after.live:
        if adoption is None:
            raise refusals.not_adopted(change.after)
        if text_sha256(change.after) != adoption.sha256:
            raise refusals.other_text(change.after)
        _write_words_first(change)
    else:
        _page_above(change)


def _translated_edition(change: PageChange) -> None:
    if change.becomes_hidden or (change.was_public and change.alters(*kept.BESIDE_WORDS)):
        raise refusals.adopted_is_frozen(change.before)
    if not change.after.live or (change.was_public and not change.alters(*kept.WORDS)):
        return
    if change.was_public and "live" not in change.written:
        raise refusals.adopted_is_frozen(change.before)  # half a page is never released
    adopted = Adoption.objects.filter(
        page__translation_key=change.after.translation_key,
        page__locale__language_code=settings.LANGUAGE_CODE,
        page__live=True,
    )
    if not adopted.exists():
        raise refusals.not_adopted(change.after)
    released = TranslationRelease.objects.filter(
        page_id=change.after.pk, sha256=text_sha256(change.after)
    )
    if not released.exists():
        raise refusals.not_released(change.after)
    _write_words_first(change)


def _write_words_first(change: PageChange) -> None:
    """Write the words before the page is public, since the database lets no public words change.

    Django writes the part of the page that holds ``live`` before the part that holds the words.
    """
    page = change.after
    words = {
        field.name: getattr(page, field.attname)
        for field in page._meta.local_concrete_fields
        if field.attname in change.written and not field.primary_key
    }
    if change.was_public:  # a translation that is released again
        Page.objects.filter(pk=page.pk).update(live=False)
    if words:
        type(page).objects.filter(pk=page.pk).update(**words)


def _memo(change: PageChange) -> None:
    """A memo is never public as a page, and stays as it was sent."""
    if change.after.live:
        raise refusals.memo_stays_inside(change.after)
    if change.alters(*kept.MEMO) and Submission.objects.filter(memo_id=change.after.pk).exists():
        raise refusals.kept_for_the_record(change.before)


def _guard_attachment(instance: MemoAttachment, **_: object) -> None:
    names = kept.columns(MemoAttachment, kept.ATTACHMENT)
    now = {name: getattr(instance, name) for name in names}
    stored = MemoAttachment.objects.filter(pk=instance.pk).values(*names).first() or {}
    memos = (now["memo_id"], stored.get("memo_id"))
    if stored != now and Submission.objects.filter(memo_id__in=memos).exists():
        raise refusals.kept_for_the_record(instance.memo)


def _guard_lost_attachment(instance: MemoAttachment, **_: object) -> None:
    if Submission.objects.filter(memo_id=instance.memo_id).exists():
        raise refusals.kept_for_the_record(instance.memo)


def _round(change: PageChange) -> None:
    """A round is public once it has been opened, and keeps the text that was sent out."""
    if not RemissOpening.objects.filter(page_id=change.after.pk).exists():
        if change.after.live:
            raise refusals.round_not_opened(change.after)
        return
    had_ended = change.before is not None and change.before.closed_on is not None
    ends_anew = had_ended and change.alters("closed_on")
    if change.becomes_hidden or change.alters(*kept.ROUND) or ends_anew:
        raise refusals.kept_for_the_record(change.before)
    if change.alters("closes_on") and not _is_extended(change.after):
        raise refusals.kept_for_the_record(change.before)


def _is_extended(page: RemissRoundPage) -> bool:
    last = RemissExtension.objects.filter(round_id=page.pk).last()
    return last is not None and last.closes_on == page.closes_on


def _page_above(change: PageChange) -> None:
    """A page above public documents stays public at its address."""
    loses = change.becomes_hidden or change.alters(*kept.ADDRESS_ABOVE)
    if loses and page_tree.holds_public_record(change.before):
        raise refusals.holds_adopted(change.before)


RULES: dict[type[Page], Callable[[PageChange], None]] = {
    PlanPage: _plan,
    PlanRevisionPage: _edition,
    TjansteskrivelsePage: _memo,
    RemissRoundPage: _round,
    HomePage: _page_above,
    PlanIndexPage: _page_above,
    InformationPage: _page_above,
}
