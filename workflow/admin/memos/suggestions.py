"""What a memo most likely says: its proposal, and the body's own words for what it decides."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation
from workflow.procedure.in_force import plans_to_end
from workflow.procedure.part_in_case import Part, part_of


def suggested_proposal(case: Case, *, to: Organisation) -> list[str]:
    """Return att-satser in Swedish, written as if the body had already decided (R32)."""
    with translation.override(settings.LANGUAGE_CODE):
        named = {
            "body": to.name,
            "title": case.title,
            "decided_by": case.decided_by.name_in_sentence,
        }
        match part_of(to, case):
            case Part.PREPARES:
                return [_("The proposal for “%(title)s” is sent out on remiss.") % named]
            case Part.PROPOSES:
                return [_("%(body)s proposes that %(decided_by)s adopt “%(title)s”.") % named]
            case Part.DECIDES:
                return [_("%(body)s adopts “%(title)s”.") % named, *_endings(case)]
    return []


def suggested_attachments(case: Case) -> list[str]:
    """Return the document that always goes along: the text itself."""
    with translation.override(settings.LANGUAGE_CODE):
        return [_("Proposal for “%(title)s”") % {"title": case.title}]


def _endings(case: Case) -> list[str]:
    return [
        _("“%(title)s” ceases to apply at the same time.") % {"title": plan.title}
        for plan in plans_to_end(case)
    ]
