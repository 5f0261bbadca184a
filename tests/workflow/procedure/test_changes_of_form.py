"""A change that the words do not show counts as one, must be marked, and is told where changes are.

Source: kommunallagen (2017:725) 5 kap. 26–28 §§ (R2).
"""

import copy
from datetime import date
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from plandocs.vocabulary import AnswerChannel, ChangeKind, Outcome, PointResponse, Stance
from tests.factories.situations import BODY, PARAGRAPH
from workflow.background import background_paragraphs
from workflow.documents.memo import memo_letter
from workflow.documents.minutes import minutes_extract
from workflow.mail.secret_links import receipt_link_of
from workflow.procedure.changes import changes_since
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.procedure.preparation import proposal_stands
from workflow.rules.votes import Ballot
from workflow.services.memos import MemoWords, draft_memo
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    NewRound,
    answer_point,
    close_remiss,
    open_remiss,
    receive_answer,
)
from workflow.services.texts import edit_text, mark_changes

pytestmark = pytest.mark.django_db

AUGUST = date(2026, 8, 10)
TOLD = "Länken på ”räkningen” går nu till https://b.example i stället för till https://a.example."
REFORMED = f"Under ”Bakgrund” ändrades utformningen. {TOLD}"


def linked(address):
    body = copy.deepcopy(BODY)
    body[0]["value"]["content"][0]["value"]["text"] = (
        f'<p>Alla ska kunna låna en cykel, se <a href="{address}">räkningen</a>.</p>'
    )
    return body


@pytest.fixture
def opened(matter):
    """A case whose text links to a page."""
    return matter.opened(body=linked("https://a.example"))


@pytest.fixture
def boarded(opened):
    """The executive board has proposed the text, which went on to the council."""
    opened.memo(opened.ksau, date(2026, 1, 20))
    opened.decided(opened.ksau, date(2026, 2, 3), Outcome.BIFALL)
    opened.memo(opened.ks, date(2026, 5, 4))
    return opened.decided(opened.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=80)


def relinked(matter, address="https://b.example"):
    """The official gives the link another address in the editor."""
    text = matter.case.latest_text()
    text.body = text.body.stream_block.to_python(linked(address))
    text.save_revision(user=matter.handlaggare)


def stored_anew(matter):
    """The official opens the text in the editor, and saves it as it was."""
    text = matter.case.latest_text()
    stream = linked("https://a.example")
    words = stream[0]["value"]["content"][0]["value"]
    words["text"] = words["text"].replace("<p>", '<p data-block-key="x">')
    text.body = text.body.stream_block.to_python(stream)
    text.save_revision(user=matter.handlaggare)


def edited(matter, find, replace):
    edit_text(
        case=matter.case,
        find=find,
        replace=replace,
        kind=ChangeKind.REDAKTIONELL,
        on=AUGUST,
        user=matter.handlaggare,
    )


def marked(matter, kind=ChangeKind.REDAKTIONELL):
    return mark_changes(
        case=matter.case, kinds={PARAGRAPH: kind}, on=AUGUST, user=matter.handlaggare
    )


def kinds(matter):
    decision = matter.case.decisions.last_on_text()
    return [found.kind for found in changes_since(decision, text=matter.case.latest_text())]


def test_another_address_of_a_link_makes_the_boards_proposal_fall_until_it_is_marked(boarded):
    assert proposal_stands(boarded.case)

    relinked(boarded)

    assert not proposal_stands(boarded.case)
    marked(boarded)
    assert proposal_stands(boarded.case)


def test_a_mark_is_of_the_address_that_was_there_when_it_was_made(boarded):
    relinked(boarded)
    marked(boarded)

    relinked(boarded, "https://c.example")

    assert kinds(boarded) == [None]


def test_a_marked_edit_does_not_cover_the_unmarked_change_before_it(boarded):
    boarded.decided(
        boarded.kf,
        date(2026, 6, 15),
        Outcome.ATERREMISS,
        ballot=Ballot(present=61, in_favour=25, against=36),
        motives=[MotiveText("Kostnaden ska belysas.", 25)],
    )
    relinked(boarded)

    edited(boarded, "låna en cykel", "låna en elcykel")

    assert kinds(boarded) == [None]
    marked(boarded)
    assert kinds(boarded) == [ChangeKind.REDAKTIONELL]


def test_marked_edits_of_the_same_place_lead_on_from_each_other(boarded):
    edited(boarded, "låna en cykel", "låna en elcykel")
    edited(boarded, "en elcykel", "en lådcykel")

    assert kinds(boarded) == [ChangeKind.REDAKTIONELL]


def test_a_mark_made_before_the_form_was_kept_holds_for_its_words_alone(boarded):
    edited(boarded, "låna en cykel", "låna en elcykel")
    old = {"form": [], "block_sha256_before": "", "block_sha256_after": ""}
    earlier = boarded.case.changes.get()
    fields = {field.name: getattr(earlier, field.name) for field in earlier._meta.fields}
    type(earlier).objects.create(**{**fields, **old, "id": None})

    held = kinds(boarded)
    text = boarded.case.latest_text()
    raw = str(text.body.raw_data[0]["value"]["content"][0]["value"]["text"])
    stream = linked("https://a.example")
    stream[0]["value"]["content"][0]["value"]["text"] = raw.replace("https://a", "https://b")
    text.body = text.body.stream_block.to_python(stream)
    text.save_revision()

    assert (held, kinds(boarded)) == ([ChangeKind.REDAKTIONELL], [None])


