"""The page of a plan, and of each of its texts, says what applies today and no more than that."""

import re
from datetime import date

import pytest

from plandocs.vocabulary import AppealOutcome, MotiveResponse, Outcome
from tests.factories.situations import BODY, MEASURE, Matter, starts_from
from tests.workflow.reading.conftest import ADOPTED_ON, AFTERWARDS, in_swedish, page_of
from workflow.procedure.in_force import revision_in_force
from workflow.reading.edition.reading import read_edition
from workflow.reading.plan.reading import read_plan
from workflow.services.appeals import confirm_laga_kraft, record_appeal
from workflow.services.memos import answer_motive

NOT_ANNOUNCED = "Adopted – the minutes have not yet been announced"
APPEALABLE = "Adopted – may be appealed until %(day)s"
APPEALED = "Adopted – the decision has been appealed"
LAGA_KRAFT = "The decision has gained legal force (laga kraft)"
EARLIER = "Edition %(number)s, adopted on %(day)s"


@pytest.fixture
def announced(matter, today):
    """The case of an adopted plan whose notice is up, read while it may be appealed."""
    today(AFTERWARDS)
    return matter.case


@starts_from(Matter.adopted)
def test_before_the_notice_the_banner_says_that_the_minutes_are_not_announced(client, adopted):
    assert in_swedish(NOT_ANNOUNCED) in page_of(client, adopted)


@starts_from(Matter.announced)
def test_while_the_time_runs_the_banner_names_the_last_day_and_how_to_appeal(client, announced):
    html = page_of(client, announced.plan)

    assert in_swedish(APPEALABLE, day="10\xa0juli\xa02026") in html
    assert 'id="appeal"' in html


@starts_from(Matter.announced)
def test_the_day_after_the_last_day_the_time_has_passed_by_itself(client, announced, today):
    today(date(2026, 7, 11))

    html = page_of(client, announced.plan)

    assert in_swedish("The time for appeal has passed") in html
    assert in_swedish(LAGA_KRAFT) not in html
    assert 'id="appeal"' not in html


@starts_from(Matter.announced)
def test_laga_kraft_is_said_only_when_somebody_has_confirmed_it(
    client, announced, registrator, today
):
    confirm_laga_kraft(case=announced, on=date(2026, 7, 15), user=registrator)
    today(date(2026, 7, 16))

    html = page_of(client, announced.plan)
    detail = "Decided by %(body)s on %(day)s, § %(paragraph)s. Confirmed on %(confirmed)s."
    known = {"day": "15\xa0juni\xa02026", "paragraph": 90, "confirmed": "15\xa0juli\xa02026"}
    assert in_swedish(LAGA_KRAFT) in html
    assert in_swedish(detail, body="kommunfullmäktige", **known) in html


@starts_from(Matter.announced)
def test_the_way_to_appeal_names_the_decision_as_the_bodys_own(client, announced):
    assert "kommunfullmäktiges" in page_of(client, announced.plan)


@starts_from(Matter.adopted)
def test_a_plan_with_a_single_edition_speaks_of_no_earlier_ones(client, adopted):
    html = page_of(client, adopted)

    assert in_swedish("The decision") in html
    assert in_swedish("Earlier editions") not in html


@starts_from(Matter.announced)
def test_an_appealed_decision_is_called_appealed(client, announced, registrator):
    record_appeal(
        case=announced, outcome=AppealOutcome.INLAMNAT, on=date(2026, 6, 30), user=registrator
    )

    html = page_of(client, announced.plan)
    assert in_swedish(APPEALED) in html
    assert in_swedish("Others may appeal until %(day)s.", day="10\xa0juli\xa02026") in html
    assert 'id="appeal"' in html


@starts_from(Matter.announced)
def test_when_the_time_has_passed_nobody_is_told_how_to_appeal_an_appealed_decision(
    client, announced, registrator, today
):
    record_appeal(
        case=announced, outcome=AppealOutcome.INLAMNAT, on=date(2026, 6, 30), user=registrator
    )
    today(date(2026, 7, 11))

    html = page_of(client, announced.plan)
    assert in_swedish(APPEALED) in html
    assert 'id="appeal"' not in html


@starts_from(Matter.announced)
def test_a_plan_whose_only_edition_was_quashed_says_so_and_not_that_none_was_adopted(
    client, announced, registrator
):
    record_appeal(
        case=announced, outcome=AppealOutcome.UPPHAVT, on=date(2026, 6, 30), user=registrator
    )

    html = page_of(client, announced.plan)
    assert in_swedish("The decision has been quashed by a court") in html
    assert in_swedish("No text has been adopted yet") not in html
    assert announced.revision.url in html


@starts_from(Matter.announced)
def test_it_is_told_when_the_judgment_that_quashed_a_decision_has_been_appealed(
    client, announced, registrator
):
    known = {"case": announced, "user": registrator}
    record_appeal(outcome=AppealOutcome.UPPHAVT, on=date(2026, 6, 28), **known)
    final = page_of(client, announced.revision)

    record_appeal(outcome=AppealOutcome.INLAMNAT, on=date(2026, 6, 30), **known)
    tried = page_of(client, announced.revision)

    appealed = in_swedish("The judgment has been appealed and is not final.")
    assert in_swedish("The decision has been quashed by a court") in tried
    assert appealed in tried
    assert appealed not in final


