"""The gate's signs in Wagtail's admin: refusals in a sentence, before a view begins its work."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.views.update_translations import UpdateTranslationsView

from plandocs.locks import FacesRecord
from workflow.errors import RuleViolation
from workflow.gate import page_tree

FIRST = -100  # before wagtail-localize's own hooks
REFUSED_BUTTONS = {"action-cancel-workflow", "localize-convert-to-alias"}


@hooks.register("construct_page_action_menu")
def offer_only_what_is_granted(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Take away the buttons that would only be refused."""
    if isinstance(context.get("page"), FacesRecord):
        menu_items[:] = [item for item in menu_items if item.name not in REFUSED_BUTTONS]


@hooks.register("before_delete_page", order=FIRST)
def refuse_removal(request: HttpRequest, page: Page) -> None:
    """Say why a page stays, already when its removal would have to be confirmed."""
    if refusal := page_tree.why_kept(page):
        raise refusal


@hooks.register("before_bulk_action", order=FIRST)
def refuse_bulk_removal(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> None:
    """Remove all the chosen pages or none: one that stays keeps the others."""
    if action_type != "delete":
        return
    for page in objects:
        if isinstance(page, Page):
            refuse_removal(request, page)


class SyncTranslations(UpdateTranslationsView):
    """wagtail-localize's “Sync translated pages”, which publishes only what is no record.

    It would save the translation first and publish it after the commit, where a refusal comes
    too late to undo the half.
    """

    @transaction.atomic
    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Refuse to publish a page of the record; each language is released by itself."""
        model = self.object.specific_content_type.model_class()
        if form.cleaned_data["publish_translations"] and issubclass(model, FacesRecord):
            raise RuleViolation(
                _(
                    "Translations of “%(title)s” are not published together with an update. "
                    "Publish each language under “Languages”, when it has been read."
                )
                % {"title": self.object.object_repr},
                code="not_adopted",
            )
        response: HttpResponse = super().form_valid(form)
        return response


@hooks.register("register_admin_urls", order=FIRST)
def stand_before_sync() -> list[URLPattern]:
    """Take the address of wagtail-localize's view; the first that matches answers."""
    return [path("localize/update/<int:translation_source_id>/", SyncTranslations.as_view())]
