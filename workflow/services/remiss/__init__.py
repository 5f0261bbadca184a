"""The remiss: sending a text out, taking the answers, and answering them."""

from workflow.services.remiss.answers import NewPoint, Reply, receive_answer, show_answer
from workflow.services.remiss.bemotande import answer_point
from workflow.services.remiss.renewing import renew_link
from workflow.services.remiss.rounds import (
    close_remiss,
    extend_remiss,
    open_remiss,
)

__all__ = [
    "NewPoint",
    "Reply",
    "answer_point",
    "close_remiss",
    "extend_remiss",
    "open_remiss",
    "receive_answer",
    "renew_link",
    "show_answer",
]
