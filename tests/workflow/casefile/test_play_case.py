"""Case files: what is checked before anything is written, what stops a run, what is printed."""

import json
from pathlib import Path

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from plandocs.models import Case, Organisation
from tests.factories import OrganisationFactory
from tests.workflow.casefile.conftest import played
from tests.workflow.casefile.files import HEAD
from workflow.models import Decision

pytestmark = pytest.mark.django_db

SHARED = Path(__file__).parents[4] / "shared"
KALMAR = SHARED / "cases" / "kalmar-KS-2022-0037.toml"

TO_COMMITTEE = """
[[step]]
on = 2026-01-10
do = "memo"
to = "KSAU"
proposal = ["Planen skickas på remiss."]
"""
COMMITTEE = """
[[step]]
on = 2026-01-20
do = "decide"
body = "KSAU"
outcome = "bifall"
"""
REMISS = """
[[step]]
on = 2026-01-21
do = "open_remiss"
closes_on = 2026-03-01
to = ["BUN"]
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (HEAD + '[[step]]\non = 2026-01-10\ndo = "dansa"\n', ["step 1", "dansa"]),
        (HEAD + TO_COMMITTEE + 'colour = "red"\n', ["step 1", "colour"]),
        (HEAD + TO_COMMITTEE.replace("KSAU", "XYZ"), ["step 1", "XYZ"]),
        (HEAD + COMMITTEE + TO_COMMITTEE, ["step 2", "2026-01-10"]),
        (HEAD + TO_COMMITTEE.replace("2026-01-10", '"i går"'), ["step 1", "on"]),
        (HEAD + COMMITTEE.replace("bifall", "kanske"), ["step 1", "outcome"]),
        (HEAD + TO_COMMITTEE.replace('proposal = ["Planen skickas på remiss."]', ""), ["proposal"]),
        (HEAD.replace('kind = "plan"', ""), ["kind"]),
        (HEAD.replace("KS 2026/0200", "ärendet"), ["ärendet"]),
        (HEAD.replace('type = "namnd"', 'type = "cirkel"'), ["organisation 4", "type"]),
        (HEAD + COMMITTEE + 'despite = ["quorum_missing"]\n', ["step 1", "note"]),
        ("[case\n", ["TOML"]),
        ("[matter]\n", ["matter"]),
        ("", ["[case]"]),
    ],
)
def test_a_file_that_cannot_be_played_gets_one_line_that_names_the_place(play, text, names):
    status, printed, complaint = play(text)

    assert status == 2
    assert printed == ""
    assert len(complaint.strip().splitlines()) == 1
    assert all(name in complaint for name in names)
    assert not Case.objects.exists()
    assert not Organisation.objects.filter(code="BUN").exists()


def test_a_file_that_is_not_there_gets_one_line(tmp_path):
    status, _printed, complaint = played(tmp_path / "saknas.toml")

    assert status == 2
    assert len(complaint.strip().splitlines()) == 1


def test_a_document_that_is_not_there_is_found_before_anything_is_written(play):
    text = HEAD[: HEAD.index("text = [")] + 'document = "saknas.md"\n'
    text += HEAD[HEAD.index("[[organisation]]") :]

    status, _printed, complaint = play(text)

    assert status == 2
    assert "document" in complaint
    assert not Organisation.objects.filter(code="BUN").exists()


def test_each_step_that_went_well_is_a_line(play):
    status, printed, complaint = play(HEAD + TO_COMMITTEE + COMMITTEE)

    assert (status, complaint) == (0, "")
    assert len(printed.strip().splitlines()) == 3


def test_a_refused_step_stops_the_run_and_keeps_what_came_before(play):
    status, _printed, complaint = play(HEAD + TO_COMMITTEE + REMISS)

    assert status == 1
    assert "step_not_possible" in complaint
    assert Case.objects.get().stage == "hos_ksau"
    assert not Decision.objects.exists()


def test_with_keep_going_the_steps_after_a_refused_one_are_played(play):
    late_committee = COMMITTEE.replace("2026-01-20", "2026-01-22")

    status, _printed, complaint = play(
        HEAD + TO_COMMITTEE + REMISS + late_committee, "--keep-going"
    )

    assert status == 1
    assert "step 2" in complaint
    assert Decision.objects.get().body.code == "KSAU"


def test_an_expected_refusal_is_how_it_should_go(play):
    step = REMISS.replace("2026-01-21", "2026-01-12") + 'refused = "step_not_possible"\n'

    status, _printed, complaint = play(HEAD + TO_COMMITTEE + step + COMMITTEE)

    assert (status, complaint) == (0, "")
    assert Case.objects.get().stage == "bearbetas"


@pytest.mark.parametrize(
    "lines",
    ['refused = "quorum_missing"', 'present = 2\nrefused = "step_not_possible"'],
    ids=["it does not come", "it has another code"],
)
def test_a_refusal_that_does_not_come_or_has_another_code_is_a_failure(play, lines):
    status, _printed, complaint = play(HEAD + TO_COMMITTEE + COMMITTEE + lines)

    assert status == 1
    assert "expected" in complaint


def test_what_is_not_as_expected_is_a_failure_that_says_how(play):
    status, _printed, complaint = play(HEAD + TO_COMMITTEE + 'expect = { stage = "antagen" }\n')

    assert status == 1
    assert "hos_ksau" in complaint


def test_what_is_refused_as_expected_must_still_leave_what_is_expected(play):
    too_early = REMISS + 'refused = "step_not_possible"\nexpect = { stage = "bearbetas" }\n'

    status, _printed, complaint = play(HEAD + TO_COMMITTEE + too_early)

    assert status == 1
    assert "hos_ksau" in complaint


def test_a_fault_of_the_program_is_one_line_and_its_step_is_not_kept(play, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("the disk\nis full")

    monkeypatch.setattr("workflow.services.memos.sending.follow_stage", fails)

    status, _printed, complaint = play(HEAD + TO_COMMITTEE)

    assert status == 1
    assert len(complaint.strip().splitlines()) == 1
    assert all(words in complaint for words in ("step 1", "OSError", "the disk is full"))
    assert Case.objects.get().stage == "utkast"


def test_a_fault_of_the_program_is_shown_in_full_to_who_asks(play, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr("workflow.services.memos.sending.follow_stage", fails)

    with pytest.raises(OSError, match="disk"):
        play(HEAD + TO_COMMITTEE, "--traceback")


def test_json_names_what_went_otherwise(play):
    status, printed, _complaint = play(HEAD + TO_COMMITTEE + REMISS, "--json")

    told = json.loads(printed)
    assert status == 1
    assert told["stage"] == "hos_ksau"
    assert [(found["step"], found["code"]) for found in told["problems"]] == [
        (2, "step_not_possible")
    ]


def test_a_file_without_steps_opens_its_case_today(play):
    play(HEAD)

    assert Case.objects.get().opened_on == timezone.localdate()


def test_a_body_without_a_type_is_of_the_type_its_name_says(play):
    play(HEAD.replace('type = "styrelse"\n', "").replace('type = "utskott"\n', ""))

    found = dict(Organisation.objects.values_list("code", "type"))
    assert (found["KS"], found["KSAU"]) == ("styrelse", "utskott")


def test_the_seats_of_the_file_go_before_those_of_the_register(play):
    OrganisationFactory(code="KSAU", name="Arbetsutskottet", type="utskott", members=3)

    status, _printed, complaint = play(HEAD + TO_COMMITTEE + COMMITTEE + "present = 6\n")

    assert (status, complaint) == (0, "")


def test_json_prints_one_object_and_nothing_else(play):
    status, printed, _complaint = play(HEAD + TO_COMMITTEE + COMMITTEE + REMISS, "--json")

    told = json.loads(printed)
    assert status == 0
    assert told["stage"] == "pa_remiss"
    assert told["revision"]["measures"] == 1
    assert told["remiss"][0]["asked"] == 1


def test_a_number_that_is_there_already_is_refused(play):
    play(HEAD)

    status, _printed, complaint = play(HEAD.replace("KS 2026/0200", "KS 2026/200"))

    assert status == 1
    assert "case_exists" in complaint
    assert Case.objects.count() == 1


def remiss_with_address():
    head = HEAD.replace('type = "namnd"', 'type = "namnd"\nemail = "bun@example.org"')
    return head + TO_COMMITTEE + COMMITTEE + REMISS


def test_no_mail_is_sent_unless_asked_for(play, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        status, _printed, _complaint = play(remiss_with_address())

    assert status == 0
    assert mail.outbox == []


def test_mail_is_sent_when_asked_for(play, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        play(remiss_with_address(), "--send-mail")

    assert [message.to for message in mail.outbox] == [["bun@example.org"]]


@pytest.fixture(scope="module")
def real_case(django_db_setup, django_db_blocker):
    """What is told of the real case when it is played, once for the module."""
    if not KALMAR.exists():
        pytest.skip("the real case lies beside the project, not in it")
    with django_db_blocker.unblock(), transaction.atomic():
        told = played(KALMAR, "--json")
        transaction.set_rollback(True)
    return told


def test_the_real_case_plays_to_its_end(real_case):
    status, printed, complaint = real_case

    assert (status, complaint) == (0, "")
    told = json.loads(printed)
    assert told["stage"] == told["revision"]["status"] == "antagen"
    assert told["appealable_until"] == "2023-03-23"
    assert told["laga_kraft_earliest"] == "2023-03-24"
    assert (told["revision"]["focus_areas"], told["revision"]["measures"]) == (6, 34)
    referral = told["decisions"][2]
    assert (referral["paragraph"], referral["basis"]) == (203, "minority")
    assert [(motive["carried"], motive["response"]) for motive in referral["motives"]] == [
        (True, "foljs_inte")
    ]
    assert told["remiss"] == [
        {
            "opened_on": "2022-03-02",
            "closes_on": "2022-05-31",
            "asked": 3,
            "answered": 2,
            "late": 0,
            "points": 3,
            "points_answered": 3,
        }
    ]


def test_the_adopted_text_has_the_same_sum_in_every_database(real_case):
    _status, printed, _complaint = real_case

    expected = "c478d1965f5823bf66372caf173809c47d2300bfc5f3de8628b9e44bb027dc16"
    assert json.loads(printed)["revision"]["sha256"] == expected
