"""Who may do what: menus, forms and services all ask here.

A role is a group; a group holds permissions; a predicate asks for one permission. A superuser
passes every predicate, and no predicate opens the gate.
"""

from typing import Protocol

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from workflow.errors import RuleViolation


class Actor(Protocol):
    """What the predicates need of a user."""

    def has_perm(self, perm: str) -> bool: ...


def signed_in(request: HttpRequest) -> User:
    """Return who is signed in. Raises PermissionDenied where nobody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def works_in_admin(user: Actor) -> bool:
    """Whether the user may enter Wagtail's admin at all."""
    return user.has_perm("wagtailadmin.access_admin")


def may_open_case(user: Actor) -> bool:
    """Open a case and its first text."""
    return user.has_perm("plandocs.open_case")


def may_edit_text(user: Actor) -> bool:
    """Change the text of a case, and mark changes."""
    return user.has_perm("plandocs.edit_text")


def may_send_memo(user: Actor) -> bool:
    """Write a memo and send the case up with it."""
    return user.has_perm("plandocs.send_memo")


def may_open_remiss(user: Actor) -> bool:
    """Open, extend and close a remiss."""
    return user.has_perm("plandocs.open_remiss")


def may_register_answer(user: Actor) -> bool:
    """Register an answer that came by other ways, and show answers to the public."""
    return user.has_perm("plandocs.register_answer")


def may_answer_point(user: Actor) -> bool:
    """Answer a point of a remiss."""
    return user.has_perm("plandocs.answer_point")


def may_answer_motive(user: Actor) -> bool:
    """Answer a motive of an återremiss."""
    return user.has_perm("plandocs.answer_motive")


def may_record_decision(user: Actor) -> bool:
    """Record and correct decisions."""
    return user.has_perm("plandocs.record_decision")


def may_announce(user: Actor) -> bool:
    """Record notices, appeals and laga kraft."""
    return user.has_perm("plandocs.announce")


def may_translate(user: Actor) -> bool:
    """Translate an adopted text, and write its easy-to-read version."""
    return user.has_perm("plandocs.translate")


def may_publish_translation(user: Actor) -> bool:
    """Release a translation to the public."""
    return user.has_perm("plandocs.publish_translation")


def may_read_case(user: Actor) -> bool:
    """Read a case that is being prepared, with its memos and draft."""
    return user.has_perm("plandocs.read_case")


ACTIONS = {
    "open_case": may_open_case,
    "edit_text": may_edit_text,
    "send_memo": may_send_memo,
    "open_remiss": may_open_remiss,
    "register_answer": may_register_answer,
    "answer_point": may_answer_point,
    "answer_motive": may_answer_motive,
    "record_decision": may_record_decision,
    "announce": may_announce,
    "translate": may_translate,
    "publish_translation": may_publish_translation,
    "read_case": may_read_case,
}
"""Every action by its name, for the table of roles × actions."""

ROLES: dict[str, frozenset[str]] = {
    "Handläggare": frozenset(
        {
            "open_case",
            "edit_text",
            "send_memo",
            "open_remiss",
            "answer_point",
            "answer_motive",
            "read_case",
        }
    ),
    "Registrator": frozenset({"register_answer", "record_decision", "announce", "read_case"}),
    "Förtroendevald": frozenset({"read_case"}),
    "Översättare": frozenset({"translate"}),
    "Redaktör": frozenset({"publish_translation"}),
    "Administratör": frozenset({"read_case"}),
}
"""What each role may do with cases. The migration of roles reads this table's frozen copy."""


def require(allowed: bool, *, who: str) -> None:
    """Refuse with a sentence that names who can do it, unless ``allowed``."""
    if not allowed:
        raise RuleViolation(
            _("You do not have the right to do this. Ask %(who)s, or ask for the right.")
            % {"who": who},
            code="not_permitted",
        )
