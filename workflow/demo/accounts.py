"""The demo's accounts, one a role. Never made anywhere but in the demo."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PASSWORD = "lindsjo"  # noqa: S105 - shown on purpose: the demo is meant to be tried by anyone


@dataclass(frozen=True, slots=True)
class Account:
    """One account: who, in which role, and where that person begins."""

    username: str
    role: str
    first_name: str
    starts_at: str


ACCOUNTS = [
    Account("handlaggare", "Handläggare", "Handläggaren", "/admin/"),
    Account("registrator", "Registrator", "Registratorn", "/admin/"),
    Account("politiker", "Förtroendevald", "Den förtroendevalda", "/las/"),
    Account("oversattare", "Översättare", "Översättaren", "/admin/"),
    Account("redaktor", "Redaktör", "Redaktören", "/admin/"),
    Account("administrator", "Administratör", "Administratören", "/admin/"),
]


def ensure_accounts() -> None:
    """Make the accounts that are not there yet; a password that was changed stays."""
    for account in ACCOUNTS:
        user, created = get_user_model().objects.get_or_create(
            username=account.username,
            defaults={
                "first_name": account.first_name,
                "email": f"{account.username}@lindsjo.example",
            },
        )
        if created:
            user.set_password(PASSWORD)
            user.save()
            user.groups.add(Group.objects.get(name=account.role))
