"""Every step of a case: whether somebody can take it now, and the sentence why not.

The page of a case, its menus and its forms ask here, and each service begins with the same checks:
what is open here is taken there, and what is closed is refused with the same sentence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from workflow import permissions
from workflow.errors import RuleViolation
from workflow.procedure.moment import Moment
from workflow.procedure.steps import answering, appeals, decisions, memos, remiss, texts

__all__ = ["STEPS", "Answer", "Step", "answer_of", "answers_for"]


class Step(NamedTuple):
    """The right that a step takes, and what refuses it (RuleViolation) where it cannot come."""

    action: str
    check: Callable[[Moment], object]


STEPS: Mapping[str, Step] = {
    "answer_motive": Step("answer_motive", answering.a_motive_waits),
    "answer_point": Step("answer_point", answering.a_point_waits),
    "mark_changes": Step("edit_text", texts.a_change_waits),
    "write": Step("edit_text", texts.is_not_locked),
    "import_draft": Step("open_case", texts.is_drafted),
    "edit_text": Step("edit_text", texts.is_as_sent),
    "open_remiss": Step("open_remiss", remiss.may_be_sent_out),
    "extend_remiss": Step("open_remiss", remiss.is_out),
    "close_remiss": Step("open_remiss", remiss.is_over),
    "register_answer": Step("register_answer", remiss.has_been_out),
    "draft_memo": Step("send_memo", memos.is_undecided),
    "send_memo": Step("send_memo", memos.can_go_up),
    "record_decision": Step("record_decision", decisions.a_body_has_it),
    "announce": Step("announce", appeals.a_notice_waits),
    "confirm_laga_kraft": Step("announce", appeals.the_time_has_run),
    "record_appeal": Step("announce", appeals.has_been_decided),
}
"""The steps, by the verb of the service that takes each; ``write`` is Wagtail's own editor."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a step to somebody: open, or the refusal that the service would give."""

    step: str
    action: str
    is_allowed: bool
    hindrance: RuleViolation | None = None
    """What stands in everybody's way."""

    @property
    def is_open(self) -> bool:
        """Whether this user can take the step now."""
        return self.is_allowed and self.hindrance is None

    @property
    def why_not(self) -> str:
        """The sentence that the service refuses with; empty where the step is open."""
        if not self.is_allowed:
            return permissions.refusal(self.action).message
        return self.hindrance.message if self.hindrance else ""


def answer_of(name: str, user: permissions.Actor, moment: Moment) -> Answer:
    """Say whether ``user`` can take a step in this case on this day."""
    step = STEPS[name]
    is_allowed = permissions.ACTIONS[step.action](user)
    try:
        step.check(moment)
    except RuleViolation as hindrance:
        return Answer(name, step.action, is_allowed, hindrance)
    return Answer(name, step.action, is_allowed)


def answers_for(user: permissions.Actor, moment: Moment) -> dict[str, Answer]:
    """Return the answer for every step, by its name."""
    return {name: answer_of(name, user, moment) for name in STEPS}
