"""Where an answer to a remiss stands, in each form that a reader meets."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plandocs.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class StanceWords:
    """What the journal says that an answer concerns (``registered``), that ``who`` took a stance
    (``told``), and how many (``count``) did, as a part of a sentence (``counted``)."""

    registered: str
    told: str
    counted: str


def stance_words(stance: Stance) -> StanceWords:
    """Return the words for a stance."""
    match stance:
        case Stance.TILLSTYRKER:
            return StanceWords(
                _("Answer to the remiss: supports"),
                _("%(who)s supported the proposal."),
                _("%(count)s supported the proposal"),
            )
        case Stance.TILLSTYRKER_MED_SYNPUNKTER:
            return StanceWords(
                _("Answer to the remiss: supports, with comments"),
                _("%(who)s supported the proposal but had comments."),
                _("%(count)s supported it but had comments"),
            )
        case Stance.AVSTYRKER:
            return StanceWords(
                _("Answer to the remiss: opposes"),
                _("%(who)s opposed the proposal."),
                _("%(count)s opposed it"),
            )
        case Stance.INGET_ATT_ERINRA:
            return StanceWords(
                _("Answer to the remiss: nothing to object"),
                _("%(who)s had nothing to object."),
                _("%(count)s had nothing to object"),
            )
        case Stance.SYNPUNKTER:
            return StanceWords(
                _("Answer to the remiss: comments"),
                _("%(who)s gave comments without supporting or opposing the proposal."),
                _("%(count)s gave comments without taking a stand"),
            )
        case Stance.AVSTAR:
            return StanceWords(
                _("Answer to the remiss: declines to answer"),
                _("%(who)s declined to answer."),
                _("%(count)s declined to answer"),
            )
