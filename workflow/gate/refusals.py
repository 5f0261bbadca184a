"""What the gate says when it stays shut."""

from typing import Any

from django.db import IntegrityError
from django.db.models.deletion import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from workflow.errors import RuleViolation

MARK = "styrdok:"
"""How the database's own refusals begin; what follows is the code."""

SHOWN_REFERENCES = 3


def not_adopted(page: Any) -> RuleViolation:
    """A text that no body has adopted cannot become public."""
    return RuleViolation(
        _(
            "“%(title)s” has not been adopted, so it cannot be published. It becomes public by "
            "itself when the decision of the deciding body is recorded."
        )
        % {"title": page.title},
        code="not_adopted",
    )


def other_text(page: Any) -> RuleViolation:
    """The words are not those that the decision adopted."""
    return RuleViolation(
        _(
            "These are not the words of “%(title)s” that were adopted, so they cannot be "
            "published. Publish the saved version that the decision names."
        )
        % {"title": page.title},
        code="not_adopted",
    )


def not_released(page: Any) -> RuleViolation:
    """A translation is public in the words that somebody released."""
    return RuleViolation(
        _(
            "This translation of “%(title)s” has not been released in these words, so it cannot be "
            "published. Publish it under “Languages”."
        )
        % {"title": page.title},
        code="not_adopted",
    )


def memo_stays_inside(page: Any) -> RuleViolation:
    """A memo is for the body it is written to."""
    return RuleViolation(
        _(
            "The memo “%(title)s” cannot be published as a page: it belongs to the case. "
            "Send it to its body from the page of the case."
        )
        % {"title": page.title},
        code="not_adopted",
    )


def round_not_opened(page: Any) -> RuleViolation:
    """A round is public because it was opened."""
    return RuleViolation(
        _(
            "“%(title)s” has not been sent out, so it cannot be published. "
            "Open the remiss on the page of the case."
        )
        % {"title": page.title},
        code="not_adopted",
    )


def adopted_is_frozen(page: Any) -> RuleViolation:
    """An adopted text is not changed, moved, hidden or removed."""
    return RuleViolation(
        _(
            "“%(title)s” has been adopted, so it cannot be changed, moved, hidden or removed. "
            "Open a new case to prepare the next edition."
        )
        % {"title": page.title},
        code="adopted_text_is_frozen",
    )


def holds_adopted(page: Any) -> RuleViolation:
    """A page above adopted texts keeps its address, and stays public."""
    return RuleViolation(
        _(
            "Public documents of the record stand under “%(title)s”, so the page cannot be moved, "
            "hidden or removed, and keeps its address. Its words may be changed."
        )
        % {"title": page.title},
        code="adopted_text_is_frozen",
    )


def kept_for_the_record(thing: Any) -> RuleViolation:
    """A fact is written once."""
    return RuleViolation(
        _(
            "“%(thing)s” is part of the record, so it cannot be changed or removed. "
            "What was recorded wrongly is corrected by a new record that names the old one."
        )
        % {"thing": thing},
        code="record_is_frozen",
    )


def stands_in_text(thing: Any, title: str) -> RuleViolation:
    """What a kept text refers to stays behind its reference."""
    return RuleViolation(
        _(
            "“%(thing)s” stands in “%(title)s”, which a body has received or adopted, so it can be "
            "neither replaced nor removed. Add a new one, and use that in the next edition."
        )
        % {"thing": thing, "title": title},
        code="record_is_frozen",
    )


def code_stays(organisation: Any) -> RuleViolation:
    """The sums of adopted texts name bodies by their codes."""
    return RuleViolation(
        _(
            "“%(name)s” keeps its code, %(code)s: adopted texts are known by it. Change the name, "
            "or add another body if the code was mistyped."
        )
        % {"name": organisation.name, "code": organisation.code},
        code="record_is_frozen",
    )


def sent_file(document: Any) -> RuleViolation:
    """An attachment is kept as the body received it, where not everybody may read it."""
    return RuleViolation(
        _(
            "“%(title)s” was sent to a body with a memo, so the file stays as it is and where it "
            "is. Add the new file as a document of its own."
        )
        % {"title": document.title},
        code="record_is_frozen",
    )


def readers_stay(collection: Any) -> RuleViolation:
    """What was sent with a memo does not become public because a collection is opened."""
    return RuleViolation(
        _(
            "Files that were sent with memos lie in “%(name)s”, so it stays limited to those who "
            "read cases. Put what is for everyone in another collection."
        )
        % {"name": collection.name},
        code="not_adopted",
    )


def language_stays(locale: Any) -> RuleViolation:
    """A page is in the language it was decided or translated in."""
    return RuleViolation(
        _(
            "There are pages in the language “%(language)s”, so it cannot become another one. "
            "Add the other language beside it."
        )
        % {"language": locale},
        code="record_is_frozen",
    )


def sent_version(page: Any) -> RuleViolation:
    """A saved version that a body has received is not written over."""
    return RuleViolation(
        _(
            "This saved version of “%(title)s” has been sent to a body or decided on, so it cannot "
            "be written over. Load the page again, and make the change there."
        )
        % {"title": page},
        code="record_is_frozen",
    )


def no_schedule(page: Any) -> RuleViolation:
    """Neither publishing nor hiding waits for a clock: both follow from decisions."""
    return RuleViolation(
        _(
            "“%(title)s” cannot be published or hidden at a set time: a document of the record "
            "becomes public by a decision. Leave the schedule empty."
        )
        % {"title": page},
        code="not_adopted",
    )


def public_to_everyone(page: Any) -> RuleViolation:
    """What is adopted is read by anyone, without signing in."""
    return RuleViolation(
        _(
            "“%(title)s” cannot be limited to some readers: what is adopted under it is public to "
            "everyone. Keep what is not for everyone outside the documents."
        )
        % {"title": page.title},
        code="adopted_text_is_frozen",
    )


def never_alias(page: Any) -> RuleViolation:
    """An alias would be a second public copy that nobody decided on."""
    return RuleViolation(
        _(
            "“%(title)s” cannot have an alias: a document of the record stands in one place and in "
            "its own words. Link to it instead."
        )
        % {"title": page.title},
        code="not_adopted",
    )


def from_database(error: IntegrityError) -> RuleViolation | None:
    """Return the refusal that one of the database's triggers made, or None for other errors."""
    found = str(error).partition(MARK)[2].split()
    if not found:
        return None
    code = found[0]
    message = {
        "not_adopted": _(
            "Something that has not been adopted would have become public, so nothing was saved. "
            "It becomes public by itself when the decision is recorded."
        ),
        "adopted_text_is_frozen": _(
            "Something that is adopted and public would have changed, so nothing was saved. "
            "Open a new case to prepare the next edition."
        ),
    }.get(
        code,
        _(
            "Something that is part of the record would have changed, so nothing was saved. "
            "Correct it by a new record that names the old one."
        ),
    )
    return RuleViolation(message, code=code)


def from_protection(error: ProtectedError | RestrictedError) -> RuleViolation:
    """Return the refusal to remove what the record refers to."""
    references = (
        error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
    )
    shown = sorted({f"{found._meta.verbose_name} {found}" for found in references})
    return RuleViolation(
        _(
            "It cannot be removed, because the record refers to it (%(count)d places, such as: "
            "%(examples)s). Keep it, and take it out of use instead."
        )
        % {"count": len(references), "examples": "; ".join(shown[:SHOWN_REFERENCES])},
        code="in_use",
    )
