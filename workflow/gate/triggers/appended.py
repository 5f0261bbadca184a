"""Facts are appended, and what surrounds them in the record is kept."""

from collections.abc import Iterator

from wagtail.models import ModelLogEntry, PageLogEntry

from plandocs.models import Bemotande, Case, RemissAnswer, RemissPoint
from plandocs.vocabulary import ENDED
from workflow.gate.appended import MAY_CHANGE
from workflow.gate.triggers.rule import Rule, any_differs, table_of
from workflow.models import (
    Adoption,
    Decision,
    DecisionCorrection,
    Motive,
    MotiveAnswer,
    ParagraphClaim,
    PlanEnding,
    RemissOpening,
)


def facts_are_appended() -> Iterator[Rule]:
    """A fact is neither changed nor removed, but for what ``MAY_CHANGE`` names."""
    for model, may_change in MAY_CHANGE.items():
        table = table_of(model)
        kept = tuple(
            str(field.column)
            for field in model._meta.concrete_fields
            if field.name not in may_change
        )
        yield Rule(f"again_{table}", "UPDATE", table, "1 = 1", "record_is_frozen", kept)
        yield Rule(f"gone_{table}", "DELETE", table, "1 = 1", "record_is_frozen")
        yield emptied(table)
    corrected = (
        f"(SELECT decided_on FROM {table_of(DecisionCorrection)} "
        "WHERE decision_id = {new}.decision_id ORDER BY id DESC LIMIT 1)"
    )
    for model, column in ((Adoption, "adopted_on"), (PlanEnding, "ended_on")):
        table = table_of(model)
        yield Rule(
            f"moved_{table}",
            "UPDATE",
            table,
            f"{{new}}.{column} {{differs}} {corrected}",
            "record_is_frozen",
            (column,),
        )


def emptied(table: str) -> Rule:
    """No table is emptied in one stroke, which SQLite does by the removal of each row."""
    name, code = f"emptied_{table}", "record_is_frozen"
    return Rule(name, "TRUNCATE", table, "1 = 1", code, only_on="postgresql")


def a_paragraph_stands_for_one_decision() -> Iterator[Rule]:
    """A § is let go only by a correction that says another, and then claimed anew."""
    claim, corrected = table_of(ParagraphClaim), table_of(DecisionCorrection)
    kept = "record_is_frozen"
    last = f"SELECT max(id) FROM {corrected} WHERE decision_id = {{old}}.decision_id"
    year = "CAST(substr(CAST(decided_on AS text), 1, 4) AS integer)"
    still_so = (
        f"NOT EXISTS (SELECT 1 FROM {corrected} WHERE id = ({last}) "
        f"AND (paragraph {{differs}} {{old}}.number OR {year} <> {{old}}.year))"
    )
    yield Rule(f"again_{claim}", "UPDATE", claim, "1 = 1", kept)
    yield Rule(f"gone_{claim}", "DELETE", claim, still_so, kept)
    yield emptied(claim)


def what_surrounds_the_facts_is_kept() -> Iterator[Rule]:
    """A case keeps its number and its text, an ended one its answers, and the log every line."""
    kept = "record_is_frozen"
    case = table_of(Case)
    bearing = ("revision_id", "diarienummer", "diarienummer_key")
    yield Rule("case", "UPDATE", case, any_differs(*bearing), kept, bearing)
    ended = ", ".join(f"'{stage}'" for stage in sorted(ENDED))
    of_ended = {
        MotiveAnswer: (
            f"{table_of(Motive)} motive JOIN {table_of(Decision)} decision "
            "ON decision.id = motive.decision_id "
            f"JOIN {case} ended ON ended.id = decision.case_id WHERE motive.id = {{old}}.motive_id"
        ),
        Bemotande: (
            f"{table_of(RemissPoint)} point JOIN {table_of(RemissAnswer)} answer "
            f"ON answer.id = point.answer_id JOIN {table_of(RemissOpening)} opening "
            f"ON opening.page_id = answer.round_id JOIN {case} ended "
            "ON ended.id = opening.case_id WHERE point.id = {old}.point_id"
        ),
    }
    for model, rows in of_ended.items():
        condition = f"EXISTS (SELECT 1 FROM {rows} AND ended.stage IN ({ended}))"
        for event in ("UPDATE", "DELETE"):
            yield Rule(
                f"{event.lower()}_{table_of(model)}", event, table_of(model), condition, kept
            )
    for log in (ModelLogEntry, PageLogEntry):
        for event in ("UPDATE", "DELETE"):
            ours = "{old}.action LIKE 'styrdok.%'"
            yield Rule(f"{event.lower()}_{table_of(log)}", event, table_of(log), ours, kept)
