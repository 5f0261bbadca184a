"""The documents that each event is."""

from collections.abc import Iterator
from typing import assert_never

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from plandocs.models import Case, RemissAnswer, RemissExtension
from workflow import models
from workflow.record.chronicle import Fact, PointsMet, RemissClosing
from workflow.record.journal import decisions, remiss
from workflow.record.journal.row import Row, made_here


def rows_of(fact: Fact, *, court: str) -> Iterator[Row]:
    """Return what is registered of a fact; some are no documents."""
    match fact:
        case models.Submission():
            yield decisions.memo_row(fact)
        case models.Decision():
            yield decisions.minutes_row(fact)
        case models.Adoption():
            yield decisions.adoption_row(fact)
        case models.PlanEnding():
            yield decisions.ending_row(fact)
        case models.DecisionCorrection():
            yield decisions.correction_row(fact)
        case models.MotiveAnswer():
            yield decisions.motive_row(fact)
        case models.Announcement():
            yield decisions.notice_row(fact)
        case models.Appeal():
            yield decisions.appeal_row(fact, court=court)
        case models.LagaKraft():
            yield decisions.laga_kraft_row(fact)
        case models.RemissOpening():
            yield from remiss.sent_out_rows(fact)
        case RemissExtension():
            yield remiss.extension_row(fact)
        case RemissAnswer():
            yield remiss.answer_row(fact)
        case PointsMet():
            yield remiss.points_row(fact)
        case models.TranslationRelease():
            yield _release_row(fact)
        case Case() | models.TextChange() | RemissClosing():
            return
        case _:
            assert_never(fact)


def _release_row(release: models.TranslationRelease) -> Row:
    code = release.page.locale.language_code
    said = _("The easy-to-read text, published")
    if not code.startswith(f"{settings.LANGUAGE_CODE}-"):
        name = str(get_language_info(code)["name_translated"])
        said = _("Translation published: %(language)s") % {"language": name.lower()}
    return made_here(release, release.released_on, said)
