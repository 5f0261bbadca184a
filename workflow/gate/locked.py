"""What the record says of a page: why nobody may change it now, or nothing while it is open.

``plandocs.locks`` asks here, for Wagtail's screens; code that never asks meets ``pages``.
"""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.locks import let_answer
from plandocs.models import PlanPage, PlanRevisionPage, RemissRoundPage, TjansteskrivelsePage
from plandocs.models.case import case_of
from plandocs.vocabulary import DRAFTED, CaseStage
from workflow.models import Adoption, Submission


def connect() -> None:
    """Answer for every kind of page that the record rules over."""
    let_answer(PlanPage, _plan)
    let_answer(PlanRevisionPage, _edition)
    let_answer(TjansteskrivelsePage, _memo)
    let_answer(RemissRoundPage, _round)


def _plan(page: PlanPage) -> str:
    """What is said about a document may be said better; its address is kept by ``pages``."""
    return ""


def _edition(page: PlanRevisionPage) -> str:
    if not page.is_original:
        return "" if page.is_easy_read else _translated_elsewhere()
    adoption = Adoption.objects.select_related("decision").filter(page=page).first()
    if adoption is not None:
        return _(
            "%(body)s adopted this text on %(day)s, and it cannot be changed. "
            "Open a new case to prepare the next edition."
        ) % {"body": adoption.decision.body_name, "day": date_format(adoption.adopted_on)}
    case = case_of(page)
    if case is None:
        return _("The text belongs to no case, so it cannot be changed. Open a case first.")
    if case.stage in DRAFTED:
        return ""
    if case.stage == CaseStage.AVSLAGEN:
        return _("The text was rejected in %(case)s and is kept as it was.") % {"case": case}
    return _(
        "The case %(case)s is “%(stage)s”, and what others read must not change while they "
        "read it. A change is made and marked on the page of the case."
    ) % {"case": case.diarienummer, "stage": case.stage_label}


def _translated_elsewhere() -> str:
    return _(
        "This page is written by its translation, which somebody has stopped. Start the "
        "translation again at the foot of the page, and translate there."
    )


def _memo(page: TjansteskrivelsePage) -> str:
    sent = Submission.objects.select_related("body").filter(memo=page).first()
    if sent is None:
        return ""
    return _(
        "The memo was sent to %(body)s on %(day)s and is kept as it was sent. Write a new memo."
    ) % {"body": sent.body.name, "day": date_format(sent.sent_on)}


def _round(page: RemissRoundPage) -> str:
    """A round is a record from its first day."""
    return _(
        "A remiss round is kept as it was sent out. Extend or close it on the page of the case."
    )
