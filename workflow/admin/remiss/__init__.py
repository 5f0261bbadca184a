"""The officials' screens for the remiss: sending out, following, registering and answering."""

from workflow.admin.remiss.urls import urlpatterns

__all__ = ["urlpatterns"]
