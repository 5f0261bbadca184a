"""What the screen of a memo says that sending it would do, suggests, refuses and leads to."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from plandocs.models import TjansteskrivelsePage
from plandocs.vocabulary import CaseStage, ChangeKind, Outcome
from tests.factories.recorded import Remiss, about_to_replace_another
from tests.factories.situations import Matter, starts_from
from tests.workflow.conftest import out_on_remiss
from workflow.services.memos import MemoWords, draft_memo
from workflow.services.texts import edit_text

LOCKED = "Texten låses. Ändringar efter det görs och märks på ärendets sida."
SEEN = "Registratorn ser att ett beslut ska registreras."
FIRST_BOARD = (
    "Kommunstyrelsen har inte lagt fram sitt förslag på den här texten och behandlar därför "
    "ärendet först."
)
DAY = date(2026, 6, 16)


def with_a_comment(matter):
    """A remiss is closed, and one comment waits for its answer."""
    remiss = Remiss(matter.reworked()).sent(matter.ks, public=True)
    remiss.answered(name="Astrid", points=[(None, "För dyrt.")])
    remiss.closed()
    return matter


def with_an_unmarked_change(matter):
    """A text that was referred back has been changed in the editor."""
    text = matter.referred_back().case.latest_text()
    stream = text.body.stream_block.get_prep_value(text.body)
    stream[0]["value"]["content"][0]["value"]["text"] = "<p>Alla ska få låna en cykel.</p>"
    text.body = text.body.stream_block.to_python(stream)
    text.save_revision(user=matter.handlaggare)
    return matter


@pytest.fixture
def official(as_user, handlaggare, today):
    today(DAY)
    return as_user(handlaggare)


@pytest.fixture
def new(case):
    return reverse("memo_new", args=[case.pk])


@pytest.fixture
def draft(matter, handlaggare):
    """A memo to the executive board that has been begun."""
    return draft_memo(
        words=MemoWords(proposal=["Planen antas."], summary="Kort."),
        case=matter.case,
        to=matter.ks,
        on=DAY,
        user=handlaggare,
    )


def sending(client, url, body=None):
    return client.get(url, {"till": body.pk} if body else {}).context["sending"]


@starts_from(Matter.opened)
def test_a_memo_to_the_committee_says_where_the_case_goes_and_what_is_locked(official, new):
    told = sending(official, new)

    assert told.happens == ["Ärendet går vidare till: Hos arbetsutskottet.", LOCKED, SEEN]
    assert told.is_possible


@starts_from(Matter.reworked)
def test_a_memo_to_the_council_tells_that_the_board_comes_first(official, new, kf):
    assert FIRST_BOARD in sending(official, new, kf).happens


@starts_from(Matter.reworked)
def test_a_memo_to_the_board_does_not_tell_that_it_comes_first(official, new, ks):
    assert FIRST_BOARD not in sending(official, new, ks).happens


@starts_from(Matter.before_board)
def test_a_memo_to_the_council_while_the_board_has_the_case_is_only_filed(
    official, case, new, kf, words
):
    told = sending(official, new, kf)
    official.post(new, {**words, "till": kf.pk, "action": "send"})

    case.refresh_from_db()
    assert told.happens == ["Skrivelsen läggs till ärendet och flyttar inget."]
    assert case.stage == CaseStage.HOS_KS
    assert not case.submissions.get(body=kf).moved_case


@starts_from(out_on_remiss)
def test_a_memo_waits_while_the_text_is_out_on_remiss(official, case, new, words):
    page = official.get(new)
    sent = official.post(new, {**words, "action": "send"})

    assert page.context["sending"].refusal
    assert page.context["sending"].refusal in page.content.decode()
    assert 'value="send"' not in page.content.decode()
    assert sent.status_code == 422
    assert sent.context["refusal"].code == "remiss_open"


HINDRED = [
    (Matter.referred_back, "1 motivering till återremissen är inte besvarad", "motiv", True),
    (with_a_comment, "1 synpunkt från remissen är inte bemött", "remiss", True),
]


@pytest.mark.parametrize(
    ("starting_point", "message", "place", "liftable"),
    HINDRED,
    indirect=["starting_point"],
    ids=["motive", "comment"],
)
def test_what_must_be_done_first_leads_to_where_it_is_done(
    message, place, liftable, official, case, new, ks
):
    page = official.get(new, {"till": ks.pk})

    [hindrance] = page.context["sending"].hindrances
    assert hindrance.message.startswith(message)
    assert hindrance.place == place
    assert page.context["sending"].liftable is liftable
    assert f'href="{reverse("case_page", args=[case.pk])}#{place}"' in page.content.decode()


@starts_from(with_an_unmarked_change)
def test_a_change_that_nobody_has_marked_is_lifted_by_no_reason(
    official, new, ks, superuser, as_user, words
):
    told = sending(as_user(superuser), new, ks)
    sent = as_user(superuser).post(
        new,
        {**words, "action": "send", "despite": ["motive_unanswered"], "note": "Nu."},
    )

    assert [(one.code, one.place) for one in told.hindrances] == [
        ("motive_unanswered", "motiv"),
        ("", "andringar"),
    ]
    assert not told.liftable
    assert sent.status_code == 422


@pytest.fixture
def words():
    return {
        "proposal": "Planen antas.",
        "summary": "Kort.",
        "background": "Först.",
        "assessment": "Bra.",
        "attachments": "Planen",
    }


@pytest.mark.parametrize(
    ("despite", "note"),
    [
        ([], "Nämnden vill."),
        (["motive_unanswered"], ""),
        (["motive_unanswered"], "   "),
        (["step_not_possible", "finns_inte"], "Nämnden vill."),
        (["points_unanswered"], "Nämnden vill."),
    ],
)
@starts_from(Matter.referred_back)
def test_a_rule_is_set_aside_only_by_its_name_and_with_a_reason(
    despite, note, case, new, superuser, as_user, words
):
    sent = as_user(superuser).post(
        new, {**words, "action": "send", "despite": despite, "note": note}
    )

    case.refresh_from_db()
    assert sent.status_code == 422
    assert sent.context["refusal"].message
    assert case.stage == CaseStage.BEARBETAS
    assert not TjansteskrivelsePage.objects.filter(submission=None).exists()


@starts_from(Matter.referred_back)
def test_what_was_ticked_and_why_is_kept_when_a_memo_is_refused(new, superuser, as_user, words):
    sent = as_user(superuser).post(
        new, {**words, "action": "send", "despite": ["points_unanswered"], "note": "Bråttom."}
    )

    assert sent.context["note"] == "Bråttom."
    assert sent.context["despite"] == ["points_unanswered"]
    assert "Bråttom." in sent.content.decode()


@starts_from(Matter.reworked)
def test_saving_to_look_leads_to_the_letter_with_the_words_just_written(official, new, words):
    answer = official.post(new, {**words, "action": "show"})

    memo = TjansteskrivelsePage.objects.get(submission=None)
    letter = official.get(answer.url)
    assert answer.url == reverse("memo_pdf", args=[memo.pk])
    assert letter["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("action", ["", "radera", "SEND"])
@starts_from(Matter.reworked)
def test_a_button_that_there_is_not_saves_nothing_and_sends_nothing(
    action, case, official, new, words
):
    answer = official.post(new, {**words, "action": action})

    assert answer.status_code == 422
    assert not TjansteskrivelsePage.objects.filter(submission=None).exists()
    assert case.submissions.count() == 1


@pytest.mark.parametrize("asked", ["", "x", "-1", "0", "9" * 23, "٣"])
@starts_from(Matter.reworked)
def test_a_body_that_the_address_names_wrongly_is_suggested_instead(asked, official, new, ks):
    page = official.get(new, {"till": asked})

    assert page.context["body"] == ks


@starts_from(Matter.reworked)
def test_a_body_outside_the_path_is_not_written_to(official, new, ks, socialnamnden):
    assert official.get(new, {"till": socialnamnden.pk}).context["body"] == ks


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"proposal": ""}, "proposal", "Skriv vad organet ska besluta."),
        ({"proposal": " \n \n"}, "proposal", "Skriv vad organet ska besluta."),
        (
            {"attachments": "x" * 256},
            "attachments",
            f"”{'x' * 40} …” är för långt: en rad rymmer högst 255 tecken.",
        ),
        ({"summary": "a\0b"}, "summary", ""),
        ({"form_key": "inte en nyckel"}, "form_key", ""),
    ],
)
@starts_from(Matter.reworked)
def test_what_a_memo_lacks_is_said_beside_its_field_and_the_rest_is_kept(
    fields, field, sentence, official, new, words
):
    page = official.post(new, {**words, **fields, "action": "save"})

    form = page.context["form"]
    assert page.status_code == 422
    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]
    assert form["assessment"].value() == "Bra."
    assert not TjansteskrivelsePage.objects.filter(submission=None).exists()


@starts_from(Matter.reworked)
def test_a_memo_that_is_sent_leads_from_its_form_to_the_papers_of_the_case(
    case, official, new, words
):
    official.post(new, {**words, "action": "send"})
    memo = case.submissions.last().memo

    answer = official.get(reverse("memo_edit", args=[memo.pk]))

    assert answer.url == f"{reverse('case_page', args=[case.pk])}#handlingar"


@starts_from(Matter.reworked)
def test_a_memo_that_was_begun_is_offered_on_the_page_of_the_case_with_its_letters(
    case, official, draft
):
    page = official.get(reverse("case_page", args=[case.pk])).content.decode()

    for name in ("memo_edit", "memo_pdf", "memo_docx"):
        assert f'href="{reverse(name, args=[draft.pk])}"' in page


@starts_from(Matter.reworked)
def test_emphasis_is_not_lost_by_a_form_that_cannot_keep_it(official, draft):
    draft.background = "<ul><li>En punkt</li></ul>"
    draft.save_revision()

    page = official.get(reverse("memo_edit", args=[draft.pk]))

    assert page.context["is_formatted"]
    assert page.context["editor_url"] in page.content.decode()
    assert 'value="save"' not in page.content.decode()


@pytest.mark.parametrize("action", ["save", "show"])
@starts_from(Matter.reworked)
def test_words_saved_by_a_form_that_was_open_before_the_emphasis_do_not_take_it_away(
    action, official, draft, words
):
    draft.background = "<ul><li>En punkt</li></ul>"
    draft.save_revision()

    answer = official.post(reverse("memo_edit", args=[draft.pk]), {**words, "action": action})

    draft.refresh_from_db()
    assert answer.status_code == 422
    assert answer.context["form"]["assessment"].value() == "Bra."
    assert "Skrivelsen har listor eller betoningar" in answer.content.decode()
    assert "<li>" in draft.get_latest_revision_as_object().background


@starts_from(Matter.adopted)
def test_no_memo_takes_a_decided_case_further(case, official, new, words):
    before = case.submissions.count()

    sent = official.post(new, {**words, "action": "send", "form_key": str(uuid4())})

    assert sent.status_code == 422
    assert case.submissions.count() == before


@pytest.mark.parametrize(
    ("start", "body", "suggested"),
    [
        ("opened", "ksau", "Förslaget till ”Cykelplan 2026–2030” skickas ut på remiss."),
        (
            "reworked",
            "ks",
            "Kommunstyrelsen föreslår att kommunfullmäktige antar ”Cykelplan 2026–2030”.",
        ),
        ("reworked", "kf", "Kommunfullmäktige antar ”Cykelplan 2026–2030”."),
    ],
)
def test_the_proposal_is_suggested_in_the_words_of_the_body_that_decides_it(
    start, body, suggested, matter, official
):
    getattr(matter, start)()

    page = official.get(
        reverse("memo_new", args=[matter.case.pk]),
        {"till": getattr(matter, body).pk},
        headers={"accept-language": "en"},
    )

    assert page.context["form"].initial["proposal"] == [suggested]
    assert page.context["form"].initial["attachments"] == ["Förslag till ”Cykelplan 2026–2030”"]


def test_the_council_is_asked_to_end_the_plan_that_is_replaced(matter, official):
    case = about_to_replace_another(matter).case
    matter.memo(matter.ksau, date(2030, 2, 4))
    matter.decided(matter.ksau, date(2030, 2, 12), Outcome.BIFALL, paragraph=4)

    page = official.get(reverse("memo_new", args=[case.pk]), {"till": matter.kf.pk})

    assert page.context["form"].initial["proposal"] == [
        "Kommunfullmäktige antar ”Trafikplan”.",
        "”Cykelplan 2026–2030” upphör att gälla samtidigt.",
    ]


@starts_from(Matter.before_council)
def test_a_change_in_substance_sends_the_case_by_the_board_again(
    matter, official, new, kf, handlaggare
):
    edit_text(
        case=matter.case,
        find="en cykel",
        replace="en elcykel",
        kind=ChangeKind.I_SAK,
        on=DAY,
        user=handlaggare,
    )

    assert FIRST_BOARD in sending(official, new, kf).happens
