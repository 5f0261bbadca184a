"""Bifall, as the text stands or amended: only the body that decides a case adopts by it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from plandocs.vocabulary import Outcome
from workflow.procedure.part_in_case import Part
from workflow.record.outcomes.words import OutcomeWords


def approved(part: Part) -> OutcomeWords:
    """Word a bifall by a body that has this part in the case."""
    match part:
        case Part.DECIDES:
            return OutcomeWords(
                label=str(Outcome.BIFALL.label).lower(),
                heading=_("%(body)s adopted the text"),
                registered=_("Minutes, %(paragraph)s: the text is adopted"),
                minuted=_("%(body)s adopts %(title)s."),
                minuted_before_points=_("%(body)s approves the proposal."),
                told=_("%(body)s adopted %(document)s on %(day)s%(paragraph)s."),
            )
        case Part.PROPOSES:
            return _according_to_the_proposal(
                minuted=_(
                    "%(body)s decides according to the proposal, and proposes that %(decider)s "
                    "should adopt %(title)s."
                ),
                told=_(
                    "On %(day)s %(body)s decided according to the proposal%(paragraph)s, and "
                    "proposed that %(decider)s should adopt %(document)s."
                ),
                told_again=_(
                    "%(body)s tried the case again on %(day)s%(paragraph)s, decided according to "
                    "the proposal and once more proposed that %(decider)s should adopt "
                    "%(document)s."
                ),
            )
        case Part.PREPARES:
            return _according_to_the_proposal(
                told=_("On %(day)s %(body)s decided according to the proposal%(paragraph)s."),
                told_with_points=_(
                    "On %(day)s %(body)s decided according to the proposal%(paragraph)s: "
                    "%(decided)s"
                ),
            )
        case Part.OTHER:
            return _according_to_the_proposal(
                told=_("%(body)s supported the proposal on %(day)s%(paragraph)s.")
            )


def _according_to_the_proposal(
    *, told: str, minuted: str = "", told_again: str = "", told_with_points: str = ""
) -> OutcomeWords:
    according = _("%(body)s decides according to the proposal.")
    return OutcomeWords(
        label=pgettext("what a body that does not decide did", "according to the proposal"),
        heading=_("%(body)s decided according to the proposal"),
        registered=_("Minutes, %(paragraph)s: according to the proposal"),
        minuted=minuted or according,
        minuted_before_points=according,
        told=told,
        told_again=told_again,
        told_with_points=told_with_points,
    )


def approved_with_an_amendment(part: Part, amendments: int) -> OutcomeWords:
    """Word a bifall with so many amendments by a body that has this part in the case."""
    match part:
        case Part.DECIDES:
            return OutcomeWords(
                label=str(Outcome.BIFALL_MED_ANDRING.label).lower(),
                heading=_("%(body)s adopted the text with an amendment"),
                registered=_("Minutes, %(paragraph)s: the text is adopted with an amendment"),
                minuted=_("%(body)s adopts %(title)s with an amendment."),
                minuted_before_points=_("%(body)s approves the proposal with an amendment."),
                told=ngettext(
                    "%(body)s adopted %(document)s with a change of its own on "
                    "%(day)s%(paragraph)s.",
                    "%(body)s adopted %(document)s with changes of its own on "
                    "%(day)s%(paragraph)s.",
                    amendments,
                ),
            )
        case Part.PROPOSES:
            return _according_with_an_amendment(
                minuted=_(
                    "%(body)s decides according to the proposal, with an amendment, and proposes "
                    "that %(decider)s should adopt %(title)s."
                ),
                told=ngettext(
                    "On %(day)s %(body)s decided according to the proposal with a change of its "
                    "own%(paragraph)s, and proposed that %(decider)s should adopt %(document)s.",
                    "On %(day)s %(body)s decided according to the proposal with changes of its "
                    "own%(paragraph)s, and proposed that %(decider)s should adopt %(document)s.",
                    amendments,
                ),
            )
        case Part.PREPARES:
            return _according_with_an_amendment(
                told=ngettext(
                    "On %(day)s %(body)s decided according to the proposal with a change of its "
                    "own%(paragraph)s.",
                    "On %(day)s %(body)s decided according to the proposal with changes of its "
                    "own%(paragraph)s.",
                    amendments,
                )
            )
        case Part.OTHER:
            return _according_with_an_amendment(
                told=_("%(body)s supported the proposal with changes on %(day)s%(paragraph)s.")
            )


def _according_with_an_amendment(*, told: str, minuted: str = "") -> OutcomeWords:
    according = _("%(body)s decides according to the proposal, with an amendment.")
    return OutcomeWords(
        label=pgettext(
            "what a body that does not decide did", "according to the proposal, with an amendment"
        ),
        heading=_("%(body)s decided according to the proposal, with an amendment"),
        registered=_("Minutes, %(paragraph)s: according to the proposal, with an amendment"),
        minuted=minuted or according,
        minuted_before_points=according,
        told=told,
    )
