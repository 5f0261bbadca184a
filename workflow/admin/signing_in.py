"""How one signs in to the admin: the form, and where it leads."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.views.account import LoginView as WagtailLoginView

from workflow import permissions
from workflow.services import flood


class LoginForm(WagtailLoginForm):
    """Wagtail's own, whose password field has no label that can be translated."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"placeholder": _("Enter password")}),
    )


class LoginView(WagtailLoginView):
    """Wagtail's own, which leaves the elected standing at a door that is not theirs."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        user = request.user
        if permissions.may_read_case(user) and not permissions.works_in_admin(user):
            list(messages.get_messages(request))  # Wagtail's, that the admin is not for them
            return redirect("reading_list")
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    @transaction.atomic
    def form_valid(self, form: LoginForm) -> HttpResponse:
        """Let in, and forget who sent what: somebody signs in daily, and a form may not be used."""
        flood.forget(at=timezone.now())
        response: HttpResponse = super().form_valid(form)
        return response
