"""Public pages of every kind, in Swedish, Arabic and lättläst: axe and the HTML checker agree."""

import re
from datetime import date

import polib
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from plandocs.vocabulary import AnswerChannel, Stance
from tests.factories.situations import MEASURE, Matter
from workflow.services.appeals import announce
from workflow.services.installation import install_site
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    NewRound,
    open_remiss,
    receive_answer,
    show_answer,
)
from workflow.services.translation import (
    import_translation,
    publish_easy_read,
    publish_translation,
    write_easy_read,
)

TODAY = date(2026, 7, 1)
ARABIC = {"Cykelplan 2026–2030": "خطة الدراجات", "Trygga vägar": "طرق آمنة"}


def in_arabic(revision, user):
    file = polib.POFile()
    for msgid, msgstr in ARABIC.items():
        file.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
    arguments = {"revision": revision, "locale": "ar", "on": TODAY, "user": user}
    import_translation(po=str(file).encode(), **arguments)
    return publish_translation(**arguments)


def in_easy_swedish(revision, user):
    draft = write_easy_read(revision=revision, on=TODAY, user=user)
    text = {"heading": "Cyklar", "text": "<p>Alla ska kunna låna en cykel.</p>", "covers": []}
    draft.body = [{"type": "easy_read", "id": MEASURE, "value": text}]
    draft.save_revision(user=user)
    return publish_easy_read(revision=revision, on=TODAY, user=user)


@pytest.fixture
def addresses(matter, superuser, socialnamnden, monkeypatch):
    """One page of each kind: an adopted plan in three languages, and another out on remiss."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: TODAY)
    install_site()  # the rows of the migrations, put back, point the site at Wagtail's own page
    adopted = matter.adopted().case
    announce(
        case=adopted,
        adjusted_on=date(2026, 6, 20),
        announced_on=date(2026, 6, 22),
        user=superuser,
    )
    arabic = in_arabic(adopted.revision, superuser)
    easy = in_easy_swedish(adopted.revision, superuser)
    asked = Matter(matter.handlaggare, matter.registrator, matter.kf, matter.ks, matter.ksau)
    asked.opened(diarienummer="KS 2026/0202", plan=adopted.plan, on=date(2026, 6, 20))
    asked.memo(matter.ksau, date(2026, 6, 22))
    asked.decided(matter.ksau, date(2026, 6, 23), "bifall", paragraph=40)
    remiss = open_remiss(
        round=NewRound(
            closes_on=date(2026, 8, 31),
            to=[socialnamnden],
            is_public=True,
            questions=["Är målen de rätta?"],
        ),
        case=asked.case,
        on=date(2026, 6, 24),
        user=superuser,
    )
    answer = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(MEASURE, "Lamporna bör vara dimbara.")],
            respondent="Ida Cyklist",
        ),
        round=remiss,
        received_on=date(2026, 6, 28),
    )
    show_answer(answer=answer, on=date(2026, 6, 29), user=superuser)
    return [
        *("/sv/", "/ar/", "/sv-simple/"),
        *("/sv/styrdokument/", "/sv/styrdokument/?q=ubåt"),
        *(page.get_parent().url for page in (arabic, easy)),
        *(adopted.plan.url, adopted.revision.url, arabic.url, easy.url, remiss.url),
        *(adopted.get_absolute_url(), f"/ar/arenden/{adopted.slug}/"),
        *("/sv/tillganglighetsredogorelse/", "/sv/tillganglighet/synpunkt/", "/ar/finns-inte/"),
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    page, live_server, addresses, width, scheme
):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    found = []

    for address in addresses:
        page.goto(live_server.url + address)
        violations = Axe().run(page).response["violations"]
        found += [f"{address}: {violation['id']}" for violation in violations]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{address}: wider than the screen")

    assert found == []


def test_the_choices_of_the_list_are_folded_on_a_phone_and_in_sight_at_a_desk(
    page, live_server, addresses
):
    kind = page.get_by_label("Typ av dokument")

    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}/sv/styrdokument/")
    expect(kind).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 740})
    expect(kind).to_be_hidden()
    page.get_by_text("Avgränsa", exact=True).press("Enter")
    kind.select_option(label="Plan")
    page.get_by_role("button", name="Visa dokument").click()

    expect(page).to_have_url(re.compile("typ=plan"))
    expect(kind).to_be_visible()


def test_the_html_checker_finds_no_error(client, addresses, html_errors):
    answers = {f"page-{n}": client.get(address) for n, address in enumerate(addresses)}

    statuses = [answer.status_code for answer in answers.values()]
    assert statuses == [200] * (len(addresses) - 1) + [404]
    assert html_errors({name: a.content.decode() for name, a in answers.items()}) == []


def test_the_policy_stops_nothing_that_a_page_asks_for(page, live_server, addresses):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))

    for address in addresses[:-1]:  # the last one is not there, which the console says
        page.goto(live_server.url + address)

    assert complaints == []
