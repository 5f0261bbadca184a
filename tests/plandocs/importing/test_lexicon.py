"""The words of municipal organisation: which name one unit, which a group, and of what kind."""

import pytest

from plandocs.importing.lexicon import guess_type, head_of, indefinite, is_unit, unit_words
from plandocs.vocabulary import OrganisationType


@pytest.mark.parametrize(
    "word",
    [
        "socialnämnden", "Socialnämnd", "kommunledningskontoret", "räddningsförbundet",
        "arbetsutskottet", "förvaltningarna", "nämnderna", "”polismyndigheten”", "omsorgssektorn",
        "ungdomsrådet",
    ],
)  # fmt: skip
def test_a_word_that_ends_as_units_do_names_one(word):
    assert is_unit(word)


@pytest.mark.parametrize("word", ["skolan", "vatten", "samverkan", "AB", ""])
def test_any_other_word_names_none(word):
    assert not is_unit(word)


@pytest.mark.parametrize(
    ("definite", "expected"),
    [
        ("Socialnämnden", "socialnämnd"),
        ("Kommunstyrelsen", "kommunstyrelse"),
        ("Kansliet", "kansli"),
        ("Rådet", "råd"),
        ("Vattenhem", "vattenhem"),
    ],
)
def test_the_ending_of_a_unit_is_taken_off(definite, expected):
    assert indefinite(definite) == expected


def test_units_are_known_beforehand_in_every_form():
    assert {"miljönämnd", "miljönämnden", "miljönämndens", "miljönämnder"} <= unit_words()
    assert "barnomsorgsförvaltningarna" in unit_words()
    assert all(head_of(word) for word in unit_words() if not word.endswith(("s", "r", "na")))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Polisen", OrganisationType.MYNDIGHET),
        ("Trafikverket", OrganisationType.MYNDIGHET),
        ("Regionfullmäktige", OrganisationType.FULLMAKTIGE),
        ("Regionstyrelsen", OrganisationType.STYRELSE),
        ("Region Norr", OrganisationType.REGION),
        ("Valberedningen", OrganisationType.BEREDNING),
        ("Räddningstjänstförbundet Norr", OrganisationType.KOMMUNALFORBUND),
        ("Pensionärsrådet", OrganisationType.RAD),
        ("Stadskansliet", OrganisationType.FORVALTNING),
        ("Vattenbolaget", OrganisationType.BOLAG),
        ("Älvsala Bostäder", OrganisationType.BOLAG),
        ("Kvinnojouren", OrganisationType.FORENING),
        ("Fiskeföreningen", OrganisationType.FORENING),
        ("skolor", OrganisationType.ANNAN),
        ("Rektor", OrganisationType.ANNAN),
    ],
)
def test_what_a_body_is_shows_in_its_name(name, kind):
    assert guess_type(name) is kind
