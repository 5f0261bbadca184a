"""Who may do what: menus, forms and services all ask here.

A role is a group; a group holds permissions; a predicate asks for one permission. A superuser
passes every predicate, and no predicate opens the gate.
"""

from collections.abc import Callable
from typing import Protocol

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from workflow.errors import RuleViolation


class Actor(Protocol):
    """What the predicates need of a user."""

    def has_perm(self, perm: str) -> bool: ...


Predicate = Callable[[Actor], bool]


def signed_in(request: HttpRequest) -> User:
    """Return who is signed in. Raises PermissionDenied where nobody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _holders_of(permission: str) -> Predicate:
    def may(user: Actor) -> bool:
        return user.has_perm(permission)

    return may


ACTIONS: dict[str, Predicate] = {}
"""Every action by its name, for the table of roles × actions."""


def _action(name: str) -> Predicate:
    return ACTIONS.setdefault(name, _holders_of(f"plandocs.{name}"))


works_in_admin = _holders_of("wagtailadmin.access_admin")
"""Whether the user may enter Wagtail's admin at all."""

may_open_case = _action("open_case")
"""Open a case and its first text."""

may_edit_text = _action("edit_text")
"""Change the text of a case, and mark changes."""

may_send_memo = _action("send_memo")
"""Write a memo and send the case up with it."""

may_open_remiss = _action("open_remiss")
"""Open, extend and close a remiss."""

may_register_answer = _action("register_answer")
"""Register an answer that came by other ways, and show answers to the public."""

may_answer_point = _action("answer_point")
"""Answer a point of a remiss."""

may_answer_motive = _action("answer_motive")
"""Answer a motive of an återremiss."""

may_record_decision = _action("record_decision")
"""Record and correct decisions."""

may_announce = _action("announce")
"""Record notices, appeals and laga kraft."""

may_translate = _action("translate")
"""Translate an adopted text, and write its easy-to-read version."""

may_publish_translation = _action("publish_translation")
"""Release a translation to the public."""

may_read_case = _action("read_case")
"""Read a case that is being prepared, with its memos and draft."""

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


def roles_with(action: str) -> list[str]:
    """Return the roles that may do something."""
    return [role for role, actions in ROLES.items() if action in actions]


def require(action: str, user: Actor) -> None:
    """Refuse, in a sentence that names who can do it, unless ``user`` may."""
    if not ACTIONS[action](user):
        raise refusal(action)


def refusal(action: str) -> RuleViolation:
    """Return the refusal of an action to somebody who may not do it."""
    said = _("You do not have the right to do this. Ask %(who)s, or ask for the right.")
    return RuleViolation(said % {"who": _in_sentence(action)}, code="not_permitted")


def _in_sentence(action: str) -> str:
    """Name whoever has the right, as one says it of somebody at work."""
    named = {
        "Handläggare": _("the official in charge"),
        "Registrator": _("the registrar"),
        "Översättare": _("a translator"),
        "Redaktör": _("an editor"),
    }
    return next(words for role, words in named.items() if action in ROLES[role])