@pytest.mark.parametrize("field", [{"summary": "Ny."}, {"title": "Ny plan"}, {"valid_to": 2031}])
def test_title_summary_and_years_are_marked_like_the_rest_of_the_text(boarded, field):
    text = boarded.case.latest_text()
    for name, value in field.items():
        setattr(text, name, value)
    text.save_revision()
    (found,) = changes_since(boarded.case.decisions.last_on_text(), text=boarded.case.latest_text())

    mark_changes(
        case=boarded.case,
        kinds={found.change.id: ChangeKind.REDAKTIONELL},
        on=AUGUST,
        user=boarded.handlaggare,
    )

    assert found.kind is None
    assert kinds(boarded) == [ChangeKind.REDAKTIONELL]


def test_a_text_that_the_editor_only_stored_anew_can_be_marked(boarded):
    stored_anew(boarded)
    (found,) = changes_since(boarded.case.decisions.last_on_text(), text=boarded.case.latest_text())

    mark_changes(
        case=boarded.case,
        kinds={found.change.id: ChangeKind.REDAKTIONELL},
        on=AUGUST,
        user=boarded.handlaggare,
    )

    assert kinds(boarded) == [ChangeKind.REDAKTIONELL]


def page(client, user, name, *args):
    client.force_login(user)
    return unescape(client.get(reverse(name, args=args)).content.decode())


def test_the_page_of_the_case_and_the_reading_room_tell_it(boarded, fortroendevald, client):
    relinked(boarded)

    assert TOLD in page(client, boarded.handlaggare, "case_page", boarded.case.pk)
    assert TOLD in page(client, fortroendevald, "reading_text", boarded.case.slug)


def test_the_memo_tells_it_in_its_background_and_in_its_table(boarded):
    relinked(boarded)
    marked(boarded)

    memo = draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=boarded.case,
        to=boarded.kf,
        on=AUGUST,
        user=boarded.handlaggare,
    )

    told = background_paragraphs(case=boarded.case, to=boarded.kf, on=AUGUST)
    assert any(REFORMED in paragraph for paragraph in told)
    (change,) = memo_letter(memo).changes
    assert (change.before == change.after, change.form) == (True, (TOLD,))


def test_the_public_reads_it_when_the_case_is_decided(boarded, client):
    relinked(boarded)
    marked(boarded)
    boarded.decided(boarded.kf, date(2026, 8, 20), Outcome.BIFALL, paragraph=90, present=60)

    html = unescape(client.get(f"/sv/arenden/{boarded.case.slug}/", follow=True).content.decode())

    assert TOLD in html


def test_an_amendment_of_no_more_than_a_space_is_told_in_the_minutes(boarded):
    boarded.decided(
        boarded.kf,
        date(2026, 8, 20),
        Outcome.BIFALL_MED_ANDRING,
        paragraph=90,
        present=60,
        changes=[Amendment("låna en cykel", "låna en\u00a0cykel")],
    )

    extract = minutes_extract(boarded.case.decisions.last(), issued_on=date(2026, 8, 27))

    assert "Mellanslag eller radbrytningar har ändrats." in extract.decision


@pytest.fixture
def consulted(opened):
    """An answer to the remiss, about the place with the link; the remiss is closed."""
    opened.memo(opened.ksau, date(2026, 1, 20))
    opened.decided(opened.ksau, date(2026, 2, 3), Outcome.BIFALL)
    remiss = open_remiss(
        round=NewRound(closes_on=date(2026, 4, 7), to=[], is_public=True, questions=[]),
        case=opened.case,
        on=date(2026, 2, 10),
        user=opened.handlaggare,
    )
    answer = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(UUID(PARAGRAPH), "Länken är gammal.")],
        ),
        round=remiss,
        received_on=date(2026, 3, 1),
    )
    close_remiss(round=remiss, on=date(2026, 4, 8), user=opened.handlaggare)
    opened.case.refresh_from_db()
    return answer


@pytest.fixture
def answered(opened, consulted):
    """The link gets another address for the sake of the answer."""
    relinked(opened)
    answer_point(
        point=consulted.points.get(),
        response=PointResponse.BEAKTAS,
        reason="Länken är ny.",
        block_id=UUID(PARAGRAPH),
        on=date(2026, 4, 9),
        user=opened.handlaggare,
    )
    return consulted


def test_a_text_that_was_only_stored_anew_was_not_changed_after_the_remiss(opened, consulted):
    stored_anew(opened)

    told = background_paragraphs(case=opened.case, to=opened.ks, on=date(2026, 5, 4))

    assert "Texten ändrades inte efter remissen." in " ".join(told)


def test_those_who_prepare_and_those_who_decide_see_it_beside_the_point(
    opened, answered, fortroendevald, client
):
    assert TOLD in page(client, opened.handlaggare, "remiss_points", answered.round.pk)
    assert TOLD in page(client, fortroendevald, "reading_case", opened.case.slug)


def test_whoever_answered_reads_it_when_the_board_has_proposed_the_text(opened, answered, client):
    opened.memo(opened.ks, date(2026, 5, 4))
    opened.decided(opened.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=80)

    html = unescape(client.get(receipt_link_of(answered)).content.decode())

    assert TOLD in html
    assert "<del" not in html
