"""Every step a case file may take, each through the same service as the screens."""

from typing import Annotated

from pydantic import Field

from workflow.casefile.steps.consulting import (
    Answer,
    AnswerPoint,
    CloseRemiss,
    ExtendRemiss,
    OpenRemiss,
)
from workflow.casefile.steps.deciding import Announce, Appeal, ConfirmLagaKraft, Decide
from workflow.casefile.steps.preparing import AnswerMotive, Edit, Memo
from workflow.casefile.steps.translating import EasyRead, PublishTranslation, Translate

AnyStep = Annotated[
    Memo
    | Edit
    | AnswerMotive
    | Decide
    | Announce
    | Appeal
    | ConfirmLagaKraft
    | OpenRemiss
    | Answer
    | ExtendRemiss
    | CloseRemiss
    | AnswerPoint
    | Translate
    | PublishTranslation
    | EasyRead,
    Field(discriminator="do"),
]
"""A step by its verb, ``do``."""
