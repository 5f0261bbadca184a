"""What a sort of steering document is called in a sentence: “strategin”, “en ny policy”."""

from django.utils.translation import pgettext

from plandocs.vocabulary import PlanKind


def the_document(kind: str) -> str:
    """Return the kind in the definite; “dokumentet” for a municipality's own kinds."""
    names: dict[str, str] = {
        PlanKind.VISION: pgettext("kind of document, definite", "the vision"),
        PlanKind.STRATEGI: pgettext("kind of document, definite", "the strategy"),
        PlanKind.PROGRAM: pgettext("kind of document, definite", "the programme"),
        PlanKind.PLAN: pgettext("kind of document, definite", "the plan"),
        PlanKind.HANDLINGSPLAN: pgettext("kind of document, definite", "the action plan"),
        PlanKind.POLICY: pgettext("kind of document, definite", "the policy"),
        PlanKind.RIKTLINJE: pgettext("kind of document, definite", "the guideline"),
        PlanKind.REGLER: pgettext("kind of document, definite", "the rules"),
    }
    return names.get(kind) or pgettext("kind of document, definite", "the document")


def a_new_document(kind: str) -> str:
    """Return the kind as something new."""
    names: dict[str, str] = {
        PlanKind.VISION: pgettext("kind of document, new", "a new vision"),
        PlanKind.STRATEGI: pgettext("kind of document, new", "a new strategy"),
        PlanKind.PROGRAM: pgettext("kind of document, new", "a new programme"),
        PlanKind.PLAN: pgettext("kind of document, new", "a new plan"),
        PlanKind.HANDLINGSPLAN: pgettext("kind of document, new", "a new action plan"),
        PlanKind.POLICY: pgettext("kind of document, new", "a new policy"),
        PlanKind.RIKTLINJE: pgettext("kind of document, new", "a new guideline"),
        PlanKind.REGLER: pgettext("kind of document, new", "new rules"),
    }
    return names.get(kind) or pgettext("kind of document, new", "a new steering document")
