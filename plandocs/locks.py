"""What the record locks: no editing, publishing, copying or removing of what a body has or has decided."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.locks import BaseLock
from wagtail.models import PagePermissionTester


class RecordLock(BaseLock):
    """A lock that holds for everyone, with the reason in a sentence."""

    def __init__(self, page: Any, reason: str) -> None:
        super().__init__(page)
        self.reason = reason

    def for_user(self, user: Any) -> bool:
        """Hold for everyone, superusers included."""
        return True

    def get_message(self, user: Any) -> str:
        """Say why."""
        return self.reason

    def get_icon(self, user: Any) -> str:
        """Show a padlock."""
        return "lock"

    def get_locked_by(self, user: Any) -> str:
        """Name the record as the one who locks."""
        return _("Locked by the record")

    def get_description(self, user: Any) -> str:
        """Say why."""
        return self.reason


if TYPE_CHECKING:
    from wagtail.models import Page

    _PageBase = Page
else:
    _PageBase = object


class FacesRecord(_PageBase):
    """Mixin for pages that are part of the record. Placeholder until the gate is built."""
