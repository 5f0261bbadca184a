"""A municipality with a text in every state, and everybody who might try something with it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page

from plandocs.models import HomePage, PlanIndexPage
from plandocs.vocabulary import AnswerChannel, OrganisationType, Stance
from tests.factories import OrganisationFactory, UserFactory
from tests.factories.situations import PARAGRAPH, Matter
from tests.workflow.gate.record import Record
from workflow.services.cases import NewPlan
from workflow.services.memos import draft_memo
from workflow.services.remiss import NewPoint, open_remiss, receive_answer
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
def record(django_db_setup, django_db_blocker):
    """The record, made once a module: each test then works in a transaction inside this one."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        yield build_record()
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture(params=[*ROLES, "superuser"])
def actor(request, record, client, db):
    """Each role in turn, signed in, and each with every right that Wagtail can give.

    What its own group lacks is lent to it: the gate must not lean on anybody lacking a right.
    """
    user = UserFactory(username=f"{request.param}-try", is_superuser=request.param == "superuser")
    if request.param in ROLES:
        user.groups.add(
            Group.objects.get(name=ROLES[request.param]), Group.objects.get(name=EVERYTHING)
        )
    client.force_login(user)
    return user


@pytest.fixture
def admin(record, client, db):
    """A superuser, signed in: for what does not depend on who tries."""
    user = UserFactory(username="root", is_superuser=True)
    client.force_login(user)
    return user


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
    people = {
        name: person(name, role) for name, role in ROLES.items() if name != "fortroendevald"
    }
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
        case=draft.case,
        to=bodies[1],
        proposal=["Planen antas."],
        on=date(2026, 1, 20),
        user=people["handlaggare"],
        attachments=["Karta"],
    )

    consulted = matter()
    consulted.opened(diarienummer="KS 2026/0103", plan=NewPlan(title="Vattenplan", kind="plan"))
    consulted.memo(bodies[2], date(2026, 1, 20))
    consulted.decided(bodies[2], date(2026, 2, 3), "bifall", paragraph=13)
    page = open_remiss(
        case=consulted.case,
        closes_on=date(2026, 4, 1),
        to=[asked],
        is_public=True,
        questions=["Vad saknas?"],
        on=date(2026, 2, 10),
        user=people["handlaggare"],
    )
    answer = receive_answer(
        round=page,
        channel=AnswerChannel.REGISTRERAD,
        stance=Stance.SYNPUNKTER,
        points=[NewPoint(block_id=PARAGRAPH, text="Fler bryggor.")],
        received_on=date(2026, 3, 1),
        organisation=asked,
        user=people["registrator"],
    )
    consulted.case.refresh_from_db()
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
    )


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
