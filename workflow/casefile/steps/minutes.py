"""The tables inside a § of the minutes: the count, the votes, the motives, the changes."""

from workflow.casefile.values import Count, MaybeEmpty, Name, Table, Text, Wording
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Ballot, Vote


class BallotTable(Table):
    """The count on the outcome, in persons."""

    present: Count
    in_favour: Count
    against: Count
    chair_in_favour: bool | None = None

    def as_ballot(self) -> Ballot:
        """Return it as the rules take it."""
        return Ballot(self.present, self.in_favour, self.against, self.chair_in_favour)


class NamesTable(Table):
    """Who voted how."""

    ja: list[Name] = []
    nej: list[Name] = []
    avstar: list[Name] = []


class VoteTable(Table):
    """One vote as the minutes print it."""

    question: Wording = ""
    ja_for: Wording
    nej_for: Wording
    ja: Count
    nej: Count
    avstar: Count = 0
    closed: bool = False
    names: NamesTable = NamesTable()

    def as_vote(self) -> Vote:
        """Return it as the rules take it."""
        return Vote(
            question=self.question,
            ja_for=self.ja_for,
            nej_for=self.nej_for,
            ja=self.ja,
            nej=self.nej,
            avstar=self.avstar,
            roll_call=RollCall(self.names.ja, self.names.nej, self.names.avstar),
            is_closed=self.closed,
        )


class MotiveTable(Table):
    """A motive of an återremiss, and how many stood behind it."""

    text: Text
    supporters: Count | None = None

    def as_motive(self) -> MotiveText:
        """Return it as the minutes take it."""
        return MotiveText(self.text, self.supporters)


class ChangeTable(Table):
    """A change of the text that the body itself decided."""

    find: Text
    replace: MaybeEmpty

    def as_amendment(self) -> Amendment:
        """Return it as the minutes take it."""
        return Amendment(self.find, self.replace)
