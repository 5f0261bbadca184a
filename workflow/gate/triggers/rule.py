"""What a rule of the database is, and the pieces of SQL that the rules are put together from."""

from dataclasses import dataclass

from django.db.models import Model
from wagtail.models import Page

from plandocs.models import (
    MemoAttachment,
    PlanPage,
    PlanRevisionPage,
    RemissRoundPage,
    TjansteskrivelsePage,
)
from workflow.models import Adoption, Submission


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing the database refuses: ``event`` on ``table`` when ``condition`` holds.

    ``columns`` narrows an UPDATE to statements that write one of them; empty means any.
    ``only_on`` names the one database (its vendor) that knows such a statement; empty means both.
    """

    name: str
    event: str
    table: str
    condition: str
    code: str
    columns: tuple[str, ...] = ()
    only_on: str = ""


def table_of(model: type[Model]) -> str:
    """Return the name of a model's table."""
    return model._meta.db_table


PAGE = table_of(Page)
PLAN = table_of(PlanPage)
EDITION = table_of(PlanRevisionPage)
MEMO = table_of(TjansteskrivelsePage)
ROUND = table_of(RemissRoundPage)
ATTACHMENT = table_of(MemoAttachment)

ADOPTED = f"EXISTS (SELECT 1 FROM {table_of(Adoption)} WHERE page_id = {{row}}.id)"


def is_in(table: str, row: str, column: str = "id") -> str:
    """Return whether the page that ``column`` of a row names is of the kind the table is for."""
    return f"EXISTS (SELECT 1 FROM {table} WHERE page_ptr_id = {row}.{column})"


def is_sent(memo: str) -> str:
    """Return whether a memo, named by its key, has been sent to a body."""
    return f"EXISTS (SELECT 1 FROM {table_of(Submission)} WHERE memo_id = {memo})"


def is_live(row: str) -> str:
    """Return whether the page of a row is public."""
    return f"EXISTS (SELECT 1 FROM {PAGE} WHERE id = {row}.page_ptr_id AND live)"


def any_differs(*columns: str) -> str:
    """Return whether one of the columns gets another value."""
    return "(" + " OR ".join(f"{{new}}.{name} {{differs}} {{old}}.{name}" for name in columns) + ")"


def stays(name: str, table: str, columns: tuple[str, ...], when: str, code: str) -> Rule:
    """Return the rule that these columns keep their values, in the rows of which ``when`` holds."""
    return Rule(name, "UPDATE", table, f"{any_differs(*columns)} AND ({when})", code, columns)


def is_any_of(models: tuple[type[Model], ...]) -> str:
    """Return whether the page is of one of these kinds."""
    return "(" + " OR ".join(is_in(table_of(model), "{new}") for model in models) + ")"
