"""The place of feedback on accessibility in Wagtail's admin."""

from wagtail import hooks

from workflow.admin.feedback.registers import AccessibilityFeedbackViewSet


@hooks.register("register_admin_viewset")
def register_feedback() -> AccessibilityFeedbackViewSet:
    """Show what people say about accessibility."""
    return AccessibilityFeedbackViewSet()
