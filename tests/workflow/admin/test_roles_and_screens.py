"""Which role may open which screen, and send which form: the whole matrix."""

import pytest
from django.urls import reverse

from tests.factories.situations import Matter, starts_from
from tests.workflow.admin.conftest import one_of_everything
from workflow.admin.urls import urlpatterns

ROLES = (
    "handlaggare",
    "registrator",
    "fortroendevald",
    "oversattare",
    "redaktor",
    "administrator",
    "superuser",
)
OFFICIALS = {"handlaggare", "superuser"}
REGISTRARS = {"registrator", "superuser"}
READERS = OFFICIALS | REGISTRARS | {"administrator"}
TRANSLATORS = {"oversattare", "superuser"}
LANGUAGES = TRANSLATORS | {"redaktor"}
WORKERS = READERS | LANGUAGES

SHOWN, LED_ON, TO_CORRECT, NOT_TAKEN = 200, 302, 422, 405
TURNED_AWAY = "turned away"

TABLE = {
    # address            what it names  who may be there  when opened  with an empty form
    "case_list": ("", READERS, SHOWN, NOT_TAKEN),
    "case_list_results": ("", READERS, SHOWN, NOT_TAKEN),
    "case_open": ("", OFFICIALS, SHOWN, TO_CORRECT),
    "case_read_number": ("", OFFICIALS, SHOWN, NOT_TAKEN),
    "case_page": ("case", READERS, SHOWN, NOT_TAKEN),
    "case_mark": ("case", OFFICIALS, NOT_TAKEN, LED_ON),
    "case_assign": ("case", OFFICIALS, NOT_TAKEN, LED_ON),
    "motive_answer": ("motive", OFFICIALS, LED_ON, TO_CORRECT),
    "case_import": ("case", OFFICIALS, SHOWN, TO_CORRECT),
    "case_edit_text": ("case", OFFICIALS, SHOWN, TO_CORRECT),
    "memo_new": ("case", OFFICIALS, SHOWN, TO_CORRECT),
    "memo_edit": ("memo", OFFICIALS, SHOWN, TO_CORRECT),
    "memo_pdf": ("memo", READERS, SHOWN, NOT_TAKEN),
    "memo_docx": ("memo", READERS, SHOWN, NOT_TAKEN),
    "decision_new": ("case", REGISTRARS, SHOWN, TO_CORRECT),
    "decision_correct": ("decision", REGISTRARS, SHOWN, TO_CORRECT),
    "extract_pdf": ("decision", READERS, SHOWN, NOT_TAKEN),
    "extract_docx": ("decision", READERS, SHOWN, NOT_TAKEN),
    "case_announce": ("case", REGISTRARS, SHOWN, TO_CORRECT),
    "case_appeal": ("case", REGISTRARS, SHOWN, TO_CORRECT),
    "case_laga_kraft": ("case", REGISTRARS, SHOWN, TO_CORRECT),
    "case_journal": ("case", READERS, SHOWN, NOT_TAKEN),
    "journal_pdf": ("case", READERS, SHOWN, NOT_TAKEN),
    "journal_docx": ("case", READERS, SHOWN, NOT_TAKEN),
    "remiss_open": ("case", OFFICIALS, SHOWN, TO_CORRECT),
    "remiss_round": ("round", READERS, SHOWN, NOT_TAKEN),
    "remiss_extend": ("round", OFFICIALS, NOT_TAKEN, LED_ON),
    "remiss_close": ("round", OFFICIALS, NOT_TAKEN, LED_ON),
    "remiss_renew_link": ("asked", OFFICIALS, NOT_TAKEN, LED_ON),
    "remiss_register": ("round", REGISTRARS, SHOWN, TO_CORRECT),
    "remiss_points": ("round", READERS, SHOWN, LED_ON),
    "remiss_show": ("answer", REGISTRARS, NOT_TAKEN, LED_ON),
    "translation_list": ("", LANGUAGES, SHOWN, NOT_TAKEN),
    "translation_edition": ("edition", LANGUAGES, SHOWN, NOT_TAKEN),
    "translation_parts": ("edition", TRANSLATORS, SHOWN, LED_ON),
    "translation_begin": ("edition", LANGUAGES, NOT_TAKEN, LED_ON),
    "translation_po": ("edition", LANGUAGES, SHOWN, LED_ON),
    "translation_publish": ("edition", LANGUAGES, NOT_TAKEN, LED_ON),
    "steps_and_roles": ("", WORKERS, SHOWN, NOT_TAKEN),
}
IN_A_LANGUAGE = {"translation_begin", "translation_po", "translation_publish"}


def test_every_address_of_ours_has_its_row():
    assert {pattern.name for pattern in urlpatterns} == set(TABLE)


def address(name, desk):
    what, *_rest = TABLE[name]
    return reverse(name, args=[*desk[what], *(["en"] if name in IN_A_LANGUAGE else [])])


def answer(response):
    """Name how somebody was met."""
    doors = (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    if response.status_code == 302 and response.url.partition("?")[0] in doors:
        return TURNED_AWAY
    return response.status_code


@pytest.mark.parametrize("role", ROLES)
@starts_from(one_of_everything)
def test_each_role_opens_its_own_screens_and_no_others(role, cast, desk, as_user):
    client = as_user(cast[role])

    met = {name: answer(client.get(address(name, desk))) for name in TABLE}

    assert met == {
        name: opened if role in who else TURNED_AWAY
        for name, (_what, who, opened, _sent) in TABLE.items()
    }


@pytest.mark.parametrize("role", ROLES)
@starts_from(one_of_everything)
def test_each_role_sends_its_own_forms_and_no_others(role, cast, desk, as_user):
    client = as_user(cast[role])
    came_from = {"referer": f"http://testserver{reverse('steps_and_roles')}"}

    met = {name: answer(client.post(address(name, desk), headers=came_from)) for name in TABLE}

    assert met == {
        name: sent if role in who else TURNED_AWAY
        for name, (_what, who, _opened, sent) in TABLE.items()
    }


@starts_from(one_of_everything)
def test_nobody_is_met_without_having_signed_in(client, desk):
    met = {name: answer(client.get(address(name, desk))) for name in TABLE}

    assert set(met.values()) == {TURNED_AWAY}


@pytest.mark.parametrize(
    ("screen", "role"),
    [
        ("case_mark", "registrator"),
        ("case_assign", "registrator"),
        ("decision_new", "handlaggare"),
        ("case_announce", "handlaggare"),
        ("case_edit_text", "registrator"),
        ("memo_new", "administrator"),
    ],
)
@starts_from(Matter.before_council)
def test_a_form_sent_by_somebody_who_may_not_changes_nothing(screen, role, cast, case, as_user):
    before = case.decisions.count(), case.changes.count(), case.handlaggare

    response = as_user(cast[role]).post(
        reverse(screen, args=[case.pk]),
        {"find": "trygg", "replace": "säker", "kind": "i_sak"},
    )

    case.refresh_from_db()
    after = case.decisions.count(), case.changes.count(), case.handlaggare
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")
    assert after == before
