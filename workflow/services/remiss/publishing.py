"""A round as the public reads it."""

from django.contrib.auth.models import User

from plandocs.models import RemissRoundPage


def publish_round(page: RemissRoundPage, *, user: User) -> None:
    """Publish what the services wrote. The opening is what the gate asks for, not a right."""
    revision = page.save_revision(user=user)
    revision.publish(user=user, log_action=False, skip_permission_checks=True)
    page.refresh_from_db()
