"""Who is told of a decision: those the minutes name, or else those it concerns by its nature."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.models import Case, Municipality, Organisation, RemissRecipient
from plandocs.vocabulary import APPROVING, SETTLING, OrganisationType, Outcome
from workflow.models import Decision
from workflow.procedure.part_in_case import Part, part_of


def recipients_of(decision: Decision) -> list[str]:
    """Return whom a § is sent to, each a name in Swedish; each name once.

    What the minutes say stands. Where they say nothing: those who prepared the case, the body
    that has it next, those who were asked in the remiss, and, for an adopted text, the bodies
    that carry out its measures.
    """
    if decision.sent_to:
        return list(decision.sent_to)
    case, body, outcome = decision.case, decision.body, Outcome(decision.outcome)
    decides = part_of(body, case) is Part.DECIDES
    with translation.override(settings.LANGUAGE_CODE):
        names = [*_preparing(case), *_next(case, body, outcome)]
        if decides and outcome in APPROVING:
            names += _carrying_out(case)
        if decides and outcome in SETTLING:
            names += _asked(case, by=decision.decided_on)
        return _each_once(names, body)


def proposed_recipients(case: Case, *, body: Organisation, on: date) -> list[str]:
    """Return whom a memo of ``on`` to ``body`` proposes that the decision is sent to.

    Who carries out the measures is known when the text is adopted.
    """
    with translation.override(settings.LANGUAGE_CODE):
        names = [*_preparing(case), *_next(case, body, Outcome.BIFALL)]
        if part_of(body, case) is Part.DECIDES:
            names += _asked(case, by=on)
        return _each_once(names, body)


def _each_once(names: list[str], body: Organisation) -> list[str]:
    return [name for name in dict.fromkeys(names) if name != body.name]


def _preparing(case: Case) -> Iterator[str]:
    department = Municipality.load().department
    responsible = case.plan.responsible
    if department:
        yield department
    elif responsible is None:
        yield _("The official in charge")
    if responsible:
        yield responsible.name


def _next(case: Case, body: Organisation, outcome: Outcome) -> Iterator[str]:
    """Name the body that has the case next, or that the decision answers."""
    if part_of(body, case) is Part.PROPOSES and outcome in SETTLING:
        yield case.decided_by.name
    else:
        boards = Organisation.objects.filter(type=OrganisationType.STYRELSE)
        yield from boards.order_by("pk").values_list("name", flat=True)[:1]


def _carrying_out(case: Case) -> list[str]:
    """Return the bodies with a part in the measures of the adopted text."""
    return list(
        Organisation.objects.filter(measure_parts__measure__revision=case.revision_id)
        .distinct()
        .order_by("name")
        .values_list("name", flat=True)
    )


def _asked(case: Case, *, by: date) -> list[str]:
    """Return the bodies asked in the case's remisser up to a day, in the order they were asked."""
    asked = RemissRecipient.objects.filter(round__opening__case=case, asked_on__lte=by)
    return list(asked.order_by("pk").values_list("organisation__name", flat=True))
