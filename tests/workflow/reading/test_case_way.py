"""A case's way is told in plain sentences, and nothing is told before it is public."""

from datetime import date

import pytest
from django.utils import translation

from plandocs.vocabulary import (
    AnswerChannel,
    AppealOutcome,
    MotiveResponse,
    Outcome,
    PointResponse,
    Stance,
)
from tests.conftest import SOCIALNAMNDEN
from tests.factories import OrganisationFactory
from tests.factories.situations import MEASURE, Matter, starts_from
from tests.workflow.reading.conftest import in_swedish, page_of
from workflow.procedure.minutes import Amendment
from workflow.reading.way import read_way
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Vote
from workflow.services.appeals import record_appeal
from workflow.services.memos import answer_motive
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    NewRound,
    answer_point,
    close_remiss,
    open_remiss,
    receive_answer,
    show_answer,
)


def out_on_remiss(matter):
    """Bring the case to an open round with an answer that nobody has read yet."""
    page = open_remiss(
        round=NewRound(
            closes_on=date(2026, 4, 15),
            to=[OrganisationFactory(**SOCIALNAMNDEN)],
            is_public=True,
            questions=["Är målen de rätta?"],
        ),
        case=matter.reworked().case,
        on=date(2026, 2, 10),
        user=matter.handlaggare,
    )
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(MEASURE, "Lamporna bör vara dimbara.")],
            respondent="Ida Cyklist",
        ),
        round=page,
        received_on=date(2026, 3, 1),
    )
    return matter


def answered_on_remiss(matter):
    """Bring the case to the same round, closed."""
    page = out_on_remiss(matter).case.remisser.get().page
    close_remiss(round=page, on=date(2026, 4, 16), user=matter.handlaggare)
    return matter


@pytest.fixture
def consulted(matter, today):
    """The round, read a few days after it was closed."""
    today(date(2026, 4, 20))
    return matter.case.remisser.get().page


@starts_from(Matter.before_council)
def test_the_story_follows_the_calendar_and_ends_today(matter):
    case = matter.case

    days = [event.day for event in read_way(case, on=date(2026, 5, 10)).events]

    assert days == sorted(days)
    assert days[0] == date(2026, 1, 12)
    assert days[-1] == date(2026, 5, 4)


@starts_from(Matter.adopted)
def test_a_preparing_body_follows_the_proposal_and_the_deciding_one_adopts(client, matter, today):
    today(date(2026, 7, 1))
    case = matter.case

    html = page_of(client, case.get_absolute_url())

    enligt = "%(body)s decided according to the proposal"
    assert in_swedish(enligt, body="Kommunstyrelsens arbetsutskott") in html
    assert in_swedish(enligt, body="Kommunstyrelsen") in html
    assert in_swedish("%(body)s adopted the text", body="Kommunfullmäktige") in html


@starts_from(Matter.referred_back)
def test_a_minoritys_return_says_how_many_asked_and_why(client, matter, today):
    today(date(2026, 7, 1))
    case = matter.case

    html = page_of(client, case.get_absolute_url())

    sentence = (
        "%(asked)s of the %(present)s members present asked for it. A third of those present is "
        "enough (kommunallagen 5 kap. 50 §)."
    )
    assert in_swedish(sentence, asked=25, present=61) in html
    assert "Kostnaden ska belysas." in html


@starts_from(Matter.before_council)
def test_the_public_reads_how_a_vote_ended_and_not_who_voted_how(client, matter, today):
    today(date(2026, 7, 1))
    names = RollCall(["Anna Ek (S)", "Bo Al (M)"], ["Cilla Berg (V)"])
    votes = [
        Vote("", "bifall", "avslag", 2, 1, roll_call=names),
        Vote("", "tillägg", "inget tillägg", 7, 5, is_closed=True),
    ]
    matter.decided(matter.kf, date(2026, 6, 15), Outcome.BIFALL, present=60, votes=votes)

    html = page_of(client, matter.case.get_absolute_url())

    assert '<td lang="sv" dir="auto">bifall</td><td>2</td>' in html
    assert in_swedish("The vote was closed.") in html
    for name in ("Anna Ek", "Bo Al", "Cilla Berg"):
        assert name not in html
        assert name not in page_of(client, matter.case.plan)


@starts_from(Matter.referred_back)
def test_the_answer_to_a_motive_is_public_only_when_it_has_gone_up(client, matter, today):
    today(date(2026, 9, 1))
    case = matter.case
    answer_motive(
        motive=case.decisions.last().motives.get(),
        response=MotiveResponse.FOLJS,
        reason="Kostnaden står nu i texten.",
        on=date(2026, 7, 2),
        user=matter.handlaggare,
    )

    before = page_of(client, case.get_absolute_url())
    matter.memo(matter.ks, date(2026, 8, 20))
    after = page_of(client, case.get_absolute_url())

    assert "Kostnaden står nu i texten." not in before
    assert "Kostnaden står nu i texten." in after


