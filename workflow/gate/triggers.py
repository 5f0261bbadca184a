"""The last wall: database triggers for what asks neither Wagtail nor Django.

``queryset.update()``, ``bulk_update()`` and plain SQL send no signal, so the database itself holds
the rules that must never be broken. Each rule is written once, in SQL that SQLite and PostgreSQL
both read. ``{old}`` and ``{new}`` stand for the row, ``{differs}`` for inequality that knows null.

Django rebuilds tables on SQLite when a migration changes them, which no trigger survives or allows:
before migrations that change something the triggers are taken away, and after every migrate they
are put back. A restore of a backup is made with the database's own tools, which bring the triggers
in after the rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model
from django.db.models.signals import post_migrate, pre_migrate
from wagtail.documents import get_document_model
from wagtail.models import Locale, ModelLogEntry, Page, PageLogEntry, Revision

from plandocs.models import (
    Bemotande,
    Case,
    MemoAttachment,
    Organisation,
    PlanPage,
    PlanRevisionPage,
    RemissAnswer,
    RemissPoint,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from plandocs.vocabulary import CaseStage
from workflow.gate.facts import MAY_CHANGE
from workflow.gate.pages import RECORD_PAGES, UNSCHEDULED_PAGES
from workflow.gate.refusals import MARK
from workflow.gate.versions import NAMES_A_VERSION
from workflow.models import (
    Adoption,
    Decision,
    DecisionCorrection,
    Motive,
    MotiveAnswer,
    PlanEnding,
    RemissOpening,
    Submission,
    TranslationRelease,
)

PREFIX = "styrdok_"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing the database refuses: ``event`` on ``table`` when ``condition`` holds.

    ``columns`` narrows an UPDATE to statements that write one of them; empty means any.
    """

    name: str
    event: str
    table: str
    condition: str
    code: str
    columns: tuple[str, ...] = ()


def connect() -> None:
    """Follow Django's migrations."""
    workflow = apps.get_app_config("workflow")
    pre_migrate.connect(_before_migrating, sender=workflow, dispatch_uid="gate.triggers.before")
    post_migrate.connect(_after_migrating, sender=workflow, dispatch_uid="gate.triggers.after")


