"""The tjänsteskrivelse: drafting it, sending the case up with it, and answering motives in it."""

from workflow.services.memos.drafting import draft_memo
from workflow.services.memos.memo_words import MemoWords, as_html, says
from workflow.services.memos.motives import answer_motive
from workflow.services.memos.redrafting import memo_of_form, redraft_memo, settle_memo
from workflow.services.memos.sending import send_memo

__all__ = [
    "MemoWords",
    "answer_motive",
    "as_html",
    "draft_memo",
    "memo_of_form",
    "redraft_memo",
    "says",
    "send_memo",
    "settle_memo",
]
