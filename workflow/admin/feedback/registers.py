"""What people say does not work for them: read and ticked off, neither written nor thrown away."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from plandocs.models import AccessibilityFeedback
from workflow.permissions import Actor


class ReadAndAnswerPolicy(ModelPermissionPolicy):
    """Feedback comes from the public: nobody writes it here, and nobody throws it away."""

    def user_has_permission(self, user: Actor, action: str) -> bool:
        """Let no one add or remove."""
        if action in ("add", "delete"):
            return False
        return bool(super().user_has_permission(user, action))


class AccessibilityFeedbackViewSet(ModelViewSet):
    """What people have told us does not work for them (DOS-lagen 2018:1937)."""

    model = AccessibilityFeedback
    name = "accessibilityfeedback"
    icon = "help"
    menu_label = _("Accessibility")
    menu_order = 310
    add_to_admin_menu = True
    list_display = (
        "message",
        "page_address",
        DateColumn("received_at", label=_("Received")),
        DateColumn("answered_on", label=_("Answered on")),
    )
    copy_view_enabled = False
    exclude_form_fields: list[str] = []

    @property
    def permission_policy(self) -> ReadAndAnswerPolicy:
        return ReadAndAnswerPolicy(self.model)
