"""Which role may open which screen: the whole matrix."""

import pytest
from django.urls import reverse

from tests.factories.situations import Matter, starts_from

pytestmark = starts_from(Matter.before_council)

OFFICIALS = {"handlaggare", "superuser"}
REGISTRARS = {"registrator", "superuser"}
READERS = OFFICIALS | REGISTRARS | {"administrator"}
WORKERS = READERS | {"oversattare", "redaktor"}

SCREENS = {
    "case_list": (READERS, ()),
    "case_list_results": (READERS, ()),
    "case_page": (READERS, ("case",)),
    "case_journal": (READERS, ("case",)),
    "journal_pdf": (READERS, ("case",)),
    "extract_pdf": (READERS, ("decision",)),
    "extract_docx": (READERS, ("decision",)),
    "memo_pdf": (READERS, ("memo",)),
    "memo_docx": (READERS, ("memo",)),
    "case_open": (OFFICIALS, ()),
    "case_read_number": (OFFICIALS, ()),
    "case_import": (OFFICIALS, ("case",)),
    "case_edit_text": (OFFICIALS, ("case",)),
    "memo_new": (OFFICIALS, ("case",)),
    "decision_new": (REGISTRARS, ("case",)),
    "decision_correct": (REGISTRARS, ("decision",)),
    "case_announce": (REGISTRARS, ("case",)),
    "case_appeal": (REGISTRARS, ("case",)),
    "case_laga_kraft": (REGISTRARS, ("case",)),
    "steps_and_roles": (WORKERS, ()),
}
ROLES = (
    "handlaggare",
    "registrator",
    "fortroendevald",
    "oversattare",
    "redaktor",
    "administrator",
    "superuser",
)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_own_screens_and_no_others(role, cast, case, as_user):
    things = {
        "case": case.pk,
        "decision": case.decisions.last().pk,
        "memo": case.submissions.last().memo_id,
    }
    client = as_user(cast[role])

    opened = {
        name
        for name, (_roles, args) in SCREENS.items()
        if client.get(reverse(name, args=[things[arg] for arg in args])).status_code == 200
    }

    assert opened == {name for name, (roles, _args) in SCREENS.items() if role in roles}


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
