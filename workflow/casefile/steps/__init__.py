"""Every step a case file may take, each through the same service as the screens."""

from collections.abc import Callable

from workflow.casefile.scene import Scene, Step
from workflow.casefile.steps import consulting, deciding, preparing, translating

VERBS: dict[str, Callable[[Scene, Step], None]] = {
    "memo": preparing.memo,
    "edit": preparing.edit,
    "answer_motive": preparing.answer_motive,
    "decide": deciding.decide,
    "announce": deciding.announce,
    "appeal": deciding.appeal,
    "confirm_laga_kraft": deciding.confirm_laga_kraft,
    "open_remiss": consulting.open_remiss,
    "answer": consulting.answer,
    "extend_remiss": consulting.extend_remiss,
    "close_remiss": consulting.close_remiss,
    "answer_point": consulting.answer_point,
    "translate": translating.translate,
    "publish_translation": translating.publish_translation,
    "easy_read": translating.easy_read,
}
