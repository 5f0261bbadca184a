"""The motives of an återremiss: which were carried, and that there is one."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from plandocs.vocabulary import Outcome
from workflow.errors import RuleViolation
from workflow.rules.aterremiss import SOURCE, third


def carried(supporters: Sequence[int | None], *, present: int | None) -> list[bool]:
    """Say for each motive, by its number of supporters, whether it was carried.

    A sole motive is carried. Of several, those with at least a third of those present; if none
    reaches it, or it is not known how many were present, all of them. None: not known.

    Source: kommunallagen (2017:725) 5 kap. 50 § third paragraph (R23).
    """
    everyone = [True] * len(supporters)
    if len(supporters) < 2 or present is None:
        return everyone
    reached = [number is not None and number >= third(present) for number in supporters]
    return reached if any(reached) else everyone


def require_motives(*, outcome: Outcome, in_fullmaktige: bool, motives: Sequence[str]) -> None:
    """Refuse fullmäktige's återremiss without any motive, with ``motive_missing``.

    Source: kommunallagen (2017:725) 5 kap. 50 § third paragraph (R23).
    """
    if outcome != Outcome.ATERREMISS or not in_fullmaktige:
        return
    if any(motive.strip() for motive in motives):
        return
    raise RuleViolation(
        _(
            "When the council refers a case back, the minutes say why. Copy the motive from the "
            "minutes: it is worded by the members who asked for the referral."
        ),
        code="motive_missing",
        source=SOURCE,
    )
