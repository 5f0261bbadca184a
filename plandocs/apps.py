"""The app that holds the documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlandocsConfig(AppConfig):
    """Documents, cases, bodies and remiss rounds."""

    name = "plandocs"
    verbose_name = _("Steering documents")
    default_auto_field = "django.db.models.BigAutoField"
