"""The content security policies: a strict one for the public, a looser one for Wagtail's admin."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

PUBLIC: dict[str, list[str]] = {
    "default-src": [SELF],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "object-src": [NONE],
}

# Wagtail's edit, list and report pages still carry inline scripts and styles.
ADMIN: dict[str, list[str]] = {
    **PUBLIC,
    "base-uri": [SELF],
    "frame-ancestors": [SELF],  # the editor previews a page in a frame
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
}


class TwoPolicies(CSPMiddleware):
    """Answer with the admin's policy below the admin's address, with the public one elsewhere."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if (
            not report_only
            and parts.config is None
            and request.path.startswith(reverse("wagtailadmin_home"))
        ):
            parts.config = ADMIN
        return parts
