"""``import_plan``: JSON without a database, a draft with one, a sentence for bad input."""

import json

import pytest
from django.core.management import CommandError, call_command

from plandocs.models import Case, Organisation
from workflow.errors import RuleViolation
from workflow.management.commands import import_plan


@pytest.fixture
def plan(tmp_path, text):
    path = tmp_path / "strategi.md"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_json_is_printed_without_touching_the_database(plan, capsys):
    call_command("import_plan", plan, "--json")

    structure = json.loads(capsys.readouterr().out)
    assert structure["case_number"] == "KS 2025/0117"
    assert structure["counts"]["measures_per_area"] == [3, 1]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4", "Å".encode("latin-1"), b"\x00" * 100, b"a" * 6_000_000]
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_bad_input_gets_one_sentence_and_writes_nothing(tmp_path, capsys, data, options):
    path = tmp_path / "fil"
    path.write_bytes(data)

    with pytest.raises(CommandError) as refusal:
        call_command("import_plan", str(path), *options)

    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)
    assert refusal.value.returncode == 1
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_on_an_empty_database_the_draft_is_made_in_the_name_of_an_official(plan, capsys):
    call_command("import_plan", plan, "--case", "KS 2026/0009")

    case = Case.objects.get(diarienummer="KS 2026/0009")
    assert Organisation.objects.called("Østerås kommunaldelsförvaltning").name == (
        "Österås kommundelsförvaltning"
    )
    out = capsys.readouterr().out
    assert "KS 2026/0009" in out
    assert "Vattenhem" in out
    assert case.latest_text().latest_revision.user.groups.get().name == "Handläggare"


@pytest.mark.django_db
def test_with_both_options_the_draft_is_made_and_the_structure_printed(plan, capsys):
    call_command("import_plan", plan, "--json", "--case", "KS 2026/0009")

    assert json.loads(capsys.readouterr().out)["seed"] == "strategi.md"
    assert Case.objects.filter(diarienummer="KS 2026/0009").exists()


@pytest.mark.django_db
def test_a_user_whom_nobody_knows_imports_nothing(plan):
    with pytest.raises(CommandError, match="--user"):
        call_command("import_plan", plan, "--user", "ingen")

    assert not Case.objects.exists()


@pytest.mark.django_db
def test_what_a_rule_refuses_is_said_in_its_words(plan, monkeypatch):
    def refuse(**_kwargs):
        raise RuleViolation("Nej, så går det inte.", code="no")

    monkeypatch.setattr(import_plan, "import_draft", refuse)

    with pytest.raises(CommandError, match="Nej, så går det inte"):
        call_command("import_plan", plan)
