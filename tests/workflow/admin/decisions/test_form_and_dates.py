"""What the form of a § starts from, and which meeting dates it says look wrong."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.vocabulary import Outcome
from tests.factories.situations import Matter, starts_from
from workflow.admin.decisions.reminders import date_to_check
from workflow.procedure.minutes import Minutes

TODAY = date(2026, 6, 16)


@starts_from(Matter.reworked)
def test_no_body_is_proposed_while_none_has_the_case(case, registrator, as_user):
    form = as_user(registrator).get(reverse("decision_new", args=[case.pk])).context["form"]

    assert next(value for value, _ in form.fields["body"].choices) == ""


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (date(2026, 6, 15), ""),
        (date(2026, 5, 19), ""),
        (date(2026, 6, 17), "Sammanträdet har inte ägt rum än"),
        (date(2025, 6, 15), "innan ärendet öppnades den 12\xa0januari\xa02026"),
        (date(2026, 5, 18), "före Kommunstyrelsen 2026-05-19 § 80"),
    ],
)
@starts_from(Matter.before_council)
def test_a_date_that_the_record_contradicts_is_to_be_checked(held, said, case, kf):
    minutes = Minutes(body=kf, decided_on=held, outcome=Outcome.BIFALL)

    found = date_to_check(case, minutes, on=TODAY)

    assert said in found
    assert bool(found) == bool(said)


@starts_from(Matter.before_committee)
def test_a_meeting_before_the_memo_was_sent_is_to_be_checked(case, ksau):
    minutes = Minutes(body=ksau, decided_on=date(2026, 1, 19), outcome=Outcome.BIFALL)

    found = date_to_check(case, minutes, on=TODAY)

    assert "innan tjänsteskrivelsen skickades den 20\xa0januari\xa02026" in found
