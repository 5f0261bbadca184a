from dataclasses import replace
from datetime import date

import pytest

from plandocs.outputs.letters import (
    AnsweredMotive,
    CarriedMotive,
    Dagboksblad,
    Deviation,
    DiaryRow,
    Direction,
    Letterhead,
    MemoLetter,
    MinutesExtract,
    Official,
    Statement,
    TextChange,
    Vote,
)
from plandocs.vocabulary import ChangeKind, MotiveResponse

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56">'
    b'<path d="M2 2h44v28c0 14-12 20-22 24C14 50 2 44 2 30z" fill="#1d4f5c"/></svg>'
)


@pytest.fixture
def letterhead():
    return Letterhead(
        municipality="Sundåsa kommun",
        department="Kommunledningskontoret",
        address="Rådhustorget 1\n123 45 Sundåsa",
        email="kommun@sundasa.example",
        phone="0123-45 60 00",
        website="www.sundasa.example",
        organisation_number="212000-0000",
        logo=SVG,
    )


@pytest.fixture
def memo(letterhead):
    return MemoLetter(
        letterhead=letterhead,
        to_body="Kommunfullmäktige",
        title="Strategi för ett levande stadsliv 2022–2026",
        diarienummer="KS 2022/0037",
        date=date(2023, 1, 23),
        handlaggare=Official("Maja Lindqvist", "Strateg"),
        proposal=(
            "Kommunfullmäktige antar strategin.",
            "Kommunfullmäktige upphäver Stadslivsplan 2017.",
        ),
        summary=("Strategin gör centrum levande alla tider på dygnet.",),
        background=(
            "Arbetsutskottet skickade förslaget på remiss den 1 mars 2022, § 41.",
            "Kommunfullmäktige återremitterade ärendet den 19 december 2022.",
        ),
        motives=(
            AnsweredMotive(
                text="Belysningen blir ett eget fokusområde.",
                asked_by="25 ledamöter",
                response=MotiveResponse.FOLJS_INTE,
                reason="Belysningen har redan fyra insatser.",
            ),
        ),
        changes=(
            TextChange("Avsnitt 4", "vid behov", "varje år", ChangeKind.I_SAK),
            TextChange("Avsnitt 5", "", "En ordlista", ChangeKind.REDAKTIONELL),
        ),
        assessment=("Förslaget ryms i budgeten.",),
        attachments=("Förslag till strategi",),
        sent_to=("Samtliga nämnder",),
    )


@pytest.fixture
def extract(letterhead):
    return MinutesExtract(
        letterhead=letterhead,
        body="Kommunfullmäktige",
        meeting_date=date(2022, 12, 19),
        paragraph="203",
        title="Strategi för ett levande stadsliv 2022–2026",
        diarienummer="KS 2022/0037",
        issued_on=date(2023, 1, 3),
        outcome="Kommunfullmäktige återremitterar ärendet.",
        basis="25 av 61 närvarande begärde det.",
        yrkanden=(Statement("Anna Ek (S)", "yrkar återremiss."),),
        proposition_order=("Ordföranden prövar först återremissen.",),
        votes=(
            Vote("Ärendet avgörs i dag", "Ärendet återremitteras", 36, 25),
            Vote("Bifall", "Avslag", 30, 30, abstained=1, casting_vote="Ordföranden avgör."),
        ),
        motives=(
            CarriedMotive("Belysningen blir ett eget fokusområde.", 25),
            CarriedMotive("En konsult anlitas.", 3, carried=False),
        ),
        reservations=(Statement("Per Alm (M)", "till förmån för eget yrkande."),),
        jav=(Statement("Lisa Brandt (S)", "deltog inte."),),
        present=61,
        members=61,
        immediately_adjusted=True,
        deviations=(Deviation("Motiv utan stöd", "Protokollet är justerat så."),),
        correction="Rättar § 202.",
        sent_to=("Kommunstyrelsen",),
        certified_by=Official("Eva Strand", "Kommunsekreterare"),
    )


@pytest.fixture
def sheet(letterhead):
    return Dagboksblad(
        letterhead=letterhead,
        diarienummer="KS 2022/0037",
        title="Strategi för ett levande stadsliv 2022–2026",
        opened_on=date(2022, 2, 15),
        handlaggare=Official("Maja Lindqvist"),
        rows=tuple(
            DiaryRow(number, date(2022, 3, number), direction, "Socialnämnden", "Remissvar")
            for number, direction in enumerate([*Direction] * 10, start=1)
        ),
        printed_on=date(2023, 3, 28),
    )


@pytest.fixture(params=["memo", "extract", "sheet"])
def letter(request):
    return request.getfixturevalue(request.param)


HOSTILE = [
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd")',
    "#panic()",
    "$ a^2 / b $",
    "\\u{41} \\ #h(1cm)",
    "`kod` ```rå```",
    "*fet* _kursiv_ <etikett> @referens = Rubrik",
    "// kommentar /* mer */ ] } )",
    '"; sys.exit() #{',
    "{{ mall }} %(namn)s {0}",
    "<w:p/> & ]]> &amp;",
]


@pytest.fixture(params=HOSTILE)
def hostile_text(request):
    return request.param


@pytest.fixture
def hostile_memo(memo, hostile_text):
    return replace(
        memo,
        title=hostile_text,
        to_body=hostile_text,
        proposal=(hostile_text, hostile_text),
        background=(hostile_text,),
        motives=(replace(memo.motives[0], text=hostile_text, reason=hostile_text),),
        attachments=(hostile_text,),
        letterhead=Letterhead(hostile_text, address=hostile_text),
    )
