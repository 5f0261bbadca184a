"""The documents of the remiss: what was sent out, what came in and how it was met."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import RemissAnswer, RemissExtension
from plandocs.outputs.letters import Direction
from plandocs.vocabulary import Stance
from workflow.models import RemissOpening
from workflow.record.chronicle import PointsMet
from workflow.record.journal.row import Row, key_of, made_here
from workflow.record.prose import day_in_words
from workflow.record.stances import stance_words


def sent_out_rows(opening: RemissOpening) -> Iterator[Row]:
    """Return the remiss to each that was asked, and to the public where anyone may answer.

    A remiss to another nämnd is expedited as it is sent (TF 2 kap. 10–11 §§; R46).
    """
    page = opening.page
    last_day = {"day": day_in_words(page.first_closes_on)}
    for recipient in page.recipients.all():
        yield Row(
            key_of(recipient),
            recipient.asked_on,
            Direction.OUT,
            recipient.organisation.name,
            _("Remiss, to be answered by %(day)s") % last_day,
        )
    if page.is_public:
        yield Row(
            key_of(opening),
            opening.opened_on,
            Direction.OUT,
            _("The public"),
            _("Open remiss, to be answered by %(day)s") % last_day,
        )


def extension_row(extension: RemissExtension) -> Row:
    """Return the letter that gives more time."""
    concerns = _("More time to answer the remiss, until %(day)s") % {
        "day": day_in_words(extension.closes_on)
    }
    return Row(
        key_of(extension), extension.decided_on, Direction.OUT, _("All who were asked"), concerns
    )


def answer_row(answer: RemissAnswer) -> Row:
    """Return an answer to the remiss, and whether it came after the last day."""
    told = stance_words(Stance(answer.stance)).registered
    if answer.is_late:
        told = _("%(answer)s (after the last day)") % {"answer": told}
    return Row(key_of(answer), answer.received_on, Direction.IN, answer.respondent, told)


def points_row(met: PointsMet) -> Row:
    """Return what a memo has carried of a day's answers to the points, as one document."""
    first, number = met.bemotanden[0], len(met.bemotanden)
    concerns = ngettext(
        "The municipality's answer to one comment from the remiss",
        "The municipality's answers to %(count)s comments from the remiss",
        number,
    )
    return made_here(first, first.answered_on, concerns % {"count": number})
