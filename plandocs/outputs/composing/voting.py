"""The votes of a § on paper: what ja and nej stood for, the numbers, and those who voted."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs import document as doc
from plandocs.outputs.letters import Vote
from plandocs.outputs.typography import paragraphs


def compose_votes(votes: tuple[Vote, ...], counted: tuple[str, ...]) -> Iterator[doc.Block]:
    """Set each vote as a table, and then who voted how."""
    if votes or counted:
        yield doc.Heading(_("Voting"))
    yield from (doc.Paragraph(text) for text in paragraphs(counted))
    for number, vote in enumerate(votes, start=1):
        if len(votes) > 1:
            yield doc.Heading(_("Vote %(number)d") % {"number": number}, level=3)
        yield doc.Table(
            columns=(
                doc.Column(pgettext("ballot", "Vote"), 16),
                doc.Column(_("Stands for"), 68),
                doc.Column(pgettext("ballot", "Number"), 16, numeric=True),
            ),
            rows=tuple(_vote_rows(vote)),
        )
        yield from (doc.Paragraph(text) for text in paragraphs([vote.casting_vote, vote.result]))
        yield from _voters(vote)


def _vote_rows(vote: Vote) -> Iterator[tuple[doc.Cell, ...]]:
    yield _row(pgettext("ballot", "Yes"), vote.yes, vote.yes_means)
    yield _row(pgettext("ballot", "No"), vote.no, vote.no_means)
    if vote.abstained:
        yield _row(pgettext("ballot", "Abstained"), vote.abstained)
    if vote.absent:
        yield _row(pgettext("ballot", "Absent"), vote.absent)


def _row(label: str, number: int, means: str = "") -> tuple[doc.Cell, ...]:
    return (doc.Line(label, doc.Tone.STRONG),), (doc.Line(means),), (doc.Line(str(number)),)


def _voters(vote: Vote) -> Iterator[doc.Block]:
    """Name those who voted, side by side with what they voted (KL 5 kap. 65–67 §§)."""
    if vote.is_closed:
        yield doc.Paragraph(_("The vote was closed."))
    sides = {
        pgettext("ballot", "Yes"): vote.yes_names,
        pgettext("ballot", "No"): vote.no_names,
        pgettext("ballot", "Abstained"): vote.abstained_names,
    }
    named = [doc.Item(_in_a_row(names), lead=f"{side}:") for side, names in sides.items() if names]
    if named:
        yield doc.Paragraph(_("The members voted as follows."))
        yield doc.Bullets(tuple(named))


def _in_a_row(names: tuple[str, ...]) -> str:
    """A name with the surname first has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
