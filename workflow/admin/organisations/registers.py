"""The registers: bodies with their other names, subject areas, and feedback on accessibility."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from plandocs.models import AccessibilityFeedback, Organisation, SubjectArea


class OrganisationViewSet(SnippetViewSet):
    """The register of bodies."""

    model = Organisation
    icon = "group"
    menu_label = _("Bodies")
    list_display = ("name", "code", "get_type_display", "members", "email")
    list_filter = ("type",)
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = True


class SubjectAreaViewSet(SnippetViewSet):
    """What documents are about."""

    model = SubjectArea
    icon = "tag"
    menu_label = _("Subject areas")
    list_display = ("name", "code")
    search_fields = ("name", "code")
    copy_view_enabled = False


class Registers(SnippetViewSetGroup):
    """The registers under one heading of the menu."""

    items = (OrganisationViewSet, SubjectAreaViewSet)
    menu_label = _("Registers")
    menu_icon = "clipboard-list"
    menu_name = "registers"
    menu_order = 300


class ReadAndAnswerPolicy(ModelPermissionPolicy):
    """Feedback comes from the public: nobody writes it here, and nobody throws it away."""

    def user_has_permission(self, user: Any, action: str) -> bool:
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
        """Read and tick off, no more."""
        return ReadAndAnswerPolicy(self.model)


register_snippet(Registers)
