"""Whether a text was prepared as it must be before fullmäktige decides on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plandocs.vocabulary import PROPOSING, OrganisationType
from workflow.errors import RuleViolation

SOURCE = "kommunallagen (2017:725) 5 kap. 26–28 §§ och 33 §, 13 kap. 8 §"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A body's proposal to fullmäktige that still stands (an återremiss ends it).

    ``on_this_text``: it was made on the text now before fullmäktige, editorial changes since
    aside. ``changed_in_substance``: the text was changed *i sak* after the proposal.
    """

    body_type: OrganisationType
    on_this_text: bool
    changed_in_substance: bool


def needs_beredning(body_type: OrganisationType) -> bool:
    """Say whether what this body decides must be prepared in this way: only fullmäktige's.

    Source: kommunallagen (2017:725) 5 kap. 26 § (R2).
    """
    return body_type == OrganisationType.FULLMAKTIGE


def require_beredning(*, proposals: Sequence[Proposal], board_could_comment: bool) -> None:
    """Refuse a decision by fullmäktige on a text that was not prepared.

    The board's proposal on this text is enough; another nämnd's or a beredning's only if the
    board could comment. Codes: ``changed_in_substance`` where such a proposal was overtaken by
    a change of substance, else ``beredning_missing``.

    Source: kommunallagen (2017:725) 5 kap. 26–28 §§, 33 § and 13 kap. 8 § (R2).
    """
    able = [proposal for proposal in proposals if _suffices(proposal, board_could_comment)]
    if any(_stands(proposal) for proposal in able):
        return
    if any(proposal.changed_in_substance for proposal in able):
        raise RuleViolation(
            _(
                "The text has been changed in substance since it was proposed, so the council "
                "would decide on something that was not prepared. Send the text back through the "
                "executive board, or restore the text that was proposed."
            ),
            code="changed_in_substance",
            source=SOURCE,
        )
    raise RuleViolation(
        _(
            "The council cannot decide yet: the executive board has neither proposed this text "
            "nor had the chance to comment on another body's proposal. Record the board's "
            "decision first."
        ),
        code="beredning_missing",
        source=SOURCE,
    )


def _suffices(proposal: Proposal, board_could_comment: bool) -> bool:
    """Whether this kind of body may put the proposal; a utskott cannot stand in for its board."""
    if proposal.body_type == OrganisationType.STYRELSE:
        return True
    return proposal.body_type in PROPOSING and board_could_comment


def _stands(proposal: Proposal) -> bool:
    return proposal.on_this_text and not proposal.changed_in_substance
