"""What Wagtail does when a workflow ends: publish the decided text, never the latest draft.

Loaded while wagtail.models is still importing, so nothing is imported at the top.
"""

from typing import Any


def publish_adopted_revision(workflow_state: Any, user: Any = None) -> None:
    """Publish the text the adoption names; a workflow that ends without one publishes nothing."""
    page = workflow_state.content_object.specific
    adoption = getattr(page, "adoption", None)
    if adoption is not None and not page.live:
        adoption.text_revision.publish(user=user, log_action=True)
