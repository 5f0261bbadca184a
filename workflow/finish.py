"""What Wagtail does when a workflow ends: publish the decided text, never the latest draft.

Loaded while wagtail.models is still importing, so nothing of ours is imported at the top.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from wagtail.models import WorkflowState


def publish_adopted_revision(workflow_state: "WorkflowState", user: "User | None" = None) -> None:
    """Publish the text the adoption names; a workflow that ends without one publishes nothing.

    Wagtail's own finish would publish whatever was saved last, by the right of whoever ended it.
    """
    from workflow.models import Adoption
    from workflow.services.publication.adopting import publish_adopted

    adoption = Adoption.objects.filter(page_id=workflow_state.object_id).first()
    if adoption is not None and not adoption.page.live:
        publish_adopted(adoption, user=user)
