"""Writing a memo: suggested, saved, looked at, sent, and refused in the form."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from plandocs.models import TjansteskrivelsePage
from plandocs.vocabulary import CaseStage
from tests.factories.situations import Matter, starts_from
from workflow.services.memos import MemoWords, draft_memo


@pytest.fixture
def words():
    return {
        "proposal": "Planen antas.\nPlanen skickas till alla nämnder.",
        "summary": "Kort.",
        "background": "Först.\nSedan.",
        "assessment": "Bra.",
        "attachments": "Planen",
    }


@starts_from(Matter.opened)
def test_the_body_and_the_proposal_are_suggested_from_the_stage(
    matter, handlaggare, as_user, ksau, ks
):
    client = as_user(handlaggare)

    draft = client.get(reverse("memo_new", args=[matter.case.pk])).context

    assert draft["body"] == ksau
    assert draft["form"].initial["proposal"]
    assert draft["sending"].is_possible
    assert ks in draft["bodies"]


@starts_from(Matter.reworked)
def test_a_draft_is_saved_and_written_on(matter, handlaggare, words, as_user):
    client = as_user(handlaggare)

    client.post(reverse("memo_new", args=[matter.case.pk]), {**words, "action": "save"})
    memo = TjansteskrivelsePage.objects.get(submission=None)
    client.post(
        reverse("memo_edit", args=[memo.pk]), {**words, "summary": "Kortare.", "action": "save"}
    )

    again = client.get(reverse("memo_edit", args=[memo.pk])).context["form"].initial
    assert again["proposal"] == ["Planen antas.", "Planen skickas till alla nämnder."]
    assert again["summary"] == "Kortare."
    assert again["background"] == "Först.\nSedan."
    assert again["attachments"] == ["Planen"]
    assert TjansteskrivelsePage.objects.filter(submission=None).count() == 1


@starts_from(Matter.reworked)
def test_sending_moves_the_case_and_keeps_the_last_words(matter, handlaggare, words, as_user):
    url = reverse("memo_new", args=[matter.case.pk])

    as_user(handlaggare).post(url, {**words, "action": "send"})

    matter.case.refresh_from_db()
    sent = matter.case.submissions.last()
    assert matter.case.stage == CaseStage.HOS_KS
    assert sent.memo.proposals[0] == "Planen antas."
    assert sent.sent_by == handlaggare


@starts_from(Matter.reworked)
def test_what_was_written_in_the_editor_is_what_is_sent(matter, handlaggare, ks, as_user):
    memo = draft_memo(
        words=MemoWords(proposal=["Först."]),
        case=matter.case,
        to=ks,
        on=date(2026, 5, 1),
        user=handlaggare,
    )
    memo.proposal = [("att_sats", "Sist.")]
    memo.background = "<ul><li>En punkt</li></ul>"
    memo.save_revision(user=handlaggare)

    as_user(handlaggare).post(reverse("memo_edit", args=[memo.pk]), {"action": "send"})

    sent = matter.case.submissions.last()
    assert sent.memo.proposals == ["Sist."]
    assert "<li>" in sent.memo.background


@starts_from(Matter.reworked)
def test_a_memo_without_a_proposal_is_refused_in_the_form(matter, handlaggare, words, as_user):
    response = as_user(handlaggare).post(
        reverse("memo_new", args=[matter.case.pk]), {**words, "proposal": "", "action": "send"}
    )

    assert response.status_code == 422
    assert not TjansteskrivelsePage.objects.filter(submission=None).exists()


@starts_from(Matter.referred_back)
def test_an_unanswered_motive_stops_the_memo_and_the_words_are_kept(
    matter, handlaggare, words, as_user
):
    response = as_user(handlaggare).post(
        reverse("memo_new", args=[matter.case.pk]), {**words, "action": "send"}
    )

    matter.case.refresh_from_db()
    assert response.status_code == 422
    assert response.context["refusal"].code == "motive_unanswered"
    assert response.context["form"]["summary"].value() == "Kort."
    assert matter.case.stage == CaseStage.BEARBETAS


@starts_from(Matter.opened)
def test_a_memo_goes_to_the_body_it_was_written_to_though_the_case_has_moved_on(
    matter, handlaggare, ksau, words, as_user
):
    url = reverse("memo_new", args=[matter.case.pk])
    page = as_user(handlaggare).get(url)
    assert f'name="till" value="{ksau.pk}"' in page.content.decode()
    matter.memo(ksau, date(2026, 2, 2))

    response = as_user(handlaggare).post(url, {**words, "till": ksau.pk, "action": "send"})

    assert response.status_code == 422
    assert response.context["body"] == ksau
    assert response.context["refusal"].code == "step_not_possible"


@starts_from(Matter.referred_back)
def test_a_memo_that_cannot_be_sent_leaves_no_draft_behind(matter, handlaggare, words, as_user):
    as_user(handlaggare).post(
        reverse("memo_new", args=[matter.case.pk]), {**words, "action": "send"}
    )

    assert not TjansteskrivelsePage.objects.filter(submission=None).exists()


@starts_from(Matter.referred_back)
def test_only_a_registrar_lets_a_case_go_up_in_spite_of_a_rule(
    matter, handlaggare, superuser, words, as_user
):
    url = reverse("memo_new", args=[matter.case.pk])
    data = {
        **words,
        "action": "send",
        "despite": "motive_unanswered",
        "note": "Nämnden vill ha ärendet nu.",
    }

    by_official = as_user(handlaggare).post(url, data)
    by_registrar = as_user(superuser).post(url, data)

    assert by_official.status_code == 422
    assert by_registrar.status_code == 302
    assert matter.case.submissions.last().despite == ["motive_unanswered"]


@starts_from(Matter.before_board)
def test_a_memo_that_has_been_sent_is_not_written_on(matter, handlaggare, words, as_user):
    memo = matter.case.submissions.last().memo

    response = as_user(handlaggare).post(
        reverse("memo_edit", args=[memo.pk]), {**words, "action": "save"}
    )

    memo.refresh_from_db()
    assert response.status_code == 422
    assert memo.proposals == ["Planen antas."]


@starts_from(Matter.reworked)
def test_a_memo_to_the_council_goes_by_the_board_and_says_so(matter, handlaggare, kf, as_user):
    page = as_user(handlaggare).get(reverse("memo_new", args=[matter.case.pk]), {"till": kf.pk})

    assert page.context["body"] == kf
    assert len(page.context["sending"].happens) == 4


@pytest.fixture
def new_memo(matter, handlaggare, words, as_user):
    """The client, the address of a new memo, and what its form sends, as the browser got it."""
    matter.reworked()
    url = reverse("memo_new", args=[matter.case.pk])
    client = as_user(handlaggare)
    key = client.get(url).context["form"]["form_key"].value()
    return client, url, {**words, "form_key": str(key)}


def drafts():
    return TjansteskrivelsePage.objects.filter(submission=None)


def test_a_draft_saved_twice_from_the_same_form_is_one_draft(new_memo):
    client, url, form = new_memo

    first, second = [client.post(url, {**form, "action": "save"}) for _time in range(2)]

    assert drafts().count() == 1
    assert second.url == first.url == reverse("memo_edit", args=[drafts().get().pk])
    assert ModelLogEntry.objects.filter(action="styrdok.draft_memo").count() == 2  # one to KSAU
    assert not ModelLogEntry.objects.filter(action="styrdok.redraft_memo").exists()


def test_other_words_in_the_same_form_are_written_into_the_first_draft(new_memo):
    client, url, form = new_memo
    client.post(url, {**form, "action": "save"})

    client.post(url, {**form, "summary": "Kortare.", "action": "save"})

    memo = drafts().get().get_latest_revision_as_object()
    assert memo.summary == "<p>Kortare.</p>"


def test_another_form_is_another_memo(new_memo):
    client, url, form = new_memo
    key = client.get(url).context["form"]["form_key"].value()

    for each in (form, {**form, "form_key": str(key)}):
        client.post(url, {**each, "action": "save"})

    assert drafts().count() == 2


def test_a_memo_sent_twice_from_the_same_form_is_sent_once_and_leads_to_the_case(matter, new_memo):
    client, url, form = new_memo

    client.post(url, {**form, "action": "send"})
    second = client.post(url, {**form, "action": "send"})

    assert second.status_code == 302
    assert second.url.startswith(reverse("case_page", args=[matter.case.pk]))
    assert matter.case.submissions.filter(body=matter.ks).count() == 1


def test_other_words_in_the_form_of_a_memo_that_was_sent_are_kept_on_the_screen(new_memo):
    client, url, form = new_memo
    client.post(url, {**form, "action": "send"})

    second = client.post(url, {**form, "summary": "Ett tillägg.", "action": "send"})

    assert second.status_code == 422
    assert second.context["form"]["summary"].value() == "Ett tillägg."
    assert second.context["refusal"].code == "step_not_possible"


def test_a_form_that_lost_its_key_is_one_of_a_kind(new_memo):
    client, url, form = new_memo

    for _time in range(2):
        client.post(url, {**form, "form_key": "", "action": "save"})

    assert drafts().count() == 2


UNKNOWN = ["skicka", "SEND", "send ", "save\0", "9" * 4500, "å" * 300]


@pytest.mark.parametrize("action", UNKNOWN)
@starts_from(Matter.reworked)
def test_an_unknown_action_writes_no_memo(matter, handlaggare, words, as_user, action):
    client = as_user(handlaggare)
    before = TjansteskrivelsePage.objects.count()

    answers = [
        client.post(
            reverse("memo_new", args=[matter.case.pk]),
            {**words, "form_key": uuid4(), "action": action},
        )
        for _again in range(2)
    ]

    for answer in answers:
        assert answer.status_code == 422
        assert "har inget sparats" in answer.content.decode()
        assert answer.context["form"]["assessment"].value() == "Bra."
    assert TjansteskrivelsePage.objects.count() == before


@pytest.mark.parametrize("action", UNKNOWN)
@starts_from(Matter.reworked)
def test_an_unknown_action_writes_nothing_into_a_draft(matter, handlaggare, words, as_user, action):
    client = as_user(handlaggare)
    client.post(reverse("memo_new", args=[matter.case.pk]), {**words, "action": "save"})
    memo = TjansteskrivelsePage.objects.get(submission=None)

    answer = client.post(
        reverse("memo_edit", args=[memo.pk]), {**words, "summary": "Annat.", "action": action}
    )

    assert answer.status_code == 422
    assert memo.revisions.count() == 1
    assert not hasattr(memo, "submission")
