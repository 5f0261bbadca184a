"""What the municipality did with a motive or with a comment from the remiss, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plandocs.vocabulary import MotiveResponse, PointResponse


@dataclass(frozen=True, slots=True)
class MotiveWords:
    """What was done with a motive for an återremiss.

    ``registered`` is the journal's row for motive ``number``; ``told`` says it of the only motive,
    ``told_of_one`` of the ``motive`` that it quotes among several.
    """

    registered: str
    told: str
    told_of_one: str


def motive_words(response: MotiveResponse) -> MotiveWords:
    """Return the words for what was done with a motive."""
    match response:
        case MotiveResponse.FOLJS:
            return MotiveWords(
                _("Answer to motive %(number)s for the referral back: followed"),
                _("The motive has been followed."),
                _("The motive %(motive)s has been followed."),
            )
        case MotiveResponse.FOLJS_DELVIS:
            return MotiveWords(
                _("Answer to motive %(number)s for the referral back: followed in part"),
                _("The motive has been followed in part."),
                _("The motive %(motive)s has been followed in part."),
            )
        case MotiveResponse.FOLJS_INTE:
            return MotiveWords(
                _("Answer to motive %(number)s for the referral back: not followed"),
                _("The motive has not been followed."),
                _("The motive %(motive)s has not been followed."),
            )


@dataclass(frozen=True, slots=True)
class PointWords:
    """What was done with a comment: ``told`` gives its ``reason``; ``counted`` is a part of a
    sentence about ``count`` of them; ``told_again`` follows one that was met in the same way."""

    told: str
    counted: str
    told_again: str = ""


def point_words(response: PointResponse | None) -> PointWords:
    """Return the words for what was done with a comment; None is nothing yet."""
    match response:
        case None:
            return PointWords(
                _("The comment has not been answered yet."),
                _("%(count)s have not been answered yet"),
            )
        case PointResponse.BEAKTAS:
            return PointWords(
                _("The comment has been followed, with the reason %(reason)s."),
                _("%(count)s have been followed"),
                _("That comment has been followed as well, with the reason %(reason)s."),
            )
        case PointResponse.BEAKTAS_DELVIS:
            return PointWords(
                _("The comment has been followed in part, with the reason %(reason)s."),
                _("%(count)s have been followed in part"),
            )
        case PointResponse.BEAKTAS_INTE:
            return PointWords(
                _("The comment has not been followed, with the reason %(reason)s."),
                _("%(count)s have not been followed"),
                _("Nor has that comment been followed, with the reason %(reason)s."),
            )
        case PointResponse.NOTERAS:
            return PointWords(
                _("The comment has been noted, with the reason %(reason)s."),
                _("%(count)s have been noted"),
            )
