"""What no case file may hold: each gets one line that names the place, and nothing is written."""

from datetime import date

import pytest

from plandocs.models import Case, Organisation
from tests.workflow.casefile.conftest import played
from tests.workflow.casefile.files import HEAD, CaseText

pytestmark = pytest.mark.django_db

TEXT = HEAD[HEAD.index("text = [") : HEAD.index("[[organisation]]")]
HUGE = 10**30


def case_with(line):
    return HEAD.replace('kind = "plan"', f'kind = "plan"\n{line}')


def draft(tables):
    return HEAD.replace(TEXT, f"text = {tables}\n")


def decided(**keys):
    return CaseText().sent_to("KSAU").decided("KSAU", "bifall", **keys)


BALLOT = {"present": 7, "in_favour": 4, "against": 3}
VOTE = {"ja_for": "bifall", "nej_for": "avslag", "ja": 4, "nej": 3}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (HEAD.replace('"KS 2026/0200"', "5"), ["[case]", "diarienummer"]),
        (HEAD.replace('"Lekplatsplan"', "true"), ["[case]", "title"]),
        (HEAD.replace("Lekplatsplan", "L" * 256), ["[case]", "title", "255"]),
        (HEAD.replace("Lekplatsplan", "Lek\\u0000plan"), ["[case]", "title"]),
        (HEAD.replace('kind = "plan"', 'kind = "roman"'), ["[case]", "kind", "handlingsplan"]),
        (case_with("decided_by = 5"), ["[case]", "decided_by"]),
        (case_with('decided_by = "XX"'), ["[case]", "XX"]),
        (case_with('plan = "Finns inte"'), ["[case]", "Finns inte"]),
        (case_with('replaces = ["Finns inte"]'), ["[case]", "Finns inte"]),
        (case_with("valid = [2030, 2026]"), ["[case]", "valid"]),
        (case_with(f"valid = [1, {HUGE}]"), ["[case]", "valid"]),
        (case_with("valid = [true, true]"), ["[case]", "valid"]),
        (case_with("valid = [2026]"), ["[case]", "valid"]),
        (case_with("valid = [2026, 2027, 2028]"), ["[case]", "valid"]),
        (draft("[1, 2]"), ["[case]", "text", "1 must be a table"]),
        (draft('[{heading = "A", paragraph = "B"}]'), ["[case]", "text"]),
        (draft('[{responsible = ["Tekniska kontoret"]}]'), ["[case]", "text"]),
        (draft('[{paragraph = ""}]'), ["[case]", "text", "1", "paragraph"]),
        (draft('[{paragraph = "A", responsible = ["BUN"]}]'), ["[case]", "text", "measure"]),
        (case_with('document = "plan.md"'), ["[case]", "document", "text"]),
        (HEAD.replace("[case]", "[[case]]"), ["[case]", "table"]),
        (HEAD.replace("members = 15", f"members = {HUGE}"), ["organisation 2", "members"]),
        (HEAD.replace("members = 15", "members = -1"), ["organisation 2", "members"]),
        (HEAD.replace("members = 15", "members = true"), ["organisation 2", "members"]),
        (HEAD.replace("members = 15", 'aliases = [""]'), ["organisation 2", "aliases"]),
        ("organisation = [1]\n" + HEAD[: HEAD.index("[[organisation]]")], ["organisation 1"]),
        ("step = [1]\n" + HEAD, ["step 1"]),
        (HEAD + "[step]\non = 2026-01-01\n", ["[[step]]"]),
        (HEAD + '[[step]]\non = 2026-01-01\ndo = ["memo"]\n', ["step 1"]),
        (HEAD + "[[step]]\non = 2026-01-01\n", ["step 1", "do"]),
        (HEAD + '[[step]]\ndo = "close_remiss"\n', ["step 1", "on"]),
        (HEAD + '[[step]]\non = 2026-01-01T10:00:00\ndo = "close_remiss"\n', ["step 1", "on"]),
        (HEAD + '[[step]]\non = 2026-01-01T00:00:00\ndo = "close_remiss"\n', ["step 1", "on"]),
        (HEAD + '[[step]]\non = "2026-01-01"\ndo = "close_remiss"\n', ["step 1", "on", "date"]),
        (HEAD + '[[step]]\non = 2026-01-01\ndo = "dansa"\n', ["step 1", "dansa", "memo"]),
        (CaseText().sent_to("KSAU", on=date(9999, 12, 31)), ["step 1", "on"]),
        (CaseText().sent_to("KSAU", expect={"stagge": "x"}), ["step 1", "expect", "stage"]),
        (decided(present=HUGE), ["step 2", "present"]),
        (decided(present="5"), ["step 2", "present", "whole number"]),
        (decided(outcom="bifall"), ["step 2", "outcom"]),
        (decided(sent_to=["Tekniska\0kontoret"]), ["step 2", "sent_to", "control"]),
        (decided(motives=[{"supporters": 25}]), ["step 2", "motives", "1", "text"]),
        (decided(basis=["majority"]), ["step 2", "basis", "minority"]),
        (decided(paragraph=0), ["step 2", "paragraph"]),
        (decided(paragraph=HUGE), ["step 2", "paragraph"]),
        (decided(paragraph="tolv"), ["step 2", "paragraph"]),
        (decided(ballot={**BALLOT, "present": True}), ["step 2", "ballot", "present"]),
        (decided(votes=[VOTE, {**VOTE, "ja": HUGE}]), ["step 2", "votes", "2", "ja"]),
        (decided(votes=[{**VOTE, "question": "?" * 501}]), ["step 2", "votes", "question"]),
        (decided(votes=[{**VOTE, "closed": 1}]), ["step 2", "votes", "closed"]),
        (decided(votes=[{**VOTE, "names": ["Anna Ek (S)"]}]), ["step 2", "votes", "names"]),
        (decided(votes=[{**VOTE, "names": {"ja": "Anna Ek (S)"}}]), ["step 2", "votes", "ja"]),
        (decided(votes=[{**VOTE, "names": {"nja": []}}]), ["step 2", "votes", "nja"]),
        (decided(changes=[{"find": "två", "replace": "tre"}]), ["step 2", "changes", "andring"]),
        (CaseText().sent_to("Kommun\nstyrelsen"), ["step 1", "Kommun styrelsen"]),
        ("a = " + "[" * 5000 + "]" * 5000, ["nested"]),
    ],
)
def test_a_wrong_value_gets_one_line_that_names_the_place(play, text, names):
    status, printed, complaint = play(text)

    assert (status, printed) == (2, "")
    assert len(complaint.strip().splitlines()) == 1
    assert [name for name in names if name not in complaint] == []
    assert not Case.objects.exists()
    assert not Organisation.objects.filter(code="BUN").exists()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            HEAD.replace("Lekplatsplan", "L" * 256),
            "[case] “title” must have at most 255 characters",
        ),
        (
            HEAD.replace("members = 15", "members = -1"),
            "organisation 2: “members” must be greater than or equal to 0",
        ),
        (
            decided(votes=[VOTE, {**VOTE, "ja": True}]),
            "step 2 (decide): “votes” 2 “ja” must be a whole number",
        ),
        (
            CaseText().close_remiss(on="i går"),
            "step 1 (close_remiss): “on” must be a date, without a time",
        ),
    ],
)
def test_the_line_says_where_the_fault_is_and_what_should_stand_there(play, text, line):
    _status, _printed, complaint = play(text)

    assert complaint.strip() == f"arende.toml: {line}"


