"""Sending a text out on remiss (FL 2017:900 26 § as good practice; R40, R41)."""

from datetime import date

import pytest
from django.urls import reverse

from plandocs.models import RemissRoundPage
from plandocs.text.canonical import text_sha256
from plandocs.vocabulary import AnswerChannel, CaseStage, ChangeKind, Outcome, Stance
from tests.factories.situations import Matter, starts_from
from tests.workflow.conftest import AFTER, LAST_DAY, OPENED
from workflow.errors import RuleViolation
from workflow.models import PreparationTask
from workflow.services.remiss import (
    NewAnswer,
    close_remiss,
    extend_remiss,
    receive_answer,
    renew_link,
)
from workflow.services.texts import edit_text


def block_ids(page):
    return [block.id for block in page.text]


@starts_from(Matter.reworked)
def test_the_case_goes_out_on_remiss_and_the_round_is_published(send_out, matter):
    remiss = send_out()

    assert matter.case.stage == CaseStage.PA_REMISS
    assert remiss.live
    assert remiss.opening.case == matter.case
    assert remiss.is_open_on(LAST_DAY)
    assert not remiss.is_open_on(AFTER)


@starts_from(Matter.reworked)
def test_the_wagtail_workflow_follows(send_out, matter):
    send_out()

    matter.case.revision.refresh_from_db()

    assert matter.case.revision.current_workflow_task.specific.stage == CaseStage.PA_REMISS


@starts_from(Matter.reworked)
def test_the_round_keeps_the_text_with_its_block_ids_and_fingerprint(send_out, matter):
    text = matter.case.latest_text()

    page = send_out()

    assert block_ids(page) == [block.id for block in text.body]
    assert page.text_title == text.title
    assert page.text_sha256 == text_sha256(text)


@starts_from(Matter.reworked)
def test_what_is_changed_later_does_not_change_the_round(send_out, matter, handlaggare):
    remiss = send_out()
    as_sent = remiss.text_sha256, list(remiss.text.raw_data)
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    edit_text(
        case=matter.case,
        find="Belys gångvägarna",
        replace="Belys cykelvägarna",
        kind=ChangeKind.I_SAK,
        on=AFTER,
        user=handlaggare,
    )

    page = RemissRoundPage.objects.get(pk=remiss.pk)
    assert (page.text_sha256, list(page.text.raw_data)) == as_sent


@starts_from(Matter.reworked)
def test_a_body_named_twice_is_asked_once(send_out, socialnamnden):
    page = send_out(to=[socialnamnden, socialnamnden])

    assert [recipient.organisation for recipient in page.recipients.all()] == [socialnamnden]


@starts_from(Matter.reworked)
def test_a_second_round_gets_an_address_of_its_own(send_out, handlaggare):
    first = send_out()
    close_remiss(round=first, on=AFTER, user=handlaggare)

    second = send_out(on=date(2026, 4, 9), closes_on=date(2026, 5, 9))

    assert (first.slug, second.slug) == ("remiss-1", "remiss-2")


@starts_from(Matter.opened)
def test_a_text_that_the_committee_has_not_seen_is_not_sent_out(send_out):
    with pytest.raises(RuleViolation) as violation:
        send_out()

    assert violation.value.code == "step_not_possible"


@pytest.mark.parametrize("outcome", [Outcome.AVSLAG, Outcome.ATERREMISS])
@starts_from(Matter.before_committee)
def test_the_committee_must_have_approved(send_out, matter, outcome):
    matter.decided(matter.ksau, date(2026, 2, 3), outcome, paragraph=12)

    with pytest.raises(RuleViolation) as violation:
        send_out()

    assert violation.value.code == "step_not_possible"
    assert not RemissRoundPage.objects.exists()


def test_a_municipality_without_a_committee_needs_no_such_approval(send_out, matter):
    PreparationTask.objects.update(active=False)
    matter.opened().memo(matter.ks, date(2026, 1, 20))
    matter.decided(matter.ks, date(2026, 2, 3), Outcome.ATERREMISS, paragraph=30)

    page = send_out()

    assert page.live


@starts_from(Matter.reworked)
def test_a_last_day_before_the_first_is_refused(send_out, matter):
    with pytest.raises(RuleViolation) as violation:
        send_out(closes_on=date(2026, 2, 9))

    assert violation.value.code == "dates_impossible"
    matter.case.refresh_from_db()
    assert matter.case.stage == CaseStage.BEARBETAS


@starts_from(Matter.reworked)
def test_a_remiss_that_nobody_can_answer_is_refused(send_out):
    with pytest.raises(RuleViolation) as violation:
        send_out(to=[], is_public=False)

    assert violation.value.code == "nobody_asked"


@pytest.mark.parametrize("role", ["registrator", "fortroendevald", "oversattare", "redaktor"])
@starts_from(Matter.reworked)
def test_only_the_official_in_charge_leads_a_remiss(cast, role, send_out):
    user = cast[role]
    with pytest.raises(RuleViolation) as opening:
        send_out(user=user)
    page = send_out()

    with pytest.raises(RuleViolation) as extending:
        extend_remiss(round=page, closes_on=date(2026, 5, 1), on=OPENED, user=user)
    with pytest.raises(RuleViolation) as closing:
        close_remiss(round=page, on=AFTER, user=user)
    with pytest.raises(RuleViolation) as renewing:
        renew_link(recipient=page.recipients.first(), on=OPENED, user=user)

    refusals = (opening, extending, closing, renewing)
    assert {refusal.value.code for refusal in refusals} == {"not_permitted"}


@starts_from(Matter.reworked)
def test_a_round_that_is_not_public_has_no_open_form(client, send_out):
    page = send_out(is_public=False)

    response = client.get(reverse("answer_public_remiss", args=[page.pk]))

    assert response.status_code == 404


@starts_from(Matter.reworked)
def test_nor_is_an_open_answer_to_it_filed(send_out):
    page = send_out(is_public=False)

    with pytest.raises(RuleViolation) as violation:
        receive_answer(
            answer=NewAnswer(channel=AnswerChannel.OPPEN, stance=Stance.SYNPUNKTER, points=[]),
            round=page,
            received_on=OPENED,
        )

    assert violation.value.code == "not_permitted"
