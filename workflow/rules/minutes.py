"""What the minutes of a § still have to say to be complete."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from workflow.rules.votes import Vote


def missing_in_minutes(
    *,
    yrkanden: Sequence[str] | None,
    proposition_order: str | None,
    votes: Sequence[Vote] | None,
    decision: str | None,
    took_part: Sequence[str] | int | None,
    reservations: Sequence[str] | None,
) -> list[str]:
    """Return a sentence for each of the law's six items that is not filled in.

    ``None`` and blank text are not filled in; an empty list says that there were none.
    ``took_part`` is names or, where the record has no names, the number of persons. An open
    vote wants the names of those who voted as well.

    Source: kommunallagen (2017:725) 5 kap. 65–67 §§ (R29). Warnings only: nothing is refused.
    """
    nothing_to_choose = yrkanden is not None and not yrkanden
    missing = {
        _("Write which proposals were put and not withdrawn, or that there were none."): (
            yrkanden is None
        ),
        _("Write in which order the chair put the proposals."): not (
            nothing_to_choose or (proposition_order or "").strip()
        ),
        _("Write which votes were held and how they ended, or that there were none."): (
            votes is None
        ),
        _("Write what was decided."): not (decision or "").strip(),
        _("Write who took part in the decision, and how each voted if there was an open vote."): (
            not took_part
        ),
        _("Write how each member voted, by name: the vote was open."): (
            bool(took_part) and any(map(_lacks_names, votes or ()))
        ),
        _("Write who reserved themselves against the decision, or that nobody did."): (
            reservations is None
        ),
    }
    return [sentence for sentence, is_missing in missing.items() if is_missing]


def _lacks_names(vote: Vote) -> bool:
    """Whether it was open, and somebody voted or abstained whom the record does not name."""
    return not vote.is_closed and not vote.roll_call and bool(vote.ja or vote.nej or vote.avstar)
