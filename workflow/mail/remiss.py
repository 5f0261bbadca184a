"""Letters: written after the transaction, and not at all inside ``silenced()``."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from plandocs.models import Municipality, RemissAnswer, RemissExtension, RemissRecipient
from plandocs.text.compare import plain
from plandocs.vocabulary import AnswerChannel
from workflow.mail.secret_links import link_of, receipt_link_of
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


def ask(recipient: RemissRecipient) -> None:
    """Ask a body for its answer: what it shall cover, by when, and where (FL 26 §)."""
    _post("remiss_request", recipient, _about(recipient), language=settings.LANGUAGE_CODE)


def tell_new_link(recipient: RemissRecipient) -> None:
    """Send a body the address that replaces its old one."""
    _post("remiss_new_link", recipient, _about(recipient), language=settings.LANGUAGE_CODE)


def tell_extension(recipient: RemissRecipient, extension: RemissExtension) -> None:
    """Tell a body that it has more time."""
    context = {**_about(recipient), "extension": extension}
    _post("remiss_extension", recipient, context, language=settings.LANGUAGE_CODE)


def confirm(answer: RemissAnswer) -> None:
    """Send whoever answered a receipt, in the language of the form.

    Anybody can write anybody's address in a form. Only where it is known whose it is does the
    letter hold what was written; else it could carry one stranger's words to another.
    """
    context = {
        "answer": answer,
        "round": answer.round,
        "case": answer.round.opening.case,
        "points": list(answer.points.all()),
        "link": receipt_link_of(answer),
        "is_in_full": _is_known_whose(answer),
    }
    _post("remiss_receipt", answer, context, language=get_language() or "")


def _is_known_whose(answer: RemissAnswer) -> bool:
    """Whether the address is the registrar's word, or the one to which the body's link was sent."""
    if answer.channel == AnswerChannel.REGISTRERAD:
        return True
    asked = answer.round.recipients.filter(organisation=answer.organisation)
    return answer.organisation is not None and asked.filter(email__iexact=answer.email).exists()


def _about(recipient: RemissRecipient) -> dict[str, object]:
    return {
        "recipient": recipient,
        "round": recipient.round,
        "case": recipient.round.opening.case,
        "missive": plain(recipient.round.missive),
        "link": link_of(recipient),
    }


def _post(
    name: str, to: RemissRecipient | RemissAnswer, context: dict[str, object], *, language: str
) -> None:
    """Send one letter when the transaction has held; a fault is logged and undoes nothing."""
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
