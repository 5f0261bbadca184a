"""The gate's signs in Wagtail's admin: refusals in a sentence, before a view begins its work."""

import re
from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from plandocs.locks import FacesRecord
from workflow.addresses import RowConverter
from workflow.errors import NotUnderstood, form_unreadable
from workflow.gate import page_tree

FIRST = -100  # before wagtail-localize's own hooks
REFUSED_BUTTONS = {"action-cancel-workflow", "localize-convert-to-alias"}


@hooks.register("construct_page_action_menu")
def offer_only_what_is_granted(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, object]
) -> None:
    """Take away the buttons that would only be refused."""
    if isinstance(context.get("page"), FacesRecord):
        menu_items[:] = [item for item in menu_items if item.name not in REFUSED_BUTTONS]


@hooks.register("before_edit_page", order=FIRST)
def refuse_unknown_step(request: HttpRequest, page: Page) -> None:
    """Refuse a step of Wagtail's workflow that is not there; its editor asks for it unlooked."""
    if not request.POST.get("action-workflow-action"):
        return
    task = page.current_workflow_task
    actions = task.get_actions(page, request.user) if task else []
    if request.POST.get("workflow-action-name") not in [name for name, _label, _modal in actions]:
        said = _(
            "There is no such step to take on “%(title)s” now, so nothing was saved. "
            "Load the page again to see what can be done."
        )
        raise NotUnderstood(said % {"title": page.title}, code="no_such_step")


@hooks.register("before_edit_page", order=FIRST)
def refuse_unknown_version(request: HttpRequest, page: Page) -> None:
    """Refuse to save over a version whose number is none; the editor asks the database for it."""
    number = request.POST.get("overwrite_revision_id")
    if number and not re.fullmatch(RowConverter.regex, number):
        raise form_unreadable()


@hooks.register("before_delete_page", order=FIRST)
def refuse_removal(request: HttpRequest, page: Page) -> None:
    """Say why a page stays, already when its removal would have to be confirmed."""
    if refusal := page_tree.why_kept(page):
        raise refusal


@hooks.register("before_bulk_action", order=FIRST)
def refuse_bulk_removal(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: View
) -> None:
    """Remove all the chosen pages or none: one that stays keeps the others."""
    if action_type != "delete":
        return
    for page in objects:
        if isinstance(page, Page):
            refuse_removal(request, page)
