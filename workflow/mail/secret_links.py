"""The addresses that let somebody in without an account, and how they are kept out of the logs."""

import logging
import re

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import override

from plandocs.models import RemissAnswer, RemissRecipient

_SECRET = re.compile(r"(/remiss/(?:svara|kvitto)/)[^/\s\"']+")


def token_of(recipient: RemissRecipient) -> str:
    """Return what stands in the body's own address; a new nonce makes the old one worthless."""
    return _signer("asked").sign_object([recipient.pk, recipient.nonce])


def link_of(recipient: RemissRecipient) -> str:
    """Return the body's own address, in full."""
    return _absolute("answer_by_link", token_of(recipient))


def recipient_of(token: str) -> RemissRecipient | None:
    """Return the body whose address this is; None for a forged or a replaced one."""
    try:
        pk, nonce = _signer("asked").unsign_object(token)
    except (BadSignature, TypeError, ValueError):
        return None
    recipient = (
        RemissRecipient.objects.select_related("organisation", "round").filter(pk=pk).first()
    )
    if recipient is None or not constant_time_compare(recipient.nonce, nonce):
        return None
    return recipient


def receipt_token_of(answer: RemissAnswer) -> str:
    """Return what stands in the address of one answer's receipt."""
    return _signer("receipt").sign_object([answer.pk])


def receipt_link_of(answer: RemissAnswer) -> str:
    """Return the address where whoever answered sees what was filed and what came of it."""
    return _absolute("answer_receipt", receipt_token_of(answer))


def answer_of(token: str) -> RemissAnswer | None:
    """Return the answer whose receipt this is; None for a forged address."""
    try:
        (pk,) = _signer("receipt").unsign_object(token)
    except (BadSignature, TypeError, ValueError):
        return None
    return RemissAnswer.objects.select_related("organisation", "round").filter(pk=pk).first()


class WithoutSecretLinks(logging.Filter):
    """Takes the secret out of the addresses that Django writes in its log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, its addresses cut short."""
        message = record.getMessage()
        if "/remiss/" in message:
            record.msg, record.args = _SECRET.sub(r"\1…", message), None
        return True


def keep_out_of_logs() -> None:
    """Let no logger that writes addresses write a secret one."""
    for name in ("django.request", "django.security.csrf", "django.server"):
        logging.getLogger(name).addFilter(_without_secret_links)


_without_secret_links = WithoutSecretLinks()


def _signer(purpose: str) -> Signer:
    return Signer(sep=".", salt=f"styrdok.remiss.{purpose}")


def _absolute(name: str, token: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return f"{settings.BASE_URL}{reverse(name, args=[token])}"