@starts_from(answered_on_remiss)
def test_an_answer_is_shown_only_when_somebody_has_read_it(client, consulted, registrator):
    before = page_of(client, consulted)
    show_answer(answer=consulted.answers.get(), on=date(2026, 3, 2), user=registrator)
    after = page_of(client, consulted)

    assert "Ida Cyklist" not in before
    assert "Ida Cyklist" in after
    assert f'href="#b-{MEASURE}"' in after


@starts_from(answered_on_remiss)
def test_the_response_to_a_point_is_public_only_when_it_has_gone_up(
    client, consulted, matter, today
):
    show_answer(answer=consulted.answers.get(), on=date(2026, 3, 2), user=matter.registrator)
    answer_point(
        point=consulted.answers.get().points.get(),
        response=PointResponse.BEAKTAS,
        reason="Vi väljer dimbara lampor.",
        on=date(2026, 4, 18),
        user=matter.handlaggare,
    )

    before = page_of(client, consulted)
    matter.memo(matter.ks, date(2026, 5, 4))
    after = page_of(client, consulted)

    assert "Vi väljer dimbara lampor." not in before
    assert "Vi väljer dimbara lampor." in after


@starts_from(answered_on_remiss)
def test_a_round_takes_comments_on_a_part_while_it_is_open_and_not_after(client, consulted, today):
    closed = page_of(client, consulted)

    assert "?om=" not in closed
    assert in_swedish("See what has happened since") in closed


@starts_from(answered_on_remiss)
def test_the_closing_counts_what_had_come_and_the_late_answer_is_told_by_itself(
    client, consulted, matter
):
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.REGISTRERAD,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(None, "Vi hann inte i tid.")],
            respondent="Cykelfrämjandet",
        ),
        round=consulted,
        received_on=date(2026, 4, 18),
        user=matter.registrator,
    )

    with translation.override("en"):
        events = read_way(matter.case, on=date(2026, 4, 20)).events

    told = [(event.day, event.title, event.sentences) for event in events[-2:]]
    assert told == [
        (date(2026, 4, 16), "The remiss closed", ["1 answer had come in."]),
        (date(2026, 4, 18), "1 answer came in after the remiss had closed", []),
    ]


@starts_from(answered_on_remiss)
def test_of_a_closed_remiss_it_is_said_that_anyone_could_answer(client, consulted, matter):
    story = page_of(client, matter.case.get_absolute_url())
    round_page = page_of(client, consulted)

    assert in_swedish("Anyone could answer.") in story
    assert in_swedish("Anyone may answer.") not in story
    assert in_swedish("Anyone could answer") in round_page


@starts_from(out_on_remiss)
def test_a_comment_link_is_short_to_the_eye_and_named_in_full_to_the_ear(client, consulted, today):
    today(date(2026, 4, 10))

    html = page_of(client, consulted)

    name = in_swedish("Comment on “%(name)s”", name="1.1 Belys gångvägarna")
    assert f'aria-label="{name}">{in_swedish("Comment")}</a>' in html


def amended_by_the_council(matter):
    """Bring the case to its adoption with words of the council's own."""
    return matter.before_council().decided(
        matter.kf,
        date(2026, 6, 15),
        Outcome.BIFALL_MED_ANDRING,
        paragraph=90,
        changes=[Amendment("en cykel", "en elcykel")],
    )


@starts_from(amended_by_the_council)
def test_what_the_council_changed_is_read_beside_its_decision(client, matter, today):
    today(date(2026, 7, 1))

    html = page_of(client, f"/sv/arenden/{matter.case.slug}/")

    said = html.partition("§ 90")[2].partition("</li>")[0]
    assert "Se vad som ändrades" in said
    assert "en elcykel" in said


@starts_from(Matter.adopted)
def test_a_quashed_decision_is_not_how_the_case_stands(matter, registrator):
    for outcome in (AppealOutcome.INLAMNAT, AppealOutcome.UPPHAVT):
        record_appeal(case=matter.case, outcome=outcome, on=date(2026, 9, 1), user=registrator)

    with translation.override("sv"):
        before = read_way(matter.case, on=date(2026, 8, 31)).now
        after = read_way(matter.case, on=date(2026, 9, 1)).now

    assert before == "Kommunfullmäktige har antagit texten."
    assert after == f"{before} Beslutet har upphävts av domstol och gäller inte längre."


@starts_from(Matter.adopted)
def test_a_text_that_a_later_one_has_replaced_is_said_to_be(matter, next_edition):
    first = matter.case
    next_edition()

    with translation.override("sv"):
        now = read_way(first, on=date(2027, 2, 1)).now

    assert now.endswith("Ett senare beslut har tagit textens plats.")


def test_a_case_that_is_not_there_is_not_found(client, kommun):
    assert client.get("/sv/arenden/ks-1999-1/").status_code == 404


@starts_from(Matter.adopted)
def test_the_page_says_where_it_stands_in_the_readers_language(client, adopted):
    html = page_of(client, f"/en/arenden/{adopted.get_children().first().specific.case.slug}/")

    trail = html.partition('<nav class="breadcrumb"')[2].partition("</nav>")[0]
    assert 'href="/en/"' in trail
    assert f'<a href="{adopted.url}" lang="sv" hreflang="sv" dir="auto">' in trail
