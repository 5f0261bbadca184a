"""Screens with one form, which a refusal leaves as it was filled in."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.http import HttpResponse
from django.views.generic.edit import BaseFormView

from workflow.admin.screens import Screen
from workflow.errors import RuleViolation

UNPROCESSABLE = 422


class FormScreen(Screen, BaseFormView):
    """A screen with one form. What its verb refuses is said in the form, and the words are kept."""

    about: ClassVar[Mapping[str, str]] = {}
    """The field that a refusal is about, by its code; others are about the whole."""

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """Do it, or say why it cannot be done."""
        try:
            return self.act(form)
        except RuleViolation as violation:
            form.add_error(self.about.get(violation.code), violation.message)
            return self.form_invalid(form)

    def act(self, form: forms.BaseForm) -> HttpResponse:
        """Do what the form asks for, say so, and lead on. Raises RuleViolation."""
        raise NotImplementedError

    def form_invalid(self, form: forms.BaseForm) -> HttpResponse:
        """Show the form with what must be put right."""
        return self.render(form=form, status=UNPROCESSABLE)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Add what the fields need."""
        form = kwargs.pop("form", None) or self.get_form()
        assert isinstance(form, forms.BaseForm)
        return super().get_context_data(form=form, media=form.media, **kwargs)