def test_a_misspelt_key_is_named_before_the_one_that_is_missing_for_it(play):
    _status, _printed, complaint = play(CaseText().memo(to="KSAU", propsal=["Planen antas."]))

    assert complaint.strip() == "arende.toml: step 1 (memo): “propsal” is an unknown key"


@pytest.mark.parametrize(
    "name", [".", "saknas.md", "tom.md", "bilder.md", "/proc/self/mem"], ids=repr
)
def test_a_document_that_cannot_be_read_is_found_before_anything_is_written(play, tmp_path, name):
    (tmp_path / "tom.md").write_bytes(b"")
    (tmp_path / "bilder.md").write_bytes(bytes(range(256)))

    status, _printed, complaint = play(HEAD.replace(TEXT, f'document = "{name}"\n'))

    assert status == 2
    assert "document" in complaint
    assert len(complaint.strip().splitlines()) == 1
    assert not Organisation.objects.filter(code="BUN").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [(HEAD.encode("latin-1"), "UTF-8"), (b"#" * (20 * 10**6 + 1), "20 MB")],
    ids=["not UTF-8", "too large"],
)
def test_a_file_that_is_no_text_of_ours_gets_one_line(tmp_path, content, words):
    path = tmp_path / "arende.toml"
    path.write_bytes(content)

    status, _printed, complaint = played(path)

    assert status == 2
    assert words in complaint
    assert len(complaint.strip().splitlines()) == 1


def test_a_folder_is_no_case_file(tmp_path):
    status, _printed, complaint = played(tmp_path)

    assert status == 2
    assert len(complaint.strip().splitlines()) == 1


def test_a_file_as_windows_saves_it_is_played(kommun, tmp_path):
    path = tmp_path / "arende.toml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())

    status, _printed, complaint = played(path)

    assert (status, complaint) == (0, "")


TOO_LONG = "9" * 4500


@pytest.mark.parametrize("number", [TOO_LONG, "-" + TOO_LONG, "1_" * 4500 + "1", "0x" + "f" * 4500])
@pytest.mark.parametrize(
    "put",
    [
        lambda number: f"on = {number}\n{HEAD}",
        lambda number: case_with(f"valid = [2026, {number}]"),
        lambda number: case_with(f"decided_by = {number}"),
        lambda number: case_with(f"valid = [{{on = [{number}]}}]"),
        lambda number: HEAD.replace("members = 15", f"members = {number}"),
        lambda number: f'{HEAD}\n[[step]]\ndo = "memo"\non = {number}\n',
        lambda number: f"{HEAD}\n[[step]]\ndo = {number}\non = 2026-01-20\n",
        lambda number: f'{HEAD}\n[[step]]\ndo = "decide"\non = 2026-01-20\nparagraph = {number}\n',
    ],
    ids=["on", "valid", "decided_by", "nested", "members", "step on", "step do", "paragraph"],
)
def test_a_number_of_thousands_of_digits_gets_one_line(play, put, number):
    status, out, complaint = play(put(number))

    assert status == 2
    assert out == ""
    assert complaint.strip().count("\n") == 0
    assert "fault in Styrdok" not in complaint
    assert len(complaint) < 500
    assert not Case.objects.exists()
