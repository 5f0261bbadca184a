"""A municipality with a text in every state, and everybody who might try something with it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from plandocs.models import HomePage, PlanIndexPage, RemissExtension
from plandocs.vocabulary import AnswerChannel, OrganisationType, Stance
from tests.conftest import checked
from tests.factories import OrganisationFactory, UserFactory
from tests.factories.situations import PARAGRAPH, Matter
from tests.workflow.gate.record import Record, assert_only_adopted_texts_are_public
from workflow.models import (
    Announcement,
    Appeal,
    DecisionCorrection,
    LagaKraft,
    Motive,
    PlanEnding,
    TextChange,
    Vote,
)
from workflow.services.cases import NewPlan
from workflow.services.memos import MemoWords, draft_memo
from workflow.services.remiss import NewAnswer, NewPoint, NewRound, open_remiss, receive_answer
from workflow.services.translation import (
    import_translation,
    publish_easy_read,
    publish_translation,
    request_translations,
    write_easy_read,
)

ROLES = {
    "handlaggare": "Handläggare",
    "registrator": "Registrator",
    "fortroendevald": "Förtroendevald",
    "oversattare": "Översättare",
    "redaktor": "Redaktör",
    "administrator": "Administratör",
}
EVERYTHING = "Every right that Wagtail can give"
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Bakgrund"
msgstr "Background"
"""


@pytest.fixture(scope="module")
def record(for_the_module):
    """The record, made once a module. Nothing is public in it that was not adopted."""
    record = checked(build_record())
    assert_only_adopted_texts_are_public()
    return record


@pytest.fixture(params=[*ROLES, "superuser"])
def actor(request, record, client, db):
    """Each role in turn, signed in, and each with every right that Wagtail can give.

    What its own group lacks is lent to it: the gate must not lean on anybody lacking a right.
    """
    user = record.actors[request.param]
    client.force_login(user)
    return user


@pytest.fixture
def admin(record, client, db):
    """A superuser, signed in: for what does not depend on who tries."""
    client.force_login(record.actors["superuser"])
    return record.actors["superuser"]


@pytest.fixture
def another_site(record, db):
    """A second start page and list in Swedish, to which things might be moved."""
    home = HomePage(title="En annan start", slug="en-annan-start", locale=record.home.locale)
    Page.get_first_root_node().add_child(instance=home)
    index = PlanIndexPage(title="En annan lista", slug="en-annan-lista", locale=home.locale)
    home.add_child(instance=index)
    return SimpleNamespace(home=home, index=index)


def build_record():
    give_every_right()
    people = {name: person(name, role) for name, role in ROLES.items() if name != "fortroendevald"}
    bodies = [
        body("KF", "Kommunfullmäktige", OrganisationType.FULLMAKTIGE, 61),
        body("KS", "Kommunstyrelsen", OrganisationType.STYRELSE, 15),
        body("KSAU", "Kommunstyrelsens arbetsutskott", OrganisationType.UTSKOTT, 7),
    ]
    asked = body("SN", "Socialnämnden", OrganisationType.NAMND, 11)

    def matter():
        return Matter(people["handlaggare"], people["registrator"], *bodies)

    adopted = matter().adopted().case
    text = adopted.revision
    text.refresh_from_db()
    english, finnish, easy = translate(text, people)

    draft = matter().opened(
        diarienummer="KS 2026/0102", plan=NewPlan(title="Parkplan", kind="plan")
    )
    memo = draft_memo(
        words=MemoWords(proposal=["Planen antas."], attachments=["Karta"]),
        case=draft.case,
        to=bodies[1],
        on=date(2026, 1, 20),
        user=people["handlaggare"],
    )

    consulted = matter()
    consulted.opened(diarienummer="KS 2026/0103", plan=NewPlan(title="Vattenplan", kind="plan"))
    consulted.memo(bodies[2], date(2026, 1, 20))
    consulted.decided(bodies[2], date(2026, 2, 3), "bifall", paragraph=13)
    page = open_remiss(
        round=NewRound(
            closes_on=date(2026, 4, 1), to=[asked], is_public=True, questions=["Vad saknas?"]
        ),
        case=consulted.case,
        on=date(2026, 2, 10),
        user=people["handlaggare"],
    )
    answer = receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.REGISTRERAD,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(block_id=PARAGRAPH, text="Fler bryggor.")],
            organisation=asked,
        ),
        round=page,
        received_on=date(2026, 3, 1),
        user=people["registrator"],
    )
    consulted.case.refresh_from_db()
    write_every_other_fact(text, page, people["registrator"])
    index = PlanIndexPage.objects.get(locale__language_code="sv")
    return Record(
        adopted=text,
        adoption=text.adoption,
        english=english,
        finnish=finnish,
        easy=easy,
        plan=text.plan,
        draft=draft.case.revision,
        draft_case=draft.case,
        new_plan=draft.case.revision.plan,
        memo=memo,
        sent_memo=adopted.submissions.first().memo,
        consulted=consulted.case.revision,
        round=page,
        answer=answer,
        index=index,
        home=index.get_parent().specific,
        council=bodies[0],
        handlaggare=people["handlaggare"],
        actors=those_who_try(),
    )


