"""The gate: nothing unadopted is ever public, and nothing adopted is ever lost or altered.

It holds for every user and for code that asks nobody: each save, move and removal that Wagtail or
Django makes comes past here. What asks neither is met by the database's own triggers.
See docs/decisions/0009-the-gate.md.
"""

from workflow.gate import (
    appended,
    languages,
    locked,
    page_tree,
    pages,
    references,
    versions,
    workflows,
)
from workflow.gate.triggers import installing


def connect() -> None:
    """Set the guards at every way in. Called once, when the app is ready."""
    for guarded in (
        pages,
        page_tree,
        versions,
        references,
        languages,
        appended,
        workflows,
        installing,
        locked,
    ):
        guarded.connect()