def install(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Put every trigger in place; one that is there already is made anew."""
    connection = connections[alias]
    remove(alias)
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if not {rule.table for rule in rules()} | _tables_asked() <= tables:
            return  # migrated only so far that the record has no tables yet
        for rule in rules():
            for statement in _statements(rule, connection):
                cursor.execute(statement)


def remove(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Take every trigger away: before tables are rebuilt, or all rows erased."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        for name, table in installed(alias):
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def installed(alias: str = DEFAULT_DB_ALIAS) -> list[tuple[str, str]]:
    """Return the name and table of every trigger of ours in the database."""
    connection = connections[alias]
    query = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND t.tgname LIKE %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [f"{PREFIX}%"])
        return list(cursor.fetchall())


def rules() -> list[Rule]:
    """Return everything the database refuses."""
    return [
        *_nothing_unadopted_is_public(),
        *_nothing_public_changes(),
        *_nothing_behind_a_reference_changes(),
        *_nothing_waits_for_a_clock(),
        *_versions_named_are_kept(),
        *_facts_are_appended(),
        *_what_surrounds_the_facts_is_kept(),
    ]


def _before_migrating(using: str, plan: list[Any], **_: Any) -> None:
    if plan:
        remove(using)


def _after_migrating(using: str, **_: Any) -> None:
    install(using)


def _table(model: type[Model]) -> str:
    return model._meta.db_table


PAGE = _table(Page)
PLAN = _table(PlanPage)
EDITION = _table(PlanRevisionPage)
MEMO = _table(TjansteskrivelsePage)
ROUND = _table(RemissRoundPage)
ATTACHMENT = _table(MemoAttachment)

_SWEDISH = f"(SELECT id FROM {_table(Locale)} WHERE language_code = '{settings.LANGUAGE_CODE}')"
_ORIGINAL = (
    f"SELECT 1 FROM {PAGE} original WHERE original.translation_key = {{new}}.translation_key "
    f"AND original.locale_id = {_SWEDISH}"
)
_ADOPTED = f"EXISTS (SELECT 1 FROM {_table(Adoption)} WHERE page_id = {{row}}.id)"
_ENTITLED_EDITION = (
    f"CASE WHEN {{new}}.locale_id = {_SWEDISH} THEN {_ADOPTED.replace('{row}', '{new}')} ELSE "
    f"EXISTS (SELECT 1 FROM {_table(TranslationRelease)} WHERE page_id = {{new}}.id) AND "
    f"EXISTS ({_ORIGINAL} AND {_ADOPTED.replace('{row}', 'original')}) END"
)
_ENTITLED_PLAN = (
    f"EXISTS ({_ORIGINAL} AND EXISTS (SELECT 1 FROM {_table(Adoption)} adoption "
    f"JOIN {PAGE} edition ON edition.id = adoption.page_id "
    f"WHERE substr(edition.path, 1, length(original.path)) = original.path))"
)
_ENTITLED_ROUND = f"EXISTS (SELECT 1 FROM {_table(RemissOpening)} WHERE page_id = {{new}}.id)"


def _is(table: str, row: str, column: str = "id") -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE page_ptr_id = {row}.{column})"


def _is_sent(memo: str) -> str:
    return f"EXISTS (SELECT 1 FROM {_table(Submission)} WHERE memo_id = {memo})"


def _is_live(row: str) -> str:
    return f"EXISTS (SELECT 1 FROM {PAGE} WHERE id = {row}.page_ptr_id AND live)"


def _any_differs(*columns: str) -> str:
    return "(" + " OR ".join(f"{{new}}.{name} {{differs}} {{old}}.{name}" for name in columns) + ")"


def _any_of(tables: tuple[type[Model], ...]) -> str:
    return "(" + " OR ".join(_is(_table(model), "{new}") for model in tables) + ")"


def _nothing_unadopted_is_public() -> Iterator[Rule]:
    entitled = {EDITION: _ENTITLED_EDITION, PLAN: _ENTITLED_PLAN, ROUND: _ENTITLED_ROUND}
    for table, right in entitled.items():
        yield Rule(
            f"public_{table}",
            "UPDATE",
            PAGE,
            f"{{new}}.live AND {_is(table, '{new}')} AND NOT ({right})",
            "not_adopted",
            ("live",),
        )
    yield Rule(
        f"public_{MEMO}",
        "UPDATE",
        PAGE,
        f"{{new}}.live AND {_is(MEMO, '{new}')}",
        "not_adopted",
        ("live",),
    )
    yield Rule(
        "alias",
        "UPDATE",
        PAGE,
        f"{{new}}.alias_of_id IS NOT NULL AND {_any_of(RECORD_PAGES)}",
        "not_adopted",
        ("alias_of_id",),
    )
    for model in RECORD_PAGES:  # Django inserts the page first, so its fate is known here
        yield Rule(
            f"born_{_table(model)}",
            "INSERT",
            _table(model),
            f"EXISTS (SELECT 1 FROM {PAGE} WHERE id = {{new}}.page_ptr_id "
            "AND (live OR alias_of_id IS NOT NULL))",
            "not_adopted",
        )


def _nothing_public_changes() -> Iterator[Rule]:
    address = ("slug", "url_path", "translation_key", "locale_id")
    adopted = _ADOPTED.replace("{row}", "{old}")
    frozen = "adopted_text_is_frozen"
    yield Rule(
        "hidden",
        "UPDATE",
        PAGE,
        f"{{old}}.live AND NOT {{new}}.live AND ({adopted} OR {_is(PLAN, '{old}')} "
        f"OR {_is(ROUND, '{old}')})",
        frozen,
        ("live",),
    )
    yield Rule(
        "address",
        "UPDATE",
        PAGE,
        f"{{old}}.live AND {{new}}.live AND {_any_differs(*address)} AND "
        f"({_is(PLAN, '{old}')} OR {_is(EDITION, '{old}')} OR {_is(ROUND, '{old}')})",
        frozen,
        address,
    )
    yield Rule(
        "title",
        "UPDATE",
        PAGE,
        f"{{old}}.live AND {{new}}.live AND {_any_differs('title')} AND "
        f"({_is(EDITION, '{old}')} OR {_is(ROUND, '{old}')})",
        frozen,
        ("title",),
    )
    above = ("slug", "locale_id", "translation_key")
    yield Rule(
        "above",
        "UPDATE",
        PAGE,
        f"{{old}}.depth > 1 AND ({_any_differs(*above)} OR {{old}}.live AND NOT {{new}}.live) "
        f"AND EXISTS (SELECT 1 FROM {PAGE} below WHERE below.live AND below.id <> {{old}}.id "
        "AND substr(below.path, 1, length({old}.path)) = {old}.path "
        f"AND ({_is(EDITION, 'below')} OR {_is(ROUND, 'below')}))",
        frozen,
        (*above, "live"),
    )
    words = ("body", "summary", "valid_from", "valid_to", "number")
    yield Rule(
        "words",
        "UPDATE",
        EDITION,
        f"{_any_differs(*words)} AND {_is_live('{old}')}",
        frozen,
        words,
    )
    sent = ("text", "text_title", "text_sha256", "questions", "missive", "opened_on", "is_public")
    yield Rule(
        "sent_out",
        "UPDATE",
        ROUND,
        f"{_any_differs(*sent)} AND EXISTS "
        f"(SELECT 1 FROM {_table(RemissOpening)} WHERE page_id = {{old}}.page_ptr_id)",
        "record_is_frozen",
        sent,
    )
    yield Rule(
        "sent_memo_title",
        "UPDATE",
        PAGE,
        f"{_any_differs('title')} AND {_is_sent('{old}.id')}",
        "record_is_frozen",
        ("title",),
    )
    memo = ("to_body_id", "dated_on", "proposal", "summary", "background", "assessment")
    yield Rule(
        "sent_memo",
        "UPDATE",
        MEMO,
        f"{_any_differs(*memo)} AND {_is_sent('{old}.page_ptr_id')}",
        "record_is_frozen",
        memo,
    )


def _nothing_behind_a_reference_changes() -> Iterator[Rule]:
    kept = "record_is_frozen"
    yield Rule(
        "code", "UPDATE", _table(Organisation), _any_differs("code"), kept, columns=("code",)
    )
    yield Rule(
        "language",
        "UPDATE",
        _table(Locale),
        f"{_any_differs('language_code')} AND EXISTS "
        f"(SELECT 1 FROM {PAGE} WHERE locale_id = {{old}}.id AND depth > 1)",
        kept,
        ("language_code",),
    )
    attached = ("title", "document_id", "memo_id")
    for event, condition, columns in (
        ("INSERT", _is_sent("{new}.memo_id"), ()),
        ("UPDATE", f"{_any_differs(*attached)} AND {_is_sent('{old}.memo_id')}", attached),
        ("DELETE", _is_sent("{old}.memo_id"), ()),
    ):
        yield Rule(f"attached_{event.lower()}", event, ATTACHMENT, condition, kept, columns)
    file = ("file", "collection_id")
    yield Rule(
        "sent_file",
        "UPDATE",
        _table(get_document_model()),
        f"{_any_differs(*file)} AND EXISTS (SELECT 1 FROM {ATTACHMENT} attached "
        f"WHERE attached.document_id = {{old}}.id AND {_is_sent('attached.memo_id')})",
        kept,
        file,
    )


def _nothing_waits_for_a_clock() -> Iterator[Rule]:
    yield Rule(
        "schedule",
        "UPDATE",
        PAGE,
        "({new}.go_live_at IS NOT NULL OR {new}.expire_at IS NOT NULL) AND "
        f"{_any_of(UNSCHEDULED_PAGES)}",
        "not_adopted",
        ("go_live_at", "expire_at"),
    )
    names = ", ".join(f"'{model._meta.model_name}'" for model in UNSCHEDULED_PAGES)
    planned = (
        f"{{new}}.approved_go_live_at IS NOT NULL AND EXISTS (SELECT 1 FROM {_table(ContentType)} "
        f"kind WHERE kind.id = {{new}}.content_type_id AND kind.app_label = 'plandocs' "
        f"AND kind.model IN ({names}))"
    )
    yield Rule("planned_insert", "INSERT", _table(Revision), planned, "not_adopted")
    yield Rule(
        "planned_update",
        "UPDATE",
        _table(Revision),
        planned,
        "not_adopted",
        ("approved_go_live_at",),
    )


def _versions_named_are_kept() -> Iterator[Rule]:
    named = " OR ".join(
        f"EXISTS (SELECT 1 FROM {_table(fact)} WHERE text_revision_id = {{old}}.id)"
        for fact in NAMES_A_VERSION
    )
    yield Rule(
        "version",
        "UPDATE",
        _table(Revision),
        f"{_any_differs('content', 'object_id', 'content_type_id')} AND ({named})",
        "record_is_frozen",
        ("content", "object_id", "content_type_id"),
    )


def _facts_are_appended() -> Iterator[Rule]:
    for model, may_change in MAY_CHANGE.items():
        table = _table(model)
        kept = tuple(
            str(field.column)
            for field in model._meta.concrete_fields
            if field.name not in may_change
        )
        yield Rule(f"again_{table}", "UPDATE", table, "1 = 1", "record_is_frozen", kept)
        yield Rule(f"gone_{table}", "DELETE", table, "1 = 1", "record_is_frozen")
        yield Rule(f"emptied_{table}", "TRUNCATE", table, "1 = 1", "record_is_frozen")
    corrected = (
        f"(SELECT decided_on FROM {_table(DecisionCorrection)} "
        "WHERE decision_id = {new}.decision_id ORDER BY id DESC LIMIT 1)"
    )
    for model, column in ((Adoption, "adopted_on"), (PlanEnding, "ended_on")):
        table = _table(model)
        yield Rule(
            f"moved_{table}",
            "UPDATE",
            table,
            f"{{new}}.{column} {{differs}} {corrected}",
            "record_is_frozen",
            (column,),
        )


def _what_surrounds_the_facts_is_kept() -> Iterator[Rule]:
    kept = "record_is_frozen"
    case = _table(Case)
    bearing = ("revision_id", "diarienummer", "diarienummer_key")
    yield Rule("case", "UPDATE", case, _any_differs(*bearing), kept, bearing)
    ended = ", ".join(f"'{stage}'" for stage in (CaseStage.ANTAGEN, CaseStage.AVSLAGEN))
    of_ended = {
        MotiveAnswer: (
            f"{_table(Motive)} motive JOIN {_table(Decision)} decision "
            "ON decision.id = motive.decision_id "
            f"JOIN {case} ended ON ended.id = decision.case_id WHERE motive.id = {{old}}.motive_id"
        ),
        Bemotande: (
            f"{_table(RemissPoint)} point JOIN {_table(RemissAnswer)} answer "
            f"ON answer.id = point.answer_id JOIN {_table(RemissOpening)} opening "
            f"ON opening.page_id = answer.round_id JOIN {case} ended "
            "ON ended.id = opening.case_id WHERE point.id = {old}.point_id"
        ),
    }
    for model, rows in of_ended.items():
        condition = f"EXISTS (SELECT 1 FROM {rows} AND ended.stage IN ({ended}))"
        for event in ("UPDATE", "DELETE"):
            yield Rule(f"{event.lower()}_{_table(model)}", event, _table(model), condition, kept)
    for log in (ModelLogEntry, PageLogEntry):
        for event in ("UPDATE", "DELETE"):
            ours = "{old}.action LIKE 'styrdok.%'"
            yield Rule(f"{event.lower()}_{_table(log)}", event, _table(log), ours, kept)


def _tables_asked() -> set[str]:
    models = (Page, Locale, Revision, ContentType, TranslationRelease, *RECORD_PAGES)
    return {_table(model) for model in (*models, *NAMES_A_VERSION)}


def _statements(rule: Rule, connection: BaseDatabaseWrapper) -> Iterator[str]:
    name = f"{PREFIX}{rule.name}"
    columns = f" OF {', '.join(rule.columns)}" if rule.columns else ""
    condition = rule.condition.format(
        old="OLD",
        new="NEW",
        differs="IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM",
    )
    if connection.vendor == "sqlite":
        if rule.event == "TRUNCATE":
            return  # SQLite has no such statement
        yield (
            f"CREATE TRIGGER {name} BEFORE {rule.event}{columns} ON {rule.table} FOR EACH ROW "
            f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{MARK}{rule.code}'); END"
        )
        return
    each = "STATEMENT" if rule.event == "TRUNCATE" else "ROW"
    back = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(rule.event, "NEW")
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition} THEN RAISE EXCEPTION '{MARK}{rule.code}' "
        "USING ERRCODE = 'integrity_constraint_violation'; "
        f"END IF; RETURN {back}; END $$"
    )
    yield (
        f"CREATE TRIGGER {name} BEFORE {rule.event}{columns} ON {rule.table} "
        f"FOR EACH {each} EXECUTE FUNCTION {name}()"
    )
