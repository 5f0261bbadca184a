"""How the text was sent out, and how many answered."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import RemissAnswer, RemissExtension, RemissRoundPage
from workflow.models import RemissOpening
from workflow.reading.way.telling import Telling


def tell_opening(opening: RemissOpening) -> Telling:
    """Tell who was asked, and until when."""
    page = opening.page
    last = date_format(page.first_closes_on)
    sentences = [_("The last day to answer was set to %(day)s.") % {"day": last}]
    if names := [asked.organisation.name_in_sentence for asked in page.recipients.all()]:
        sentences.append(_("These were asked: %(names)s.") % {"names": ", ".join(names)})
    if page.is_public:
        sentences.append(_("Anyone could answer.") if page.closed_on else _("Anyone may answer."))
    return Telling(
        opening.opened_on,
        _("The proposal was sent out on remiss"),
        sentences,
        url=page.url or "",
        url_text=_("Read the remiss"),
        url_language=page.locale.language_code,
    )


def tell_extension(extension: RemissExtension) -> Telling:
    """Tell that everybody got more time."""
    new = _("The new last day is %(day)s.") % {"day": date_format(extension.closes_on)}
    return Telling(extension.decided_on, _("The time to answer was extended"), [new])


def tell_closing(page: RemissRoundPage) -> Telling:
    """Tell how many answers there were when the round closed."""
    assert page.closed_on is not None  # what closed it is what is told of
    count = sum(not came_after_closing(answer) for answer in page.answers.all())
    told = ngettext("%(count)d answer had come in.", "%(count)d answers had come in.", count)
    return Telling(page.closed_on, _("The remiss closed"), [told % {"count": count}])


def came_after_closing(answer: RemissAnswer) -> bool:
    """Whether the round had been closed on an earlier day."""
    closed_on = answer.round.closed_on
    return closed_on is not None and answer.received_on > closed_on


def tell_answers_after_closing(answers: Sequence[RemissAnswer]) -> Telling:
    """Tell of answers that came on one day after the round had closed."""
    title = ngettext(
        "%(count)d answer came in after the remiss had closed",
        "%(count)d answers came in after the remiss had closed",
        len(answers),
    )
    return Telling(answers[0].received_on, title % {"count": len(answers)})
