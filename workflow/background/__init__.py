"""The background of a memo, written from the recorded facts."""

from datetime import date

from django.conf import settings
from django.utils import translation

from plandocs.models import Case, Organisation
from workflow.background.record import read_record
from workflow.background.story import tell


def background_paragraphs(case: Case, *, to: Organisation, on: date) -> list[str]:
    """Return what the record says of ``case`` up to ``on``, as paragraphs of Swedish prose.

    They are a draft for the official, who may change them before the memo is sent to ``to``. A
    fixed number of queries is asked, however many have answered the remiss.

    Source: språklagen (2009:600) 10–11 §§ – Swedish, plain and correct.
    """
    record = read_record(case, to=to, on=on)
    with translation.override(settings.LANGUAGE_CODE):
        return list(tell(record))
