"""No row that the rules stand on gives way to another that has its key.

SQLite has ``INSERT OR REPLACE`` and ``UPDATE OR REPLACE``: a row whose key is taken removes the one
that has it, and neither fires a trigger for what was removed. PostgreSQL has no such statement, and
its ``ON CONFLICT DO UPDATE`` is an update like any other.
"""

from collections.abc import Collection, Iterator

from django.apps import apps
from django.db.models import Model, UniqueConstraint

from workflow.gate.appended import MAY_CHANGE
from workflow.gate.kept import columns
from workflow.gate.triggers.rule import Rule, any_differs, table_of

SQLITE = "sqlite"


def no_row_gives_way(tables: Collection[str]) -> Iterator[Rule]:
    """Neither a new row nor a changed one takes the key of one that is there in ``tables``."""
    for model in apps.get_models(include_auto_created=True):
        table = table_of(model)
        if table not in tables:
            continue
        taken = " OR ".join(_is_taken(table, key) for key in keys(model))
        yield Rule(f"replaced_{table}", "INSERT", table, taken, "record_is_frozen", only_on=SQLITE)
        if model not in MAY_CHANGE:  # the key of a fact does not change at all
            yield _no_row_is_pushed_away(model)


def keys(model: type[Model]) -> list[tuple[str, ...]]:
    """Return the columns, or sets of columns, that two rows of a model's table never share."""
    options = model._meta
    alone = [(field.name,) for field in options.local_concrete_fields if field.unique]
    together = [tuple(names) for names in options.unique_together]
    declared = [
        tuple(constraint.fields)
        for constraint in options.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return [columns(model, names) for names in (*alone, *together, *declared)]


def _no_row_is_pushed_away(model: type[Model]) -> Rule:
    table, own = table_of(model), str(model._meta.pk.column)
    written = tuple(dict.fromkeys(column for key in keys(model) for column in key))
    another = f"AND other.{own} <> {{old}}.{own}"
    taken = " OR ".join(
        f"{any_differs(*key)} AND {_is_taken(table, key, another)}" for key in keys(model)
    )
    return Rule(
        f"pushed_{table}", "UPDATE", table, taken, "record_is_frozen", written, only_on=SQLITE
    )


def _is_taken(table: str, key: tuple[str, ...], more: str = "") -> str:
    """Each key is asked by itself, so that each is found by its own index."""
    same = " AND ".join(f"other.{column} = {{new}}.{column}" for column in key)
    return f"EXISTS (SELECT 1 FROM {table} other WHERE {same} {more})"
