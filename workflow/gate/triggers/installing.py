"""Putting the triggers into the database, and taking them away while it is rebuilt.

Django rebuilds tables on SQLite when a migration changes them, which no trigger survives or allows:
before migrations that change something the triggers are taken away, and after every migrate they
are put back. A restore of a backup is made with the database's own tools, which bring the triggers
in after the rows.
"""

from collections.abc import Iterator, Sequence

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models.signals import post_migrate, pre_migrate

from workflow.gate.database_errors import MARK
from workflow.gate.triggers import Rule, rules, tables_asked

PREFIX = "styrdok_"


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
        if not {rule.table for rule in rules()} | tables_asked() <= tables:
            return  # migrated only so far that the record has no tables yet
        if not _columns_written() <= _columns_there(connection, cursor):
            return  # or not all of their columns, any more or yet
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


def _before_migrating(using: str, plan: Sequence[object], **_: object) -> None:
    if plan:
        remove(using)


def _after_migrating(using: str, **_: object) -> None:
    install(using)


def _columns_written() -> set[tuple[str, str]]:
    return {(rule.table, column) for rule in rules() for column in rule.columns}


def _columns_there(connection: BaseDatabaseWrapper, cursor: CursorWrapper) -> set[tuple[str, str]]:
    describe = connection.introspection.get_table_description
    tables = {table for table, _column in _columns_written()}
    return {(table, row.name) for table in tables for row in describe(cursor, table)}


def _statements(rule: Rule, connection: BaseDatabaseWrapper) -> Iterator[str]:
    if rule.only_on not in ("", connection.vendor):
        return
    name = f"{PREFIX}{rule.name}"
    columns = f" OF {', '.join(rule.columns)}" if rule.columns else ""
    condition = rule.condition.format(
        old="OLD",
        new="NEW",
        differs="IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM",
    )
    if connection.vendor == "sqlite":
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
