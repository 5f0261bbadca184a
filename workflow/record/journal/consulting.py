"""The documents of the remiss and of the languages: what was sent out, came in and was met."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from django.conf import settings
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from plandocs.models import Bemotande, Case, RemissAnswer, RemissRoundPage
from plandocs.outputs.letters import Direction
from plandocs.vocabulary import Stance
from workflow.models import TranslationRelease
from workflow.record.journal.row import Row
from workflow.record.prose import day_in_words


def remiss_rows(case: Case, *, until: date) -> Iterator[Row]:
    """Return what was sent out, what came in, and what was said of it up to ``until``."""
    pages = list(
        RemissRoundPage.objects.filter(opening__case=case)
        .defer_streamfields()
        .prefetch_related("recipients__organisation", "extensions", "answers__organisation")
        .order_by("opened_on", "pk")
    )
    for page in pages:
        yield from _sent_out(page)
        yield from _answers(page)
    yield from _bemotanden(case, until=until)


def _sent_out(page: RemissRoundPage) -> Iterator[Row]:
    """A remiss to another nämnd is expedited as it is sent (TF 2 kap. 10–11 §§; R46)."""
    extensions = list(page.extensions.all())
    first = extensions[0].closed_before if extensions else page.closes_on
    last_day = {"day": day_in_words(first)}
    for recipient in page.recipients.all():
        yield Row(
            recipient.asked_on,
            35,
            Direction.OUT,
            recipient.organisation.name,
            _("Remiss, to be answered by %(day)s") % last_day,
        )
    if page.is_public:
        yield Row(
            page.opened_on,
            36,
            Direction.OUT,
            _("The public"),
            _("Open remiss, to be answered by %(day)s") % last_day,
        )
    for extension in extensions:
        yield Row(
            extension.decided_on,
            37,
            Direction.OUT,
            _("All who were asked"),
            _("More time to answer the remiss, until %(day)s")
            % {"day": day_in_words(extension.closes_on)},
        )


def _answers(page: RemissRoundPage) -> Iterator[Row]:
    concerns = {
        Stance.TILLSTYRKER: _("Answer to the remiss: supports"),
        Stance.TILLSTYRKER_MED_SYNPUNKTER: _("Answer to the remiss: supports, with comments"),
        Stance.AVSTYRKER: _("Answer to the remiss: opposes"),
        Stance.INGET_ATT_ERINRA: _("Answer to the remiss: nothing to object"),
        Stance.SYNPUNKTER: _("Answer to the remiss: comments"),
        Stance.AVSTAR: _("Answer to the remiss: declines to answer"),
    }
    answers: Iterable[RemissAnswer] = page.answers.all()
    for answer in answers:
        told = concerns[Stance(answer.stance)]
        if answer.is_late:
            told = _("%(answer)s (after the last day)") % {"answer": told}
        yield Row(answer.received_on, 10, Direction.IN, answer.respondent, told)


def _bemotanden(case: Case, *, until: date) -> Iterator[Row]:
    """One row a day: what a memo has carried of the answers to the points."""
    days = Bemotande.objects.filter(
        point__answer__round__opening__case=case, answered_on__lte=until
    ).order_by("answered_on")
    for day, same_day in groupby(days.values_list("answered_on", flat=True)):
        number = len(list(same_day))
        yield Row(
            day,
            14,
            Direction.MADE,
            "",
            ngettext(
                "The municipality's answer to one comment from the remiss",
                "The municipality's answers to %(count)s comments from the remiss",
                number,
            )
            % {"count": number},
        )


def release_rows(case: Case) -> Iterator[Row]:
    """Return the adopted text's translations and its easy-to-read text, as they were released."""
    releases = TranslationRelease.objects.filter(
        page__translation_key=case.revision.translation_key
    ).select_related("page__locale")
    for release in releases:
        yield Row(
            release.released_on,
            70,
            Direction.MADE,
            "",
            _released(release.page.locale.language_code),
        )


def _released(code: str) -> str:
    if code.startswith(f"{settings.LANGUAGE_CODE}-"):
        return _("The easy-to-read text, published")
    name = str(get_language_info(code)["name_translated"])
    return _("Translation published: %(language)s") % {"language": name.lower()}
