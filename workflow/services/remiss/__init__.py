"""The remiss: sending a text out, taking the answers, and answering them."""

from workflow.services.remiss.answers import receive_answer, show_answer
from workflow.services.remiss.bemotande import answer_point
from workflow.services.remiss.new_answer import NewAnswer, NewPoint, Reply
from workflow.services.remiss.opening import NewRound, open_remiss
from workflow.services.remiss.rounds import close_remiss, extend_remiss, renew_link

__all__ = [
    "NewAnswer",
    "NewPoint",
    "NewRound",
    "Reply",
    "answer_point",
    "close_remiss",
    "extend_remiss",
    "open_remiss",
    "receive_answer",
    "renew_link",
    "show_answer",
]
