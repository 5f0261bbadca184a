"""wagtail-localize's “Sync translated pages”, where it must not publish the record."""

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail_localize.views.update_translations import UpdateTranslationsView

from plandocs.locks import FacesRecord
from workflow.errors import RuleViolation


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
            said = _(
                "Translations of “%(title)s” are not published together with an update. "
                "Publish each language under “Languages”, when it has been read."
            )
            raise RuleViolation(said % {"title": self.object.object_repr}, code="not_adopted")
        response: HttpResponse = super().form_valid(form)
        return response
