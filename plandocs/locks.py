"""What the record locks: its pages are not published, moved or removed on Wagtail's screens.

The steps of a case have screens of their own. What is answered here holds for everyone: a
superuser passes every permission, so no answer asks who you are. It is the door:
``workflow.gate`` stands behind it for code that never asks.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from django.utils.translation import gettext as _
from wagtail.admin.panels import CommentPanel, Panel
from wagtail.locks import BaseLock
from wagtail.models import Page, PagePermissionTester, Workflow

PageT = TypeVar("PageT", bound="FacesRecord")
_ANSWERS: dict[type["FacesRecord"], Callable[..., str]] = {}


class User(Protocol):
    """What is asked of whoever is signed in."""

    def has_perm(self, perm: str) -> bool: ...


def let_answer(model: type[PageT], answer: Callable[[PageT], str]) -> None:
    """Let ``answer`` say what the record says of pages of ``model``: see ``record_says``."""
    _ANSWERS[model] = answer


class RecordLock(BaseLock):
    """A lock that holds for everyone, with the reason in a sentence."""

    def __init__(self, page: Page, reason: str) -> None:
        super().__init__(page)
        self.reason = reason

    def for_user(self, user: User) -> bool:
        return True  # superusers included

    def get_message(self, user: User) -> str:
        return self.reason

    get_description = get_message

    def get_locked_by(self, user: User) -> str:
        return _("Locked by the record")


class RecordTester(PagePermissionTester):
    """What Wagtail's own screens may do with a page of the record: show it, and save a draft."""

    def can_edit(self) -> bool:
        """Save a draft, for those whose task it is; rights on the tree above are not enough."""
        return bool(super().can_edit() and self._is_theirs_to_write())

    def can_publish(self) -> bool:
        """Publish again what is public; the first time follows from the record alone."""
        is_theirs = self.page.is_republished_by_hand and not self.page.record_says
        return bool(is_theirs and super().can_publish())

    def can_unschedule(self) -> bool:
        """Take back a schedule, which cannot be made here but may come from elsewhere."""
        return bool(super().can_publish())

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Remove what has left no trace in the record, for those who may write it."""
        removable = self.page.is_removable and not self.page.record_says
        return bool(removable and self._is_theirs_to_write() and super().can_delete(ignore_bulk))

    def _never(self, *_args: object) -> bool:
        return False

    can_unpublish = _never  # what has been public stays so
    can_move = _never  # the address is part of the record
    can_move_to = _never  # Wagtail lets a superuser past ``can_move``, not past this
    can_copy = _never  # the next edition is begun by opening its case
    can_add_subpage = _never  # editions, memos and rounds are begun from the case
    can_publish_subpage = _never  # creating, copying and aliasing ask the parent, which is here
    can_reorder_children = _never  # the order is that of the record
    can_set_view_restrictions = _never  # what is public is public to everyone
    can_submit_for_moderation = _never  # the workflow follows the case, moved by services alone

    def _is_theirs_to_write(self) -> bool:
        needed = self.page.permission_to_edit
        return not needed or bool(self.user.has_perm(needed))


if TYPE_CHECKING:
    from wagtail.models import Page as _PageBase
else:
    _PageBase = object


def _nobody_answers(page: Page) -> str:
    return _(
        "Nothing here knows what is recorded of “%(title)s”, so it cannot be changed. Tell whoever "
        "runs the system."
    ) % {"title": page.title}


class OutsideWorkflow(_PageBase):
    """Mixin, before Page, for pages that no case decides: Wagtail's workflow is not for them."""

    has_workflow = False  # whatever stands above the page

    def get_workflow(self) -> Workflow | None:
        return None


class FacesRecord(_PageBase):
    """Mixin, before Page, for pages that the record rules over.

    Their classes also say ``is_creatable = False``, which Wagtail does not inherit: they come
    about through the services only.
    """

    settings_panels: ClassVar[list[Panel]] = [CommentPanel()]  # without Wagtail's schedule

    @property
    def record_says(self) -> str:
        """Why nobody may change the page now, in a sentence; empty where it is open for work.

        The record is not ours to read: whoever keeps it has said who answers for which pages. A
        page for which nobody answers is locked.
        """
        answer = _ANSWERS.get(type(self))
        return answer(self) if answer else _nobody_answers(self)

    @property
    def permission_to_edit(self) -> str:
        """The permission that editing takes, besides rights on the page tree; empty for none."""
        return ""

    @property
    def is_republished_by_hand(self) -> bool:
        """Whether Wagtail's own button may publish the page again."""
        return False

    @property
    def is_removable(self) -> bool:
        """Whether the page may be thrown away while the record says nothing of it."""
        return False

    def get_lock(self) -> BaseLock | None:
        """Lock for everyone while the record says so, then as Wagtail does."""
        reason = self.record_says
        return RecordLock(self, reason) if reason else super().get_lock()

    def permissions_for_user(self, user: User) -> RecordTester:
        return RecordTester(user, self)
