"""The facts of a case's way, and the tasks that follow them."""

from workflow.models.adoption import Adoption, PlanEnding, adoption_of
from workflow.models.appeal import Announcement, Appeal, LagaKraft
from workflow.models.change import TextChange
from workflow.models.decision import Decision, DecisionCorrection
from workflow.models.journal import JournalEntry
from workflow.models.motive import Motive, MotiveAnswer
from workflow.models.paragraph_claim import ParagraphClaim
from workflow.models.remiss import RemissOpening
from workflow.models.submission import Submission, is_sent
from workflow.models.tasks import (
    BoardTask,
    DecisionTask,
    PreparationTask,
    RemissTask,
    ReworkingTask,
    StageTask,
)
from workflow.models.translation import TranslationRelease
from workflow.models.vote import Vote

__all__ = [
    "Adoption",
    "Announcement",
    "Appeal",
    "BoardTask",
    "Decision",
    "DecisionCorrection",
    "DecisionTask",
    "JournalEntry",
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
    "adoption_of",
    "is_sent",
]
