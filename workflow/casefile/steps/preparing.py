"""Steps of those who prepare the case: memos, edits, answers to motives."""

from typing import Literal

from django.utils.translation import gettext as _

from plandocs.vocabulary import ChangeKind, MotiveResponse
from workflow.casefile.role_holder import holder_of
from workflow.casefile.scene import Scene, body_called, nothing_there
from workflow.casefile.steps.step import Despite, Step
from workflow.casefile.values import Count, MaybeEmpty, OneOf, Text
from workflow.services.memos import MemoWords, answer_motive, draft_memo, send_memo
from workflow.services.texts import edit_text


class Memo(Despite):
    """Write a memo and send the case up with it."""

    do: Literal["memo"]
    to: Text
    proposal: list[Text]
    background: Text = "auto"
    assessment: Text = ""

    def bodies(self) -> list[str]:
        return [self.to]

    def play(self, scene: Scene) -> None:
        user = holder_of("Handläggare")
        memo = draft_memo(
            words=MemoWords(
                proposal=self.proposal,
                background=None if self.background == "auto" else self.background,
                assessment=self.assessment,
            ),
            case=scene.case,
            to=body_called(self.to),
            on=self.on,
            user=user,
        )
        send_memo(memo=memo, on=self.on, user=user, despite=self.despite, note=self.note)


class Edit(Step):
    """Change words of the text, and mark the change."""

    do: Literal["edit"]
    find: Text
    replace: MaybeEmpty
    change: OneOf[ChangeKind]

    def play(self, scene: Scene) -> None:
        edit_text(
            case=scene.case,
            find=self.find,
            replace=self.replace,
            kind=self.change,
            on=self.on,
            user=holder_of("Handläggare"),
        )


class AnswerMotive(Step):
    """Answer a motive of the last referral back, by its number."""

    do: Literal["answer_motive"]
    motive: Count
    response: OneOf[MotiveResponse]
    reason: Text

    def play(self, scene: Scene) -> None:
        referral = scene.case.decisions.last_referral()
        motive = referral.motives.filter(number=self.motive).first() if referral else None
        if motive is None:
            raise nothing_there(
                _("%(name)s has no motive %(number)d"), _("The last referral"), self.motive
            )
        answer_motive(
            motive=motive,
            response=self.response,
            reason=self.reason,
            on=self.on,
            user=holder_of("Handläggare"),
        )
