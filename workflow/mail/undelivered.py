"""Letters that could not be sent. The fault undoes nothing, so the log must tell of it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import ModelLogEntry

from plandocs.models import Case, RemissAnswer, RemissRecipient, RemissRoundPage
from workflow.record.log import log_fact

_ACTIONS = ("styrdok.letter_failed", "styrdok.renew_link")


def note_undelivered(about: RemissRecipient | RemissAnswer) -> None:
    """Log that a body, or whoever answered, did not get its letter."""
    to_body = isinstance(about, RemissRecipient)
    log_fact(
        about.round.opening.case,
        "letter_failed",
        user=None,
        round=about.round_id,
        body=about.organisation.code if about.organisation else "",
        answer=None if to_body else about.pk,
    )


def bodies_without_letter(page: RemissRoundPage) -> set[str]:
    """Return the codes of the bodies whose last link did not reach them by letter."""
    waiting: set[str] = set()
    for entry in _entries(page.opening.case).filter(action__in=_ACTIONS).order_by("pk"):
        if entry.data.get("round") != page.pk or entry.data.get("answer"):
            continue
        if entry.action == "styrdok.letter_failed":
            waiting.add(entry.data["body"])
        else:
            waiting.discard(entry.data["body"])
    return waiting


def has_no_copy(answer: RemissAnswer) -> bool:
    """Whether the copy of an answer could not be sent."""
    failed = _entries(answer.round.opening.case).filter(action="styrdok.letter_failed")
    return any(entry.data.get("answer") == answer.pk for entry in failed)


def _entries(case: Case) -> QuerySet[ModelLogEntry]:
    return ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Case), object_id=str(case.pk)
    )
