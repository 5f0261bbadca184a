"""The votes of a § on paper: what ja and nej stood for, the numbers, and those who voted."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Item,
    Line,
    Paragraph,
    Table,
    Tone,
)
from plandocs.outputs.letters import Vote
from plandocs.outputs.typography import paragraphs


def compose_votes(votes: tuple[Vote, ...], counted: tuple[str, ...]) -> Iterator[Block]:
    """Set each vote as a table, and then who voted how."""
    if votes or counted:
        yield Heading(_("Voting"))
    yield from (Paragraph(text) for text in paragraphs(counted))
    for number, vote in enumerate(votes, start=1):
        if len(votes) > 1:
            yield Heading(_("Vote %(number)d") % {"number": number}, level=3)
        yield Table(
            columns=(
                Column(pgettext("ballot", "Vote"), 16),
                Column(_("Stands for"), 68),
                Column(pgettext("ballot", "Number"), 16, numeric=True),
            ),
            rows=tuple(_vote_rows(vote)),
        )
        yield from (Paragraph(text) for text in paragraphs([vote.casting_vote, vote.result]))
        yield from _voters(vote)


def _vote_rows(vote: Vote) -> Iterator[tuple[Cell, ...]]:
    counted = [
        (pgettext("ballot", "Yes"), vote.yes_means, vote.yes),
        (pgettext("ballot", "No"), vote.no_means, vote.no),
    ]
    if vote.abstained:
        counted.append((pgettext("ballot", "Abstained"), "", vote.abstained))
    if vote.absent:
        counted.append((pgettext("ballot", "Absent"), "", vote.absent))
    for label, meaning, number in counted:
        yield (Line(label, Tone.STRONG),), (Line(meaning),), (Line(str(number)),)


def _voters(vote: Vote) -> Iterator[Block]:
    """Name those who voted, side by side with what they voted (KL 5 kap. 65–67 §§)."""
    if vote.is_closed:
        yield Paragraph(_("The vote was closed."))
    sides = {
        pgettext("ballot", "Yes"): vote.yes_names,
        pgettext("ballot", "No"): vote.no_names,
        pgettext("ballot", "Abstained"): vote.abstained_names,
    }
    named = [Item(_in_a_row(names), lead=f"{side}:") for side, names in sides.items() if names]
    if named:
        yield Paragraph(_("The members voted as follows."))
        yield Bullets(tuple(named))


def _in_a_row(names: tuple[str, ...]) -> str:
    """A name with the surname first has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
