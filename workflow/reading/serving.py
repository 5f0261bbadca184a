"""Which view shows which kind of page."""

from plandocs.models import (
    HomePage,
    InformationPage,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    RemissRoundPage,
)
from plandocs.serving import let_show
from workflow.reading.edition.views import show_edition
from workflow.reading.information import show_information
from workflow.reading.listing.views import show_listing
from workflow.reading.plan.views import show_plan
from workflow.reading.remiss import show_round
from workflow.reading.start import show_start


def connect() -> None:
    """Name the views. Called once, when the app is ready."""
    let_show(HomePage, show_start)
    let_show(PlanIndexPage, show_listing)
    let_show(InformationPage, show_information)
    let_show(PlanPage, show_plan)
    let_show(PlanRevisionPage, show_edition)
    let_show(RemissRoundPage, show_round)
