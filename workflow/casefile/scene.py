"""What a step of a case file is played on, and how it finds what it names there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation, RemissRoundPage
from plandocs.text.compare import TextBlock, find_block
from workflow.casefile.tables import OrganisationTable
from workflow.errors import RuleViolation
from workflow.procedure.transitions import step_not_possible


@dataclass(frozen=True, slots=True)
class Scene:
    """The case that the file opened, and what the file says beside its steps."""

    opened: Case
    organisations: Sequence[OrganisationTable]
    folder: Path
    """Where the file lies, and what it names beside itself."""

    @property
    def case(self) -> Case:
        """The case as it stands now."""
        return Case.objects.get(pk=self.opened.pk)

    @property
    def round(self) -> RemissRoundPage:
        """The last round of the case."""
        case = self.case
        opening = case.remisser.last()
        if opening is None:
            raise step_not_possible(case)
        return opening.page

    def seats_of(self, body: Organisation) -> int | None:
        """The seats that the file gives the body, which may have had others then than now."""
        names = body.folded_names()
        tables = [table for table in self.organisations if table.code.casefold() in names]
        return tables[-1].members if tables else None


def body_called(name: str) -> Organisation:
    """Return the body of that name, or refuse the step."""
    body = Organisation.objects.called(name)
    if body is None:
        raise nothing_there(_("There is no body called “%(name)s”"), name)
    return body


def block_with(phrase: str, blocks: Sequence[TextBlock]) -> TextBlock:
    """Return the first part of the text that holds the words, or refuse the step."""
    block = find_block(blocks, phrase)
    if block is None:
        raise nothing_there(_("No part of the text holds “%(name)s”"), phrase)
    return block


def nothing_there(what: str, name: str, number: int = 0) -> RuleViolation:
    """Return the refusal of a step about something that the case does not have."""
    return RuleViolation(
        _("%(what)s, so the step was not taken. Check the case file.")
        % {"what": what % {"number": number, "name": name}},
        code="step_not_possible",
    )
