"""Nothing becomes public but by the record, and nothing waits for a clock to make it so."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Revision

from workflow.gate.pages import RECORD_PAGES, UNSCHEDULED_PAGES
from workflow.gate.triggers.rule import (
    ADOPTED,
    EDITION,
    MEMO,
    PAGE,
    PLAN,
    ROUND,
    Rule,
    is_any_of,
    is_in,
    table_of,
)
from workflow.models import Adoption, RemissOpening, TranslationRelease

_SWEDISH = f"(SELECT id FROM {table_of(Locale)} WHERE language_code = '{settings.LANGUAGE_CODE}')"
_ORIGINAL = (
    f"SELECT 1 FROM {PAGE} original WHERE original.translation_key = {{new}}.translation_key "
    f"AND original.locale_id = {_SWEDISH}"
)
_ENTITLED_EDITION = (
    f"CASE WHEN {{new}}.locale_id = {_SWEDISH} THEN {ADOPTED.replace('{row}', '{new}')} ELSE "
    f"EXISTS (SELECT 1 FROM {table_of(TranslationRelease)} WHERE page_id = {{new}}.id) AND "
    f"EXISTS ({_ORIGINAL} AND {ADOPTED.replace('{row}', 'original')}) END"
)
_ENTITLED_PLAN = (
    f"EXISTS ({_ORIGINAL} AND EXISTS (SELECT 1 FROM {table_of(Adoption)} adoption "
    f"JOIN {PAGE} edition ON edition.id = adoption.page_id "
    f"WHERE substr(edition.path, 1, length(original.path)) = original.path))"
)
_ENTITLED_ROUND = f"EXISTS (SELECT 1 FROM {table_of(RemissOpening)} WHERE page_id = {{new}}.id)"


def nothing_unadopted_is_public() -> Iterator[Rule]:
    """An edition, a plan or a remiss is public by its fact; a memo never is, nor an alias."""
    entitled = {EDITION: _ENTITLED_EDITION, PLAN: _ENTITLED_PLAN, ROUND: _ENTITLED_ROUND}
    for table, right in entitled.items():
        yield Rule(
            f"public_{table}",
            "UPDATE",
            PAGE,
            f"{{new}}.live AND {is_in(table, '{new}')} AND NOT ({right})",
            "not_adopted",
            ("live",),
        )
    yield Rule(
        f"public_{MEMO}",
        "UPDATE",
        PAGE,
        f"{{new}}.live AND {is_in(MEMO, '{new}')}",
        "not_adopted",
        ("live",),
    )
    yield Rule(
        "alias",
        "UPDATE",
        PAGE,
        f"{{new}}.alias_of_id IS NOT NULL AND {is_any_of(RECORD_PAGES)}",
        "not_adopted",
        ("alias_of_id",),
    )
    for model in RECORD_PAGES:  # Django inserts the page first, so its fate is known here
        yield Rule(
            f"born_{table_of(model)}",
            "INSERT",
            table_of(model),
            f"EXISTS (SELECT 1 FROM {PAGE} WHERE id = {{new}}.page_ptr_id "
            "AND (live OR alias_of_id IS NOT NULL))",
            "not_adopted",
        )


def nothing_waits_for_a_clock() -> Iterator[Rule]:
    """No page of the record is published or hidden at a set time."""
    yield Rule(
        "schedule",
        "UPDATE",
        PAGE,
        "({new}.go_live_at IS NOT NULL OR {new}.expire_at IS NOT NULL) AND "
        f"{is_any_of(UNSCHEDULED_PAGES)}",
        "not_adopted",
        ("go_live_at", "expire_at"),
    )
    names = ", ".join(f"'{model._meta.model_name}'" for model in UNSCHEDULED_PAGES)
    planned = (
        "{new}.approved_go_live_at IS NOT NULL AND EXISTS "
        f"(SELECT 1 FROM {table_of(ContentType)} kind WHERE kind.id = {{new}}.content_type_id "
        f"AND kind.app_label = 'plandocs' AND kind.model IN ({names}))"
    )
    yield Rule("planned_insert", "INSERT", table_of(Revision), planned, "not_adopted")
    yield Rule(
        "planned_update",
        "UPDATE",
        table_of(Revision),
        planned,
        "not_adopted",
        ("approved_go_live_at",),
    )
