"""Diarienummer: OSL (2009:400) 5 kap. 1–2 §§; the formats of R50."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import RuleViolation
from workflow.rules.diarienummer import Diarienummer

NUMBERS = st.builds(
    Diarienummer,
    series=st.text("ABCKNSÅÄÖ", min_size=1, max_size=6),
    year=st.integers(1900, 2099),
    number=st.integers(1, 999_999) | st.integers(1900, 2099) | st.integers(1, 99),
)

SPELLINGS = [
    "{series} {year}/{number:05d}",
    "{series}/{year}:{number:05d}",
    "{series}-{year}-{number:05d}",
    "{series}.{year}.{number:05d}",
    "{series} {number:05d}/{year}",
    "{year}/{series} {number:05d}",
]


def spelt(spelling, of):
    """The number as a municipality might print it, its last part unlike a year."""
    return spelling.format(series=of.series, year=of.year, number=of.number)


@pytest.mark.parametrize(
    ("printed", "key", "document", "code"),
    [
        ("KS 2022/0037", "KS/2022/37", "", ""),
        ("KS 2018/14", "KS/2018/14", "", ""),
        ("KS 2017/00064 nr 79279", "KS/2017/64", "79279", ""),
        ("KSKF/2013:43", "KSKF/2013/43", "", ""),
        ("KS/2018:443", "KS/2018/443", "", ""),
        ("KSN-2013-0674", "KSN/2013/674", "", ""),
        ("SN 18/0098", "SN/2018/98", "", ""),
        ("Ks 182/2013", "KS/2013/182", "", ""),
        ("2018/KS 0041 001", "KS/2018/41", "", "001"),
        ("Dnr 2017/0438 KS-3 Diariekod: 059", "KS/2017/438", "3", "059"),
        ("KU.2017.3", "KU/2017/3", "", ""),
    ],
)
def test_every_format_found_in_the_wild_is_read(printed, key, document, code):
    diarienummer = Diarienummer.parse(printed)

    assert diarienummer.key == key
    assert (diarienummer.document, diarienummer.code) == (document, code)
    assert diarienummer.printed == printed


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Dnr: KS 2022/0037", "KS/2022/37"),
        ("diarienummer KS 2022/0037", "KS/2022/37"),
        ("  KS\u00a02022/0037\n", "KS/2022/37"),
        ("KSN–2013–0674", "KSN/2013/674"),
        ("ÄN 2020/12", "ÄN/2020/12"),
        ("A\u0308N 2020/12", "ÄN/2020/12"),
        ("KS 18/2013", "KS/2013/18"),  # four digits that can be a year are the year
        ("KS 2018/2013", "KS/2018/2013"),  # but the first such number is
        ("KS 182/13", "KS/2013/182"),
        ("KS 18/13", "KS/2018/13"),  # two and two: the year stands first
        ("SN 98/0098", "SN/1998/98"),
        (
            "KS 2017/00064-12",
            "KS/2017/64",
        ),
    ],
)
def test_what_could_be_read_in_two_ways_is_read_in_one(text, key):
    assert Diarienummer.parse(text).key == key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dnr",
        "KS",
        "2022/0037",
        "KS 2022",
        "KS 0037",
        "KS 123/456",
        "KS 2022/0",
        "KS 2022/-1",
        "KS 2022/37; DROP TABLE",
        "KS 2022/0037 och KS 2022/0038",
        "KS ٢٠٢٢/٣٧",
        "K" * 500 + " 2022/1",
        "KS 2022/" + "1" * 50,
    ],
)
def test_what_is_no_diarienummer_is_refused(text):
    with pytest.raises(RuleViolation) as violation:
        Diarienummer.parse(text)

    assert violation.value.code == "diarienummer_unreadable"
    assert len(violation.value.message) < 400


@given(text=st.text(max_size=100))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    with contextlib.suppress(RuleViolation):
        assert Diarienummer.parse(text).number > 0


@given(diarienummer=NUMBERS, spelling=st.sampled_from(SPELLINGS))
def test_what_is_written_in_any_way_is_read_back_as_the_same_number(diarienummer, spelling):
    assert Diarienummer.parse(spelt(spelling, diarienummer)).key == diarienummer.key


@given(one=NUMBERS, other=NUMBERS, spellings=st.tuples(*[st.sampled_from(SPELLINGS)] * 2))
def test_two_spellings_collide_only_when_they_are_the_same_number(one, other, spellings):
    read = Diarienummer.parse(spelt(spellings[0], one))
    read_other = Diarienummer.parse(spelt(spellings[1], other))

    same = (one.series, one.year, one.number) == (other.series, other.year, other.number)
    assert (read == read_other) is same
    assert (read.key == read_other.key) is same


def test_two_spellings_of_one_number_are_one_case():
    spellings = [
        "KS 2013/0182",
        "Ks 182/2013",
        "KS/2013:182 nr 4",
        "Dnr 2013/182 KS-7",
        "KS 13/182",
    ]

    assert len({Diarienummer.parse(spelling) for spelling in spellings}) == 1


def test_the_same_number_in_another_series_is_another_case():
    assert Diarienummer.parse("KSN 2013/182") != Diarienummer.parse("KS 2013/182")
