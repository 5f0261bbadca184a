"""The background of a memo, written from the recorded facts."""

from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.models import Case, Organisation


def background_paragraphs(case: Case, *, to: Organisation, on: date) -> list[str]:
    """Return the paragraphs, in Swedish, one per fact in the order of the record."""
    with translation.override("sv"):
        return [
            _("On %(day)s %(body)s decided: %(outcome)s.")
            % {
                "day": date_format(decision.current_date),
                "body": decision.body.name,
                "outcome": decision.get_outcome_display(),
            }
            for decision in case.decisions.select_related("body").prefetch_related("corrections")
        ]
