"""“Languages”: where translators and editors act on the adopted texts."""

from workflow.admin.translation.urls import urlpatterns

__all__ = ["urlpatterns"]
