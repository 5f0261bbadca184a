"""Avslag, and a case that is taken off the agenda."""

from django.utils.translation import gettext as _

from plandocs.vocabulary import Outcome
from workflow.procedure.part_in_case import Part
from workflow.record.outcomes.words import OutcomeWords


def rejected(part: Part) -> OutcomeWords:
    """Word an avslag by a body that has this part in the case."""
    match part:
        case Part.DECIDES:
            told = _("%(body)s rejected %(document)s on %(day)s%(paragraph)s.")
        case Part.PROPOSES:
            told = _(
                "On %(day)s %(body)s proposed that %(decider)s should reject "
                "%(document)s%(paragraph)s."
            )
        case Part.PREPARES:
            told = _("On %(day)s %(body)s rejected the proposal%(paragraph)s.")
        case Part.OTHER:
            told = _("%(body)s advised against the proposal on %(day)s%(paragraph)s.")
    decides, proposes = part is Part.DECIDES, part is Part.PROPOSES
    return OutcomeWords(
        label=str(Outcome.AVSLAG.label).lower(),
        heading=_("%(body)s rejected the text")
        if decides
        else _("%(body)s said no to the proposal"),
        registered=_("Minutes, %(paragraph)s: the proposal is rejected"),
        minuted=_("%(body)s proposes that %(decider)s should reject the proposal.")
        if proposes
        else _("%(body)s rejects the proposal."),
        told=told,
    )


def taken_off_the_agenda() -> OutcomeWords:
    """Word an utgår, which is the same to every reader whoever says it."""
    return OutcomeWords(
        label=str(Outcome.UTGAR.label).lower(),
        heading=_("%(body)s took the case off the agenda"),
        registered=_("Minutes, %(paragraph)s: the case is taken off the agenda"),
        minuted=_("%(body)s takes the case off its agenda."),
        told=_("On %(day)s %(body)s took the case off its agenda%(paragraph)s."),
    )
