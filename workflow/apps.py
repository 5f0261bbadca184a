"""The app that holds what may be done."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkflowConfig(AppConfig):
    """Decisions, steps, permissions and the gate."""

    name = "workflow"
    verbose_name = _("The case's way")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Close every way to publish or alter what the record does not allow; name the views."""
        from workflow import gate
        from workflow.mail import secret_links
        from workflow.mail import wagtail as wagtail_letters
        from workflow.reading import views

        gate.connect()
        views.connect()
        secret_links.keep_out_of_logs()
        wagtail_letters.keep_back()
