"""What the gate says when it stays shut."""

from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.models import Collection, Locale, Page

from plandocs.models import Organisation
from workflow.errors import RuleViolation


def not_adopted(page: Page) -> RuleViolation:
    """A text that no body has adopted cannot become public."""
    said = _(
        "“%(title)s” has not been adopted, so it cannot be published. It becomes public by "
        "itself when the decision of the deciding body is recorded."
    )
    return _refusal("not_adopted", said, title=page.title)


def other_text(page: Page) -> RuleViolation:
    """The words are not those that the decision adopted."""
    said = _(
        "These are not the words of “%(title)s” that were adopted, so they cannot be "
        "published. Publish the saved version that the decision names."
    )
    return _refusal("not_adopted", said, title=page.title)


def not_released(page: Page) -> RuleViolation:
    """A translation is public in the words that somebody released."""
    said = _(
        "This translation of “%(title)s” has not been released in these words, so it cannot be "
        "published. Publish it under “Languages”."
    )
    return _refusal("not_adopted", said, title=page.title)


def memo_stays_inside(page: Page) -> RuleViolation:
    """A memo is for the body it is written to."""
    said = _(
        "The memo “%(title)s” cannot be published as a page: it belongs to the case. "
        "Send it to its body from the page of the case."
    )
    return _refusal("not_adopted", said, title=page.title)


def round_not_opened(page: Page) -> RuleViolation:
    """A round is public because it was opened."""
    said = _(
        "“%(title)s” has not been sent out, so it cannot be published. "
        "Open the remiss on the page of the case."
    )
    return _refusal("not_adopted", said, title=page.title)


def adopted_is_frozen(page: Page) -> RuleViolation:
    """An adopted text is not changed, moved, hidden or removed."""
    said = _(
        "“%(title)s” has been adopted, so it cannot be changed, moved, hidden or removed. "
        "Open a new case to prepare the next edition."
    )
    return _refusal("adopted_text_is_frozen", said, title=page.title)


def holds_adopted(page: Page) -> RuleViolation:
    """A page above adopted texts keeps its address, and stays public."""
    said = _(
        "Public documents of the record stand under “%(title)s”, so the page cannot be moved, "
        "hidden or removed, and keeps its address. Its words may be changed."
    )
    return _refusal("adopted_text_is_frozen", said, title=page.title)


def kept_for_the_record(thing: object) -> RuleViolation:
    """A fact is written once."""
    said = _(
        "“%(thing)s” is part of the record, so it cannot be changed or removed. "
        "What was recorded wrongly is corrected by a new record that names the old one."
    )
    return _refusal("record_is_frozen", said, thing=thing)


def stands_in_text(thing: object, title: str) -> RuleViolation:
    """What a kept text refers to stays behind its reference."""
    said = _(
        "“%(thing)s” stands in “%(title)s”, which a body has received or adopted, so it can be "
        "neither replaced nor removed. Add a new one, and use that in the next edition."
    )
    return _refusal("record_is_frozen", said, thing=thing, title=title)


def code_stays(organisation: Organisation) -> RuleViolation:
    """The sums of adopted texts name bodies by their codes."""
    said = _(
        "“%(name)s” keeps its code, %(code)s: adopted texts are known by it. Change the name, "
        "or add another body if the code was mistyped."
    )
    return _refusal("record_is_frozen", said, name=organisation.name, code=organisation.code)


def sent_file(document: AbstractDocument) -> RuleViolation:
    """An attachment is kept as the body received it, where not everybody may read it."""
    said = _(
        "“%(title)s” was sent to a body with a memo, so the file stays as it is and where it "
        "is. Add the new file as a document of its own."
    )
    return _refusal("record_is_frozen", said, title=document.title)


def readers_stay(collection: Collection) -> RuleViolation:
    """What was sent with a memo does not become public because a collection is opened."""
    said = _(
        "Files that were sent with memos lie in “%(name)s”, so it stays limited to those who "
        "read cases. Put what is for everyone in another collection."
    )
    return _refusal("not_adopted", said, name=collection.name)


def language_stays(locale: Locale) -> RuleViolation:
    """A page is in the language it was decided or translated in."""
    said = _(
        "There are pages in the language “%(language)s”, so it cannot become another one. "
        "Add the other language beside it."
    )
    return _refusal("record_is_frozen", said, language=locale)


def sent_version(page: object) -> RuleViolation:
    """A saved version that a body has received is not written over."""
    said = _(
        "This saved version of “%(title)s” has been sent to a body or decided on, so it cannot "
        "be written over. Load the page again, and make the change there."
    )
    return _refusal("record_is_frozen", said, title=page)


def no_schedule(page: object) -> RuleViolation:
    """Neither publishing nor hiding waits for a clock: both follow from decisions."""
    said = _(
        "“%(title)s” cannot be published or hidden at a set time: a document of the record "
        "becomes public by a decision. Leave the schedule empty."
    )
    return _refusal("not_adopted", said, title=page)


def public_to_everyone(page: Page) -> RuleViolation:
    """What is adopted is read by anyone, without signing in."""
    said = _(
        "“%(title)s” cannot be limited to some readers: what is adopted under it is public to "
        "everyone. Keep what is not for everyone outside the documents."
    )
    return _refusal("adopted_text_is_frozen", said, title=page.title)


def never_alias(page: Page) -> RuleViolation:
    """An alias would be a second public copy that nobody decided on."""
    said = _(
        "“%(title)s” cannot have an alias: a document of the record stands in one place and in "
        "its own words. Link to it instead."
    )
    return _refusal("not_adopted", said, title=page.title)


def _refusal(code: str, said: str, /, **words: object) -> RuleViolation:
    return RuleViolation(said % words, code=code)
