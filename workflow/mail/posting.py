"""How a letter is sent: after the transaction, and not at all inside ``silenced()``."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from plandocs.models import Municipality, RemissAnswer, RemissRecipient
from workflow.mail.undelivered import note_undelivered

# It keeps days together on a screen; in a letter it keeps them from being found by a search.
HARD_SPACE = "\N{NO-BREAK SPACE}"

_silenced: ContextVar[bool] = ContextVar("silenced", default=False)


@contextmanager
def silenced() -> Iterator[None]:
    """Send no letter for what happens inside, as when an old case is played from a file."""
    token = _silenced.set(True)
    try:
        yield
    finally:
        _silenced.reset(token)


def post(
    name: str, to: RemissRecipient | RemissAnswer, context: dict[str, object], *, language: str
) -> None:
    """Send one letter when the transaction has held; a fault is logged and undoes nothing.

    ``name`` is that of its templates in ``workflow/mail/``; no address, no letter.
    """
    address = to.email

    def send() -> None:  # Django logs a fault by the function's name, which a partial has not
        try:
            _send(name, address, context, language)
        except Exception:
            note_undelivered(to)
            raise

    if address and not _silenced.get():
        transaction.on_commit(send, robust=True)


def _send(name: str, to: str, context: dict[str, object], language: str) -> None:
    municipality = Municipality.load()
    context = {**context, "municipality": municipality}
    with override(language or settings.LANGUAGE_CODE):
        subject = render_to_string(f"workflow/mail/{name}_subject.txt", context)
        body = render_to_string(f"workflow/mail/{name}.txt", context)
    EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip().replace(HARD_SPACE, " ") + "\n",
        to=[to],
        reply_to=[municipality.email] if municipality.email else None,
    ).send()
