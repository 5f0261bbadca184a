"""Sending a text out on remiss (FL 2017:900 26 § as good practice; R40, R41)."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from plandocs.canonical import text_sha256
from plandocs.models import RemissRoundPage
from plandocs.vocabulary import CaseStage, ChangeKind, Outcome
from tests.workflow.remiss.conftest import AFTER, LAST_DAY, OPENED
from workflow.errors import RuleViolation
from workflow.models import PreparationTask
from workflow.services.remiss import close_remiss, extend_remiss, renew_link
from workflow.services.texts import edit_text


def block_ids(page):
    return [block.id for block in page.text]


def test_the_case_goes_out_on_remiss_and_the_round_is_published(remiss, matter):
    assert matter.case.stage == CaseStage.PA_REMISS
    assert remiss.live
    assert remiss.opening.case == matter.case
    assert remiss.is_open_on(LAST_DAY)
    assert not remiss.is_open_on(AFTER)


def test_the_wagtail_workflow_follows(remiss, matter):
    matter.case.revision.refresh_from_db()

    assert matter.case.revision.current_workflow_task.specific.stage == CaseStage.PA_REMISS


def test_the_round_keeps_the_text_with_its_block_ids_and_fingerprint(send_out, matter):
    text = matter.reworked().case.latest_text()

    page = send_out()

    assert block_ids(page) == [block.id for block in text.body]
    assert page.text_title == text.title
    assert page.text_sha256 == text_sha256(text)


def test_what_is_changed_later_does_not_change_the_round(remiss, matter, handlaggare):
    sent_out = remiss.text_sha256, list(remiss.text.raw_data)
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
    assert (page.text_sha256, list(page.text.raw_data)) == sent_out


def test_a_body_named_twice_is_asked_once(send_out, socialnamnden):
    page = send_out(to=[socialnamnden, socialnamnden])

    assert [recipient.organisation for recipient in page.recipients.all()] == [socialnamnden]


def test_a_second_round_gets_an_address_of_its_own(remiss, send_out, handlaggare):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    second = send_out(on=date(2026, 4, 9), closes_on=date(2026, 5, 9))

    assert (remiss.slug, second.slug) == ("remiss-1", "remiss-2")


def test_a_text_that_the_committee_has_not_seen_is_not_sent_out(send_out, matter):
    matter.opened()

    with pytest.raises(RuleViolation) as violation:
        send_out()

    assert violation.value.code == "step_not_possible"


@pytest.mark.parametrize("outcome", [Outcome.AVSLAG, Outcome.ATERREMISS])
def test_the_committee_must_have_approved(send_out, matter, outcome):
    matter.before_committee().decided(matter.ksau, date(2026, 2, 3), outcome, paragraph=12)

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


def test_a_last_day_before_the_first_is_refused(send_out, matter):
    matter.reworked()

    with pytest.raises(RuleViolation) as violation:
        send_out(closes_on=date(2026, 2, 9))

    assert violation.value.code == "dates_impossible"
    matter.case.refresh_from_db()
    assert matter.case.stage == CaseStage.BEARBETAS


def test_a_remiss_that_nobody_can_answer_is_refused(send_out, matter):
    matter.reworked()

    with pytest.raises(RuleViolation) as violation:
        send_out(to=[], is_public=False)

    assert violation.value.code == "nobody_asked"


def test_more_time_is_recorded_with_the_day_it_replaces(remiss, handlaggare):
    page = extend_remiss(
        round=remiss, closes_on=date(2026, 4, 21), on=date(2026, 4, 1), user=handlaggare
    )

    extension = page.extensions.get()
    assert (extension.closed_before, extension.closes_on) == (LAST_DAY, date(2026, 4, 21))
    assert page.is_open_on(date(2026, 4, 21))
    assert page.get_latest_revision_as_object().closes_on == date(2026, 4, 21)


@pytest.mark.parametrize("closes_on", [LAST_DAY, date(2026, 4, 1)])
def test_more_time_means_a_later_day(remiss, handlaggare, closes_on):
    with pytest.raises(RuleViolation) as violation:
        extend_remiss(round=remiss, closes_on=closes_on, on=date(2026, 3, 30), user=handlaggare)

    assert violation.value.code == "dates_impossible"


def test_more_time_ends_in_the_future(remiss, handlaggare):
    with pytest.raises(RuleViolation) as violation:
        extend_remiss(
            round=remiss, closes_on=date(2026, 4, 10), on=date(2026, 4, 11), user=handlaggare
        )

    assert violation.value.code == "dates_impossible"


def test_a_closed_round_gets_no_more_time(remiss, handlaggare):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    with pytest.raises(RuleViolation) as violation:
        extend_remiss(round=remiss, closes_on=date(2026, 5, 1), on=AFTER, user=handlaggare)

    assert violation.value.code == "step_not_possible"


def test_closing_brings_the_case_back_to_be_reworked(remiss, matter, handlaggare):
    page = close_remiss(round=remiss, on=AFTER, user=handlaggare)

    matter.case.refresh_from_db()
    assert matter.case.stage == CaseStage.BEARBETAS
    assert page.closed_on == AFTER
    assert not page.is_open_on(LAST_DAY)


@pytest.mark.parametrize("day", [OPENED, LAST_DAY])
def test_a_round_is_not_closed_before_the_time_promised_is_over(remiss, handlaggare, day):
    with pytest.raises(RuleViolation) as violation:
        close_remiss(round=remiss, on=day, user=handlaggare)

    assert violation.value.code == "remiss_open"


def test_a_round_is_closed_once(remiss, handlaggare):
    close_remiss(round=remiss, on=AFTER, user=handlaggare)

    with pytest.raises(RuleViolation) as violation:
        close_remiss(round=remiss, on=AFTER, user=handlaggare)

    assert violation.value.code == "step_not_possible"


@pytest.mark.parametrize("role", ["registrator", "fortroendevald", "oversattare", "redaktor"])
def test_only_the_official_in_charge_leads_a_remiss(cast, role, matter, send_out, handlaggare):
    user = cast[role]
    matter.reworked()
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


def test_each_step_of_a_round_is_logged_once_and_no_entry_holds_a_link(remiss, handlaggare):
    extend_remiss(round=remiss, closes_on=date(2026, 4, 8), on=LAST_DAY, user=handlaggare)
    recipient = renew_link(recipient=remiss.recipients.first(), on=LAST_DAY, user=handlaggare)
    close_remiss(round=remiss, on=date(2026, 4, 9), user=handlaggare)

    entries = ModelLogEntry.objects.filter(
        action__in=[f"styrdok.{verb}_remiss" for verb in ("open", "extend", "close")]
        + ["styrdok.renew_link"]
    ).order_by("pk")
    assert [entry.action.removeprefix("styrdok.") for entry in entries] == [
        "open_remiss",
        "extend_remiss",
        "renew_link",
        "close_remiss",
    ]
    assert recipient.nonce not in str([entry.data for entry in entries])


def test_a_round_that_is_not_public_has_no_open_form(client, send_out):
    page = send_out(is_public=False)

    response = client.get(reverse("answer_public_remiss", args=[page.pk]))

    assert response.status_code == 404
