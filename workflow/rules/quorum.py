"""Whether enough members are present for a body to handle a matter."""

from django.utils.translation import gettext as _

from workflow.errors import RuleViolation

SOURCE = "kommunallagen (2017:725) 5 kap. 45–46 §§ och 6 kap. 27 §"


def is_quorate(*, present: int, members: int) -> bool:
    """Say whether more than half of ``members`` (seats) are present. Half is not enough.

    Source: kommunallagen (2017:725) 5 kap. 45 § and 6 kap. 27 § (R9).
    """
    return present * 2 > members


def fewest_for_quorum(members: int) -> int:
    """Return the smallest number of persons that is more than half of ``members`` seats."""
    return members // 2 + 1


def require_quorum(*, present: int | None, members: int | None, jav: int = 0) -> None:
    """Refuse a § that was handled by too few, with ``quorum_missing``.

    ``present`` counts members and serving ersättare who took part in the §; ``jav`` those who
    stood aside for jäv, who count as present in fullmäktige only (``jav.counted_for_quorum``
    gives the number for a kind of body). ``None`` means that an old record does not say: then
    nothing can be tested and the § passes.

    Source: kommunallagen (2017:725) 5 kap. 45–46 §§ and 6 kap. 27 § (R9).
    """
    if present is None or members is None or is_quorate(present=present + jav, members=members):
        return
    said = _(
        "%(present)s of %(members)s members were present, so the body could not handle the "
        "case: at least %(needed)s are needed. Check the numbers against the minutes, or let "
        "a meeting with enough members decide."
    )
    raise RuleViolation(
        said % {"present": present, "members": members, "needed": fewest_for_quorum(members)},
        code="quorum_missing",
        source=SOURCE,
    )