def those_who_try():
    everything = Group.objects.get(name=EVERYTHING)
    actors = {name: person(f"{name}-who-tries", role) for name, role in ROLES.items()}
    for user in actors.values():
        user.groups.add(everything)
    return actors | {"superuser": UserFactory(username="superuser-who-tries", is_superuser=True)}


def translate(text, people):
    translator, editor = people["oversattare"], people["redaktor"]
    on = date(2026, 7, 1)
    request_translations(revision=text, locales=["en", "fi"], on=on, user=translator)
    import_translation(revision=text, locale="en", po=PO.encode(), on=on, user=translator)
    english = publish_translation(revision=text, locale="en", on=on, user=editor)
    finnish = text.get_translations().get(locale__language_code="fi")
    easy = write_easy_read(revision=text, on=on, user=translator)
    easy.body = easy.body.stream_block.to_python(
        [
            {
                "type": "easy_read",
                "id": "55555555-5555-4555-8555-555555555555",
                "value": {
                    "heading": "Cyklar",
                    "text": "<p>Du kan låna en cykel.</p>",
                    "covers": [],
                },
            }
        ]
    )
    easy.save_revision(user=translator)
    easy = publish_easy_read(revision=text, on=on, user=editor)
    easy.title = "En annan rubrik"
    easy.save_revision(user=translator)
    easy.refresh_from_db()
    return english, finnish, easy


def write_every_other_fact(text, page, user):
    decision, on = text.adoption.decision, date(2026, 7, 1)
    Announcement.objects.create(
        decision=decision,
        adjusted_on=on,
        announced_on=on,
        appealable_until=on,
        laga_kraft_earliest=on,
        recorded_by=user,
    )
    Appeal.objects.create(decision=decision, outcome="avslaget", known_on=on, recorded_by=user)
    LagaKraft.objects.create(decision=decision, confirmed_on=on, confirmed_by=user)
    DecisionCorrection.objects.create(
        decision=decision, decided_on=on, was="§ 9", corrected_on=on, corrected_by=user
    )
    Motive.objects.create(decision=decision, number=1, text="Kostnaden.", carried=True)
    Vote.objects.create(decision=decision, ja_for="bifall", nej_for="avslag", ja=40, nej=20)
    PlanEnding.objects.create(plan=text.plan, decision=decision, ended_on=on)
    TextChange.objects.create(case=text.case, kind="i_sak", made_on=on, made_by=user)
    RemissExtension.objects.create(
        round=page, decided_on=on, closed_before=page.closes_on, closes_on=page.closes_on
    )


def person(username, role):
    user = UserFactory(username=username)
    user.groups.add(Group.objects.get(name=role))
    return user


def body(code, name, kind, members):
    return OrganisationFactory(code=code, name=name, type=kind, members=members)


def give_every_right():
    group = Group.objects.create(name=EVERYTHING)
    group.permissions.set(Permission.objects.all())
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page"
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
