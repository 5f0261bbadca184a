"""Which fields stay as they are once their page is public, or has been sent.

The guards ask the fields, and the database's triggers their columns; both have them from here.
"""

from collections.abc import Iterable

from django.db.models import Field, Model

ADDRESS = ("slug", "url_path", "translation_key", "locale")
"""Where a public page is found."""

ADDRESS_ABOVE = ("slug", "translation_key", "locale")
"""What of a page above decides where the public ones below it are found."""

WORDS = ("title", "summary", "valid_from", "valid_to", "body")
"""The words of an edition that is public; those of a translation, until it is released again."""

BESIDE_WORDS = (*ADDRESS, "number", "seo_title", "search_description")
"""What else of an edition stays, in every language."""

ROUND = (
    *ADDRESS,
    *("title", "opened_on", "is_public", "missive", "questions"),
    *("text", "text_title", "text_sha256"),
)
"""A remiss that was sent out."""

MEMO = ("title", "to_body", "dated_on", "proposal", "summary", "background", "assessment")
"""A memo that a body has received."""

ATTACHMENT = ("title", "document", "memo")
"""What was sent with a memo."""


def columns(model: type[Model], names: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of these fields of ``model`` that lie in its own table.

    A page's row is two: those of Wagtail's ``Page`` lie in the table of that.
    """
    fields = [model._meta.get_field(name) for name in names]
    own = [field for field in fields if isinstance(field, Field) and field.model is model]
    return tuple(str(field.column) for field in own)
