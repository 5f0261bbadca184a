"""The registers: bodies with their other names, and subject areas."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from plandocs.models import Organisation, SubjectArea


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
