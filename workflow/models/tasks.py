"""Wagtail tasks: which body has the text, and the lock. They record nothing.

A decision is recorded on our own page, through the service; Wagtail's workflow follows the
case's stage.
"""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState

from plandocs.vocabulary import CaseStage

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class StageTask(Task):
    """A task that stands for a stage of the case."""

    stage: ClassVar[CaseStage]
    what_happens: ClassVar["_StrPromise"]
    locks_text: ClassVar[bool] = True

    class Meta:
        abstract = True

    @classmethod
    def get_description(cls) -> str:
        return str(cls.what_happens)

    def locked_for_user(self, obj: Page, user: User) -> bool:
        """What a body reads must not change while it reads, whoever you are."""
        return self.locks_text

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, str, bool]]:
        """Offer nothing in the editor: each step has its own page on the case."""
        return []

    def on_action(
        self, task_state: TaskState, user: User, action_name: str, **kwargs: object
    ) -> None:
        """Take no step from the editor, whatever the browser sends."""


class PreparationTask(StageTask):
    """The arbetsutskott prepares the case (KL 6:41)."""

    stage = CaseStage.HOS_KSAU
    what_happens = _("The working committee prepares the case and may order a remiss.")

    class Meta:
        verbose_name = _("working committee")
        verbose_name_plural = _("working committees")


class RemissTask(StageTask):
    """The text is out on remiss; the round is a record of its own."""

    stage = CaseStage.PA_REMISS
    what_happens = _("The text is out on remiss until the round is closed.")

    class Meta:
        verbose_name = _("remiss")
        verbose_name_plural = _("remisser")


class ReworkingTask(StageTask):
    """The officials rework the text."""

    stage = CaseStage.BEARBETAS
    what_happens = _("The official in charge reworks the text and answers points and motives.")
    locks_text = False

    class Meta:
        verbose_name = _("reworking")
        verbose_name_plural = _("reworkings")


class BoardTask(StageTask):
    """Kommunstyrelsen puts its proposal (KL 5:28)."""

    stage = CaseStage.HOS_KS
    what_happens = _("The executive board puts its proposal to the council.")

    class Meta:
        verbose_name = _("executive board")
        verbose_name_plural = _("executive boards")


class DecisionTask(StageTask):
    """The deciding body, most often fullmäktige, has the case."""

    stage = CaseStage.HOS_KF
    what_happens = _("The deciding body adopts, rejects, tables or refers back.")

    class Meta:
        verbose_name = _("deciding body")
        verbose_name_plural = _("deciding bodies")
