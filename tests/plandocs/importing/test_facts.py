"""What a text says of itself as a whole is found where it says so, and nowhere else."""

import pytest

from plandocs.importing import parse_document
from plandocs.importing.identity import find_kind, find_period, municipality
from plandocs.vocabulary import PlanKind


def facts(*paragraphs, title="Vattenplan"):
    text = "\n\n".join([f"# {title}", "## Syfte", *paragraphs, "## Mera", "Ord."])
    return parse_document(text).facts


@pytest.mark.parametrize(
    ("title", "kind", "words"),
    [
        ("Strategi för vatten", PlanKind.STRATEGI, "strategi"),
        ("Vattenstrategin", PlanKind.STRATEGI, "vattenstrategin"),
        ("Regional handlingsplan för vatten", PlanKind.HANDLINGSPLAN, "regional handlingsplan"),
        ("Biblioteksplan 2026", PlanKind.PLAN, "biblioteksplan"),
        ("Policy", PlanKind.POLICY, "policy"),
        ("Vattenpolicyn", PlanKind.POLICY, "vattenpolicyn"),
        ("Riktlinjerna för vatten", PlanKind.RIKTLINJE, "riktlinjerna"),
        ("Riktlinjer för vatten", PlanKind.RIKTLINJE, "riktlinjer"),
        ("Klimatprogram: för Älvsala", PlanKind.PROGRAM, "klimatprogram"),
        ("Reglemente för nämnden", PlanKind.REGLER, "reglemente"),
        ("Vision 2040", PlanKind.VISION, "vision"),
        ("Ny handlingsplan", PlanKind.HANDLINGSPLAN, "handlingsplan"),
        ("Vatten i Älvsala", None, ""),
        ("Planering av vatten", None, ""),
    ],
)
def test_the_kind_of_a_document_is_what_its_title_calls_it(title, kind, words):
    assert find_kind(title) == (kind, words)


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        ("Plan 2026–2030", "", (2026, 2030)),
        ("Plan 2026-2030", "", (2026, 2030)),
        ("Plan 2026 — 2030", "", (2026, 2030)),
        ("Plan", "Planen gäller 2026–2030.", (2026, 2030)),
        ("Plan", "Giltighetsperiod: 2026–2030", (2026, 2030)),
        ("Plan", "2026–2030\n\nText.", (2026, 2030)),
        ("Plan 2030–2026", "", None),
        ("Plan 2026", "Läget år 2026.", None),
        ("Plan", f"{'ord ' * 200}1998–2004", None),
    ],
)
def test_the_years_are_those_of_the_title_or_of_what_says_how_long_it_holds(title, text, period):
    assert find_period(title, text) == period


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Älvsala kommun vill. Älvsala kommuns mål. Österås kommun med.", "Älvsala kommun"),
        ("I Älvsala kommun finns vatten.", "Älvsala kommun"),
        ("Upplands Väsby kommun.", "Upplands Väsby kommun"),
        ("Älvsala stad.", "Älvsala stad"),
        ("Älvsala kommunkoncern.", "Älvsala kommun"),
        ("kommunen och staden", ""),
    ],
)
def test_the_municipality_is_the_one_named_most_often(text, name):
    assert municipality(text) == name


@pytest.mark.parametrize(
    ("paragraph", "field", "value"),
    [
        ("Planen gäller för hela kommunkoncernen.", "scope", "hela kommunkoncernen"),
        ("Den omfattar alla nämnder och bolag enligt lag.", "scope", "alla nämnder och bolag"),
        ("Visionen är ett rent vatten. Nog sagt.", "vision", "ett rent vatten"),
        ("Huvudmålet för planen är att vattnet är rent.", "main_goal", "att vattnet är rent"),
        ("Det övergripande målet med strategin är att vattnet är rent.", "main_goal",
         "att vattnet är rent"),
        ("Planen syftar till rent vatten.", "purpose", "Planen syftar till rent vatten."),
        ("Syftet med planen är rent vatten.", "purpose", "Syftet med planen är rent vatten."),
        ("Att samordna arbetet åligger miljönämnden.", "coordinator", "Miljönämnden"),
        ("Miljöförvaltningen ansvarar för samordning av planen.", "coordinator",
         "Miljöförvaltningen"),
        ("Planen följs upp årligen.", "follow_up", ("Planen följs upp årligen.",)),
        ("Uppföljning av planen sker varje år.", "follow_up",
         ("Uppföljning av planen sker varje år.",)),
        ("Länsstyrelsen i Norra län har yttrat sig.", "authority", "Länsstyrelsen i Norra län"),
        ("Planen är framtagen av kommunen i samverkan med Region Norr.", "partners",
         ("Region Norr",)),
    ],
)  # fmt: skip
def test_a_sentence_that_says_it_is_found(paragraph, field, value):
    assert getattr(facts(paragraph), field) == value


@pytest.mark.parametrize(
    "paragraph",
    [
        "Vatten är allas.",
        "Vi har en vision.",
        "Målet är nått.",
        "Alla följer upp varandra.",
        "Det gäller sjön.",
    ],
)
def test_a_sentence_that_only_resembles_it_says_nothing(paragraph):
    found = facts(paragraph)

    assert (found.vision, found.main_goal, found.purpose, found.scope) == ("", "", "", "")
    assert found.follow_up == ()


def test_a_goal_under_its_own_heading_wins_over_what_is_said_in_passing():
    text = "# Plan\n\n## Inledning\n\nVisionen är ett grönt län. Ja.\n\n## Vision\n\nRent vatten."

    assert parse_document(text).facts.vision == "Rent vatten."


def test_a_sentence_that_never_ends_is_not_searched():
    assert facts(f"Huvudmålet för planen är {'att det är rent ' * 200}.").main_goal == ""
