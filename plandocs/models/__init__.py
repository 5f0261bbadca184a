"""The models of a document and of what surrounds it."""

from plandocs.models.answers import Bemotande, RemissAnswer, RemissPoint
from plandocs.models.case import Case
from plandocs.models.measure import Measure, MeasureBody
from plandocs.models.municipality import Municipality
from plandocs.models.organisation import Organisation, OrganisationAlias, SubjectArea
from plandocs.models.plan import PlanPage
from plandocs.models.remiss import RemissExtension, RemissRecipient, RemissRoundPage
from plandocs.models.revision import PlanRevisionPage
from plandocs.models.site_pages import (
    AccessibilityFeedback,
    HomePage,
    InformationPage,
    PlanIndexPage,
    RecentSending,
)
from plandocs.models.tjansteskrivelse import MemoAttachment, TjansteskrivelsePage

__all__ = [
    "AccessibilityFeedback",
    "Bemotande",
    "Case",
    "HomePage",
    "InformationPage",
    "Measure",
    "MeasureBody",
    "MemoAttachment",
    "Municipality",
    "Organisation",
    "OrganisationAlias",
    "PlanIndexPage",
    "PlanPage",
    "PlanRevisionPage",
    "RecentSending",
    "RemissAnswer",
    "RemissExtension",
    "RemissPoint",
    "RemissRecipient",
    "RemissRoundPage",
    "SubjectArea",
    "TjansteskrivelsePage",
]
