"""The whole table: stage × role × step, made from the code that enforces it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Workflow

from plandocs.vocabulary import CaseStage
from workflow import permissions
from workflow.admin.screens import Screen, Trail
from workflow.models import StageTask
from workflow.procedure.transitions import NEXT_STAGE, WITHOUT_COMMITTEE, Move

ACTION_OF = {
    Move.SEND_TO_COMMITTEE: "send_memo",
    Move.SEND_TO_BOARD: "send_memo",
    Move.SEND_TO_DECIDING_BODY: "send_memo",
    Move.OPEN_REMISS: "open_remiss",
    Move.CLOSE_REMISS: "open_remiss",
    Move.COMMITTEE_DECIDES: "record_decision",
    Move.BOARD_PROPOSES: "record_decision",
    Move.REFER_BACK: "record_decision",
    Move.STAY: "record_decision",
    Move.ADOPT: "record_decision",
    Move.REJECT: "record_decision",
}
"""The action, in ``permissions.ACTIONS``, by which each step is taken."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step from a stage, where it leads, and who takes it."""

    step: str
    leads_to: str
    roles: str
    is_out_of_turn: bool


@dataclass(frozen=True, slots=True)
class StageRows:
    """A stage with its steps."""

    stage: str
    rows: list[Row]


def step_in_words(step: Move) -> str:
    """Say what a step is."""
    return {
        Move.SEND_TO_COMMITTEE: _("Memo to the working committee"),
        Move.COMMITTEE_DECIDES: _("The working committee approves or rejects"),
        Move.OPEN_REMISS: _("Send out on remiss"),
        Move.CLOSE_REMISS: _("Close the remiss"),
        Move.SEND_TO_BOARD: _("Memo to the executive board"),
        Move.SEND_TO_DECIDING_BODY: _("Memo to the deciding body"),
        Move.BOARD_PROPOSES: _("The executive board puts its proposal"),
        Move.REFER_BACK: _("The body refers the case back"),
        Move.STAY: _("The body tables the case, or strikes it from the agenda"),
        Move.ADOPT: _("The deciding body adopts the text"),
        Move.REJECT: _("The deciding body rejects the text"),
    }[step]


def action_in_words(action: str) -> str:
    """Say what an action is."""
    return {
        "open_case": _("Open a case, import a text"),
        "edit_text": _("Change the text and mark changes"),
        "send_memo": _("Write and send a memo"),
        "open_remiss": _("Send out on remiss, extend and close it"),
        "register_answer": _("Register answers, and show them to the public"),
        "answer_point": _("Answer comments from the remiss"),
        "answer_motive": _("Answer motives for a referral back"),
        "record_decision": _("Record and correct decisions"),
        "announce": _("Record notices, appeals and laga kraft"),
        "translate": _("Translate adopted texts"),
        "publish_translation": _("Publish translations"),
        "read_case": _("Read cases that are being prepared"),
    }[action]


def stage_rows() -> list[StageRows]:
    """Return every stage with every step that the table of steps holds for it."""
    table = [(key, target, False) for key, target in NEXT_STAGE.items()]
    table += [(key, target, True) for key, target in WITHOUT_COMMITTEE.items()]
    return [
        StageRows(
            stage=str(stage.label),
            rows=[
                Row(
                    step=step_in_words(step),
                    leads_to=str(target.label),
                    roles=", ".join(permissions.roles_with(ACTION_OF[step])),
                    is_out_of_turn=_is_out_of_turn(stage, step, without_committee),
                )
                for (found, step), target, without_committee in table
                if found == stage
            ],
        )
        for stage in CaseStage
    ]


def _is_out_of_turn(stage: CaseStage, step: Move, without_committee: bool) -> bool:
    """Whether the step is there only for what minutes say was done, or where there is no KSAU."""
    if without_committee:
        return True
    turns = (CaseStage.HOS_KF, CaseStage.HOS_KS)
    return step in (Move.ADOPT, Move.REJECT) and stage not in turns


def paths() -> list[tuple[str, list[str]]]:
    """Return each path that cases can take, as an administrator has laid it."""
    found = []
    for workflow in Workflow.objects.active().prefetch_related("workflow_tasks__task"):
        tasks = [task.specific for task in workflow.tasks]
        stages = [str(task.stage.label) for task in tasks if isinstance(task, StageTask)]
        if stages:
            found.append((workflow.name, stages))
    return found


class StepsAndRolesView(Screen):
    """The table on one page."""

    template_name = "workflow/admin/steps_and_roles.html"
    header_icon = "table"
    page_title = gettext_lazy("Steps and roles")
    may = staticmethod(permissions.works_in_admin)

    def trail(self) -> Trail:
        return [self.here()]

    def get(self, request: HttpRequest) -> HttpResponse:
        roles = list(permissions.ROLES)
        actions = [
            (action_in_words(action), [action in permissions.ROLES[role] for role in roles])
            for action in permissions.ACTIONS
        ]
        return self.render(stages=stage_rows(), roles=roles, actions=actions, paths=paths())
