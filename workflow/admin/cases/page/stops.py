"""The stops of the way that a case takes, and what each is called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.models import Case, Organisation
from plandocs.vocabulary import CaseStage, OrganisationType
from workflow.models import Decision
from workflow.procedure.path import stages_on_path

_LAST_PART = re.compile(r"(?<=\w)(fullmäktige|styrelse|nämnd|utskott)")

ORDER = (
    CaseStage.UTKAST,
    CaseStage.HOS_KSAU,
    CaseStage.PA_REMISS,
    CaseStage.BEARBETAS,
    CaseStage.HOS_KS,
    CaseStage.HOS_KF,
    CaseStage.ANTAGEN,
)


class State(StrEnum):
    """Where a stop is on the way."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    PASSED_BY = "passed_by"


@dataclass(slots=True)
class Stop:
    """One stage in one lap, with what happened there."""

    stage: CaseStage
    name: str
    column: int
    state: State = State.DONE
    facts: list[str] = field(default_factory=list)
    turns_back: bool = False

    @property
    def state_in_words(self) -> str:
        """Say the state, for those who do not see the picture."""
        return {
            State.DONE: _("done"),
            State.CURRENT: _("here now"),
            State.AHEAD: _("not yet"),
            State.PASSED_BY: _("passed by"),
        }[self.state]


def columns_of(case: Case, decisions: Iterable[Decision]) -> list[CaseStage]:
    """Return the stages of the case's path, with those it has visited all the same."""
    on_path = stages_on_path(case) | {CaseStage.UTKAST, CaseStage.ANTAGEN, case.deciding_stage}
    visited = {stage_of(decision.body, case) for decision in decisions}
    on_path |= {stage for stage in visited if stage}
    if case.deciding_stage == CaseStage.HOS_KS:
        on_path -= {CaseStage.HOS_KF}
    elif case.decided_by.type != OrganisationType.FULLMAKTIGE:
        on_path -= {CaseStage.HOS_KS} - visited - {CaseStage(case.stage)}
    return [stage for stage in ORDER if stage in on_path]


def stage_of(body: Organisation, case: Case) -> CaseStage | None:
    """Return the stage at which a body has the case; None for one outside the path."""
    if body.pk == case.decided_by_id:
        return case.deciding_stage
    return {
        OrganisationType.STYRELSE: CaseStage.HOS_KS,
        OrganisationType.UTSKOTT: CaseStage.HOS_KSAU,
    }.get(OrganisationType(body.type))


def stop_name(stage: CaseStage, case: Case) -> str:
    """Return what a stop is called in the picture."""
    if stage == case.deciding_stage:
        return _breakable(case.decided_by.name)
    return {
        CaseStage.UTKAST: pgettext("stop on the way", "Draft"),
        CaseStage.HOS_KSAU: pgettext("stop on the way", "The working committee"),
        CaseStage.PA_REMISS: pgettext("stop on the way", "Remiss"),
        CaseStage.BEARBETAS: pgettext("stop on the way", "Reworking"),
        CaseStage.HOS_KS: pgettext("stop on the way", "The executive board"),
        CaseStage.ANTAGEN: pgettext("stop on the way", "Adopted"),
    }[stage]


def _breakable(name: str) -> str:
    """Let a long compound break before its last part, with a soft hyphen."""
    return _LAST_PART.sub("\N{SOFT HYPHEN}\\1", name)
