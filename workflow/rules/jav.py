"""What jäv (a conflict of interest) means for taking part and for the quorum."""

from django.utils.translation import gettext as _

from plandocs.vocabulary import OrganisationType


def counted_for_quorum(*, body_type: OrganisationType, jav: int) -> int:
    """Return how many who stood aside still count as present: all in fullmäktige, else none.

    Source: kommunallagen (2017:725) 5 kap. 46 §; 6 kap. has no such exception (R9).
    """
    return jav if body_type == OrganisationType.FULLMAKTIGE else 0


def jav_reminder(*, body_type: OrganisationType) -> str:
    """Return the sentence that the decision form shows beside jäv.

    Source: kommunallagen (2017:725) 5 kap. 47 § and 6 kap. 28–32 §§ (R28).
    """
    if body_type == OrganisationType.FULLMAKTIGE:
        return _(
            "A member who has jäv may not take part in the case, but is counted when it is tested "
            "whether enough members were present."
        )
    return _(
        "A member who has jäv may neither take part in the case nor be in the room, and is not "
        "counted as present."
    )
