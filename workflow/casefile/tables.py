"""The tables of a case file that are no steps: the case, its first draft, its organisations."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from plandocs.importing.lexicon import guess_type
from plandocs.vocabulary import OrganisationType
from workflow.casefile.values import (
    FILLED,
    Code,
    Count,
    FileName,
    Kind,
    Name,
    OneOf,
    Table,
    Text,
    Title,
    Years,
)
from workflow.errors import RuleViolation
from workflow.rules.diarienummer import Diarienummer

PARTS = ("heading", "paragraph", "focus_area", "measure")


class Part(Table):
    """One part of the first draft, and who carries it where it is a measure."""

    heading: Title | None = None
    paragraph: Text | None = None
    focus_area: Title | None = None
    measure: Text | None = None
    responsible: list[Name] = []

    @model_validator(mode="after")
    def _is_one_part(self) -> Self:
        if len(self.model_fields_set & set(PARTS)) != 1:
            raise ValueError(f"must hold one of {', '.join(PARTS)}")
        if "responsible" in self.model_fields_set and self.measure is None:
            raise ValueError("may name who is responsible for a measure alone")
        return self


class CaseTable(Table):
    """The case: its number, its plan, and the first draft as a document or as parts."""

    diarienummer: Code
    title: Title
    kind: Kind | None = None
    decided_by: Name = "KF"
    document: FileName | None = None
    text: list[Part] | None = None
    valid: Years | None = None
    plan: Title | None = None
    summary: Annotated[str, Field(max_length=600), FILLED] = ""
    area: Annotated[str, Field(max_length=80), FILLED] | None = None
    responsible: Name | None = None
    applies_to: Title = ""
    replaces: list[Title] = []

    @property
    def number(self) -> Diarienummer:
        """The diarienummer as read."""
        return Diarienummer.parse(self.diarienummer)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        try:
            Diarienummer.parse(self.diarienummer)
        except RuleViolation as violation:
            raise ValueError(violation.message) from None
        if self.document is not None and self.text is not None:
            raise ValueError("give either “document” or “text”")
        if self.plan is None and self.kind is None:
            raise ValueError("“kind” is missing")
        if self.plan is None and self.document is None and self.text is None:
            raise ValueError("“document” or “text” is missing")
        return self


class OrganisationTable(Table):
    """A body: what the register learns of it, and the seats that it had at the time."""

    code: Code
    name: Name
    members: Count | None = None
    aliases: list[Name] = []
    type: OneOf[OrganisationType] | None = None
    email: Annotated[str, Field(max_length=254), FILLED] = ""

    @property
    def type_or_guess(self) -> OrganisationType:
        """The type given, or that of a body with such a name."""
        return self.type or guess_type(self.name)

    @property
    def names(self) -> list[str]:
        """Everything that the file calls it."""
        return [self.code, self.name, *self.aliases]
