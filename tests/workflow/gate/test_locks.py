"""Each page says why it is locked, to everyone, and at no great cost."""

import pytest

from plandocs import locks
from plandocs.locks import FacesRecord
from plandocs.models import Case
from plandocs.vocabulary import CaseStage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("adopted", "Kommunfullmäktige antog texten den 15\xa0juni\xa02026"),
        ("english", "skrivs genom sin översättning"),
        ("round", "bevaras som den skickades ut"),
        ("sent_memo", "Tjänsteskrivelsen skickades till"),
        ("consulted", "får inte ändras medan de läser"),
    ],
)
def test_a_locked_page_says_why(record, admin, name, words):
    lock = record.fresh(name).get_lock()

    assert lock.for_user(admin)
    assert words in lock.get_message(admin)


@pytest.mark.parametrize("name", ["draft", "memo", "easy", "plan"])
def test_what_is_being_worked_on_is_open(record, name):
    assert record.fresh(name).get_lock() is None


@pytest.mark.parametrize("stage", CaseStage)
def test_a_text_is_open_in_the_stages_where_officials_have_it(record, stage):
    Case.objects.filter(pk=record.draft_case.pk).update(stage=stage)

    is_open = record.fresh("draft").get_lock() is None

    assert is_open == (stage in (CaseStage.UTKAST, CaseStage.BEARBETAS))


@pytest.mark.parametrize("name", ["draft", "adopted", "english"])
def test_a_lock_costs_a_few_queries(record, django_assert_max_num_queries, name):
    page = record.fresh(name)

    with django_assert_max_num_queries(5):
        page.get_lock()


def test_only_the_swedish_text_goes_through_the_bodies(record):
    assert record.fresh("draft").has_workflow
    assert record.fresh("draft").get_workflow() is not None
    for name in ("english", "easy", "memo", "round", "plan", "index", "home"):
        assert not record.fresh(name).has_workflow
        assert record.fresh(name).get_workflow() is None


def test_the_editor_shows_the_reason_and_no_way_to_publish(admin, client, record):
    response = client.get(f"/admin/pages/{record.adopted.pk}/edit/")

    content = response.content.decode()
    assert "antog texten den" in content
    assert "action-publish" not in content


@pytest.mark.parametrize("model", FacesRecord.__subclasses__())
def test_somebody_answers_for_every_page_that_the_record_rules_over(model):
    assert model in locks._ANSWERS


@pytest.mark.parametrize("name", ["draft", "memo", "easy", "plan"])
def test_a_page_for_which_nobody_answers_is_shut(record, admin, monkeypatch, name):
    page = record.fresh(name)
    monkeypatch.delitem(locks._ANSWERS, type(page))

    assert page.get_lock().for_user(admin)
    may = page.permissions_for_user(admin)
    assert not may.can_publish()
    assert not may.can_delete()
