"""The letters of a remiss: to those who are asked, and to those who have answered."""

from django.conf import settings
from django.utils.translation import get_language

from plandocs.models import RemissAnswer, RemissExtension, RemissRecipient
from plandocs.text.compare import plain
from plandocs.vocabulary import AnswerChannel
from workflow.mail.posting import post
from workflow.mail.secret_links import link_of, receipt_link_of


def ask(recipient: RemissRecipient) -> None:
    """Ask a body for its answer: what it shall cover, by when, and where (FL 26 §)."""
    _tell("remiss_request", recipient)


def tell_new_link(recipient: RemissRecipient) -> None:
    """Send a body the address that replaces its old one."""
    _tell("remiss_new_link", recipient)


def tell_extension(recipient: RemissRecipient, extension: RemissExtension) -> None:
    """Tell a body that it has more time."""
    _tell("remiss_extension", recipient, extension=extension)


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
    post("remiss_receipt", answer, context, language=get_language() or "")


def _is_known_whose(answer: RemissAnswer) -> bool:
    """Whether the address is the registrar's word, or the one to which the body's link was sent."""
    if answer.channel == AnswerChannel.REGISTRERAD:
        return True
    asked = answer.round.recipients.filter(organisation=answer.organisation)
    return answer.organisation is not None and asked.filter(email__iexact=answer.email).exists()


def _tell(name: str, recipient: RemissRecipient, **more: object) -> None:
    asked = recipient.round
    about = {"recipient": recipient, "round": asked, "case": asked.opening.case}
    written = {"missive": plain(asked.missive), "link": link_of(recipient)}
    post(name, recipient, about | written | more, language=settings.LANGUAGE_CODE)
