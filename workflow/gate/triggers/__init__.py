"""The triggers: what the database itself refuses, whoever asks it.

``queryset.update()``, ``bulk_update()`` and plain SQL send no signal, so the database itself holds
the rules that must never be broken. Each rule is written once, in SQL that SQLite and PostgreSQL
both read. ``{old}`` and ``{new}`` stand for the row, ``{differs}`` for inequality that knows null.
"""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Revision

from workflow.gate.pages import RECORD_PAGES
from workflow.gate.triggers import appended, frozen, publishing, replacing
from workflow.gate.triggers.rule import Rule, table_of
from workflow.gate.versions import NAMES_A_VERSION
from workflow.models import TranslationRelease

__all__ = ["Rule", "rules", "tables_asked"]


def rules() -> list[Rule]:
    """Return everything the database refuses."""
    of_the_record = _of_the_record()
    return [
        *of_the_record,
        *replacing.no_row_gives_way({rule.table for rule in of_the_record}),
    ]


def _of_the_record() -> list[Rule]:
    return [
        *publishing.nothing_unadopted_is_public(),
        *frozen.the_public_is_found_where_it_was(),
        *frozen.the_public_says_what_it_said(),
        *frozen.what_was_sent_stays(),
        *frozen.nothing_behind_a_reference_changes(),
        *publishing.nothing_waits_for_a_clock(),
        *frozen.versions_named_are_kept(),
        *appended.facts_are_appended(),
        *appended.a_paragraph_stands_for_one_decision(),
        *appended.what_surrounds_the_facts_is_kept(),
    ]


def tables_asked() -> set[str]:
    """Return the tables that conditions ask, besides those that the rules stand on."""
    models = (Page, Locale, Revision, ContentType, TranslationRelease, *RECORD_PAGES)
    return {table_of(model) for model in (*models, *NAMES_A_VERSION)}