@starts_from(Matter.announced)
def test_a_decision_that_a_higher_court_restored_is_in_force_and_its_way_is_told(
    client, announced, registrator
):
    known = {"case": announced, "user": registrator}
    record_appeal(outcome=AppealOutcome.UPPHAVT, on=date(2026, 6, 29), **known)
    record_appeal(outcome=AppealOutcome.FASTSTALLT, on=date(2026, 6, 30), **known)

    assert read_plan(announced.plan, on=AFTERWARDS).in_force == announced.revision
    way = page_of(client, announced.get_absolute_url())
    assert in_swedish("A higher court decided that the decision stands") in way


@starts_from(Matter.adopted)
def test_the_facts_name_who_decided_when_and_under_which_number(client, adopted):
    html = page_of(client, adopted)

    assert "Kommunfullmäktige" in html
    assert (
        '<time datetime="2026-06-15">15\xa0juni\xa02026</time></bdi> · <bdi dir="ltr">§ 90</bdi>'
        in html
    )
    assert "KS 2026/0101" in html
    assert revision_in_force(adopted, on=AFTERWARDS).adoption.sha256 in html


@starts_from(Matter.announced)
def test_a_body_that_has_got_another_name_decided_under_the_one_it_had(client, announced, kf):
    kf.name = "Stadsfullmäktige"
    kf.save()

    pages = [
        announced.plan.url,
        announced.revision.url,
        announced.plan.get_parent().url,
        announced.get_absolute_url(),
    ]

    for html in (page_of(client, page) for page in pages):
        assert "Kommunfullmäktige" in html
        assert "Stadsfullmäktige" not in html


@starts_from(Matter.adopted)
def test_every_block_has_an_address_and_the_contents_lead_there(client, adopted):
    html = page_of(client, adopted)

    assert f'id="b-{MEASURE}"' in html
    assert f'href="#b-{BODY[1]["id"]}"' in html


@starts_from(Matter.adopted)
def test_measures_are_gathered_by_the_body_that_is_responsible(adopted):
    [part] = read_plan(adopted, on=AFTERWARDS).parts

    assert part.name == "Tekniska kontoret"
    assert [measure.short for measure in part.measures] == ["1.1 Belys gångvägarna"]


@starts_from(Matter.adopted)
def test_a_plan_before_its_adoption_shows_no_text(adopted):
    reading = read_plan(adopted, on=date(2026, 6, 14))

    assert reading.in_force is None
    assert reading.shown is None
    assert reading.adoptions == []


@starts_from(Matter.adopted)
def test_a_new_edition_under_way_is_told_with_a_link_to_its_case(client, adopted, matter):
    matter.opened(diarienummer="KS 2026/0500", plan=adopted, on=date(2026, 6, 28))

    html = page_of(client, adopted)

    assert in_swedish("A new edition is under way") in html
    assert "/sv/arenden/ks-2026-0500/" in html


@starts_from(Matter.adopted)
def test_an_older_edition_says_which_one_is_in_force(client, adopted, next_edition):
    first = revision_in_force(adopted, on=AFTERWARDS)
    next_edition()

    html = page_of(client, first)

    assert in_swedish("This is an older edition. It is not in force.") in html
    assert in_swedish("The one in force is edition %(number)s", number=2) in html
    assert in_swedish(EARLIER, number=1, day="15\xa0juni\xa02026") in page_of(client, adopted)


@starts_from(Matter.referred_back)
def test_the_motive_of_an_aterremiss_stands_beside_its_answer(client, matter, today):
    case = matter.case
    motive = case.decisions.last().motives.get()
    answer_motive(
        motive=motive,
        response=MotiveResponse.FOLJS_DELVIS,
        reason="Kostnaden står nu i budgeten.",
        on=date(2026, 7, 2),
        user=matter.handlaggare,
    )
    matter.memo(matter.ks, date(2026, 8, 20))
    matter.decided(matter.ks, date(2026, 9, 1), Outcome.BIFALL, paragraph=120)
    matter.decided(matter.kf, date(2026, 9, 14), Outcome.BIFALL, paragraph=130, present=60)
    today(date(2026, 10, 1))

    html = page_of(client, case.plan)

    said, answered = html.index("Kostnaden ska belysas."), html.index("Kostnaden står nu i")
    assert said < answered
    assert answered - said < 1200


@starts_from(Matter.adopted)
def test_the_text_of_an_edition_is_marked_as_in_force_on_the_day_and_not_before(adopted):
    revision = revision_in_force(adopted, on=AFTERWARDS)

    assert read_edition(revision, on=ADOPTED_ON).is_in_force
    assert not read_edition(revision, on=date(2026, 6, 14)).is_in_force


@starts_from(Matter.adopted)
def test_no_page_carries_an_inline_style_or_script(client, adopted, matter):
    for url in (adopted.url, "/sv/", "/sv/styrdokument/", matter.case.get_absolute_url()):
        html = client.get(url).content.decode()

        assert " style=" not in html
        assert not re.search(r"<script(?![^>]* src=)", html)
        assert " onclick=" not in html
