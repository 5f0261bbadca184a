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

    def has_perm(self, perm: str) -> bool:
        """Whether the user holds the permission."""
        ...


def let_answer(model: type[PageT], answer: Callable[[PageT], str]) -> None:
    """Let ``answer`` say what the record says of pages of ``model``: see ``record_says``."""
    _ANSWERS[model] = answer


class RecordLock(BaseLock):
    """A lock that holds for everyone, with the reason in a sentence."""

    def __init__(self, page: Page, reason: str) -> None:
        super().__init__(page)
        self.reason = reason

    def for_user(self, user: User) -> bool:
        """Hold for everyone, superusers included."""
        return True

    def get_message(self, user: User) -> str:
        """Say why."""
        return self.reason

    def get_icon(self, user: User) -> str:
        """Show a padlock."""
        return "lock"

    def get_locked_by(self, user: User) -> str:
        """Name the record as the one who locks."""
        return _("Locked by the record")

    def get_description(self, user: User) -> str:
        """Say why."""
        return self.reason


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

    def can_unpublish(self) -> bool:
        """Never: what has been public stays so."""
        return False

    def can_move(self) -> bool:
        """Never: the address is part of the record."""
        return False

    def can_move_to(self, destination: Page) -> bool:
        """Never; Wagtail lets a superuser past ``can_move``, not past this."""
        return False

    def can_copy(self) -> bool:
        """Never: the next edition is begun by opening its case."""
        return False

    def can_add_subpage(self) -> bool:
        """Never: editions, memos and rounds are begun from the case."""
        return False

    def can_publish_subpage(self) -> bool:
        """Never; creating, copying and aliasing ask the parent, which is here."""
        return False

    def can_reorder_children(self) -> bool:
        """Never: the order is that of the record."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """Never: what is public is public to everyone."""
        return False

    def can_submit_for_moderation(self) -> bool:
        """Never: Wagtail's workflow follows the case, and only the case's services move it."""
        return False

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

    @property
    def has_workflow(self) -> bool:
        """No workflow, whatever stands above the page."""
        return False

    def get_workflow(self) -> Workflow | None:
        """No workflow, whatever stands above the page."""
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
        """Answer for Wagtail's screens."""
        return RecordTester(user, self)
