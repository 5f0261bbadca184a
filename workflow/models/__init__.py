"""The facts of a case's way, and the tasks that follow them."""

from workflow.models.adoption import (
    Adoption,
    Announcement,
    Appeal,
    LagaKraft,
    PlanEnding,
    RemissOpening,
    TranslationRelease,
)
from workflow.models.change import TextChange
from workflow.models.decision import (
    Decision,
    DecisionCorrection,
    Motive,
    MotiveAnswer,
    ParagraphClaim,
    Vote,
)
from workflow.models.submission import Submission
from workflow.models.tasks import (
    BoardTask,
    DecisionTask,
    PreparationTask,
    RemissTask,
    ReworkingTask,
    StageTask,
)

__all__ = [
    "Adoption",
    "Announcement",
    "Appeal",
    "BoardTask",
    "Decision",
    "DecisionCorrection",
    "DecisionTask",
    "LagaKraft",
    "Motive",
    "MotiveAnswer",
    "ParagraphClaim",
    "PlanEnding",
    "PreparationTask",
    "RemissOpening",
    "RemissTask",
    "ReworkingTask",
    "StageTask",
    "Submission",
    "TextChange",
    "TranslationRelease",
    "Vote",
]
