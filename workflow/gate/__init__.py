"""The gate: nothing unadopted is ever public, and nothing adopted is ever lost or altered.

It holds for every user and for code that asks nobody: each save, move and removal that Wagtail or
Django makes comes past here. What asks neither is met by the database itself (``triggers``).
See docs/decisions/0009-the-gate.md.
"""

from workflow.gate import (
    facts,
    languages,
    pages,
    references,
    tree,
    triggers,
    versions,
    workflows,
)


def connect() -> None:
    """Set the guards at every way in. Called once, when the app is ready."""
    for guarded in (pages, tree, versions, references, languages, facts, workflows, triggers):
        guarded.connect()
