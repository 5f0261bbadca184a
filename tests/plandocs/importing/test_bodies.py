"""Each body has one name, however it is spelt, and is never split where its name holds an "och"."""

import pytest

from plandocs.importing.bodies.misread import letters_apart
from plandocs.importing.bodies.names import BodyNames
from plandocs.importing.responsibility import Responsibility, read_responsibility, split_bodies
from plandocs.vocabulary import OrganisationType


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Socialnämnden", ["Socialnämnden"]),
        ("Socialnämnden och Almhem", ["Socialnämnden", "Almhem"]),
        ("Kultur- och fritidsnämnden", ["Kultur- och fritidsnämnden"]),
        ("KS/KF", ["KS", "KF"]),
        ("Region Norr samt civilsamhället", ["Region Norr", "civilsamhället"]),
        ("alla nämnder och civilsamhället", ["alla nämnder och civilsamhället"]),
        ("Kultur och fritidsnämnden", ["Kultur och fritidsnämnden"]),
        ("Barn-, kultur- och skolnämnden", ["Barn-, kultur- och skolnämnden"]),
        (
            "Barn- och utbildningsförvaltningen samt vård- och omsorgsförvaltningen",
            ["Barn- och utbildningsförvaltningen", "vård- och omsorgsförvaltningen"],
        ),
        ("alla förvaltningar och bolag", ["alla förvaltningar och bolag"]),
        ("alla nämnder, bolag och förbund", ["alla nämnder, bolag och förbund"]),
        ("alla skolor och Socialnämnden", ["alla skolor", "Socialnämnden"]),
        (
            "socialförvaltningen och verksamheter som möter barn och unga",
            ["socialförvaltningen", "verksamheter som möter barn och unga"],
        ),
        ("Avdelningen för kultur och fritid", ["Avdelningen för kultur och fritid"]),
        ("polisen och civilsamhället", ["polisen", "civilsamhället"]),
        ("nätverket ”Hem, skola och vatten”", ["nätverket ”Hem, skola och vatten”"]),
        ("Socialkontoret/Skolkontoret", ["Socialkontoret", "Skolkontoret"]),
        ("Kommunstyrelsen.", ["Kommunstyrelsen"]),
        ("", []),
    ],
)
def test_an_enumeration_is_split_between_bodies_only(printed, expected):
    assert list(split_bodies(printed)) == expected


@pytest.mark.parametrize(
    "partners",
    ["i samverkan med", "i samarbete med", "tillsammans med", ", i dialog med", "med stöd av"],
)
def test_those_after_in_collaboration_with_collaborate(partners):
    read = read_responsibility(f"Miljönämnden {partners} polisen och Almhem")

    assert read == Responsibility(lead=("Miljönämnden",), collaborating=("polisen", "Almhem"))


def test_those_after_medansvarig_are_co_responsible():
    read = read_responsibility("Miljönämnden. Medansvarig: Skolnämnden")

    assert read == Responsibility(lead=("Miljönämnden",), co_responsible=("Skolnämnden",))


def test_a_shared_responsibility_is_everybodys():
    read = read_responsibility("Gemensamt för alla skolor som har bad och Skolnämnden")

    assert read.lead == ("alla skolor som har bad", "Skolnämnden")


def test_a_name_in_the_register_is_never_split():
    names = BodyNames(register={"Vatten och Avlopp AB": "Älvsala Vatten och Avlopp AB"})

    bodies = list(split_bodies("Vatten och Avlopp AB och Skolnämnden", names.known))

    assert bodies == ["Vatten och Avlopp AB", "Skolnämnden"]
    assert names.name(bodies[0]) == "Älvsala Vatten och Avlopp AB"


@pytest.mark.parametrize(
    "spellings",
    [
        ["Österås kommunaldelsförvaltning", "Österås kommunfelsförvaltning"],
        ["Østerås kommunaldelsförvaltning"],
        ["Österås kommunalförvaltning"],
        ["Österås kommunalförvaltning", "Österås kommunfelsförvaltning"],
    ],
)
def test_misread_spellings_are_one_body_even_without_a_register(spellings):
    names = BodyNames(spellings)

    assert [body.name for body in names.bodies()] == ["Österås kommundelsförvaltning"]
    assert names.bodies()[0].spellings == tuple(spellings)


@pytest.mark.parametrize(
    "pair",
    [
        ("Bildningsförvaltningen", "Utbildningsförvaltningen"),
        ("Kommunförvaltningen", "Södra kommundelsförvaltningen"),
        ("Norra kommundelsförvaltningen", "Södra kommundelsförvaltningen"),
        ("Socialnämnden", "Socialförvaltningen"),
        ("Utbildningsnämnden", "Barn- och utbildningsnämnden"),
    ],
)
def test_bodies_that_are_really_two_stay_two(pair):
    assert {body.name for body in BodyNames(pair).bodies()} == set(pair)


def test_capitals_make_no_difference_and_the_usual_spelling_wins():
    printed = ["Norra gymnasieförbundet", *["Norra Gymnasieförbundet"] * 2, "socialförvaltningen"]

    names = BodyNames(printed)

    assert names.name("Norra gymnasieförbundet") == "Norra Gymnasieförbundet"
    assert names.name("socialförvaltningen") == "Socialförvaltningen"


def test_the_register_wins_over_every_guess():
    register = {"SOC": "Nämnden för omsorg", "Österås stadsdel": "Österås kommundelsförvaltning"}

    names = BodyNames(["soc", "Österås kommunfelsförvaltning"], register)

    assert [body.name for body in names.bodies()] == [
        "Nämnden för omsorg",
        "Österås kommundelsförvaltning",
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Socialförvaltningen", OrganisationType.FORVALTNING),
        ("Kommunledningskontoret", OrganisationType.FORVALTNING),
        ("Norra Gymnasieförbundet", OrganisationType.KOMMUNALFORBUND),
        ("Almhem", OrganisationType.BOLAG),
        ("Älvsala Energi AB", OrganisationType.BOLAG),
        ("Kultur- och fritidsnämnden", OrganisationType.NAMND),
        ("Kommunstyrelsen", OrganisationType.STYRELSE),
        ("Kommunstyrelsens arbetsutskott", OrganisationType.UTSKOTT),
        ("Länsstyrelsen", OrganisationType.MYNDIGHET),
        ("alla nämnder", OrganisationType.ANNAN),
        ("Samordnaren", OrganisationType.ANNAN),
    ],
)
def test_the_type_of_a_body_is_guessed_from_its_name(name, kind):
    (body,) = BodyNames([name]).bodies()

    assert body.type is kind


def test_a_group_keeps_a_small_letter_and_is_a_collective():
    (body,) = BodyNames(["Alla förvaltningar och bolag"]).bodies()

    assert body.name == "alla förvaltningar och bolag"
    assert body.is_collective


@pytest.mark.parametrize(
    ("one", "other", "distance"), [("", "ab", 2), ("dels", "fels", 1), ("al", "dels", 3)]
)
def test_letters_apart_counts_single_changes(one, other, distance):
    assert letters_apart(one, other) == distance
