"""What a step of a case file is played on, and how it finds what it names there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation, RemissRoundPage
from plandocs.text.compare import TextBlock, find_block
from workflow.casefile.reading import CaseFile
from workflow.errors import RuleViolation
from workflow.procedure.transitions import step_not_possible

Step = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """The file, and the case that it opened."""

    file: CaseFile
    opened: Case

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
