"""Steps of those who prepare the case: memos, edits, answers to motives."""

from django.utils.translation import gettext as _

from plandocs.vocabulary import ChangeKind, MotiveResponse
from workflow.casefile.acting import acting
from workflow.casefile.scene import Scene, Step, body_called, nothing_there
from workflow.services.memos.motives import answer_motive as record_answer
from workflow.services.memos.motives import last_referral
from workflow.services.memos.sending import draft_memo, send_memo
from workflow.services.texts.editing import edit_text


def memo(scene: Scene, step: Step) -> None:
    """Write a memo and send the case up with it."""
    user = acting("Handläggare")
    background = step.get("background", "auto")
    memo = draft_memo(
        case=scene.case,
        to=body_called(step["to"]),
        proposal=step["proposal"],
        background=None if background == "auto" else background,
        assessment=step.get("assessment", ""),
        on=step["on"],
        user=user,
    )
    send_memo(
        memo=memo,
        on=step["on"],
        user=user,
        despite=step.get("despite", []),
        note=step.get("note", ""),
    )


def edit(scene: Scene, step: Step) -> None:
    """Change words of the text, and mark the change."""
    edit_text(
        case=scene.case,
        find=step["find"],
        replace=step["replace"],
        kind=ChangeKind(step["change"]),
        on=step["on"],
        user=acting("Handläggare"),
    )


def answer_motive(scene: Scene, step: Step) -> None:
    """Answer a motive of the last referral back, by its number."""
    referral = last_referral(scene.case)
    motive = referral.motives.filter(number=step["motive"]).first() if referral else None
    if motive is None:
        raise nothing_there(
            _("%(name)s has no motive %(number)d"), _("The last referral"), step["motive"]
        )
    record_answer(
        motive=motive,
        response=MotiveResponse(step["response"]),
        reason=step["reason"],
        on=step["on"],
        user=acting("Handläggare"),
    )
