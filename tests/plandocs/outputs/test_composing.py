from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from plandocs.outputs.composing import compose
from plandocs.outputs.document import (
    Bullets,
    Heading,
    Notice,
    Paragraph,
    Resolution,
    SignOff,
    Table,
    Tone,
)
from plandocs.outputs.letters import CarriedMotive, Deviation, DiaryRow, Direction
from plandocs.vocabulary import ChangeKind, MotiveResponse


def blocks(letter, kind):
    return [block for block in compose(letter).blocks if isinstance(block, kind)]


def shown(table):
    return [[" / ".join(line.text for line in cell) for cell in row] for row in table.rows]


def test_a_letter_is_worded_alike_whatever_language_the_asker_reads(letter):
    with translation.override("sv"):
        swedish = compose(letter)
    with translation.override("en"):
        english = compose(letter)

    assert swedish == english


def test_the_asker_keeps_their_language_after_a_letter_was_made(memo):
    with translation.override("en"):
        compose(memo)

        assert translation.get_language() == "en"


def test_days_are_written_as_swedish_writes_them(memo):
    facts = {fact.value for fact in compose(memo).facts}

    assert "23 januari 2023" in facts


def test_a_lead_in_stands_before_the_att_satser(memo):
    asked = replace(
        memo, proposal_lead_in="Kommunfullmäktige beslutar", proposal=("att anta strategin",)
    )

    assert blocks(asked, Resolution) == [
        Resolution(("att anta strategin",), lead_in="Kommunfullmäktige beslutar")
    ]


def test_the_official_signs_before_the_attachments(memo):
    kinds = [type(block) for block in compose(memo).blocks]

    assert kinds.index(SignOff) < kinds.index(Bullets)


def test_every_answer_to_a_motive_has_its_own_word(memo):
    answered = replace(
        memo,
        motives=tuple(replace(memo.motives[0], response=response) for response in MotiveResponse),
    )

    labels = [row[1][0].text for row in blocks(answered, Table)[0].rows]

    assert len(set(labels)) == len(MotiveResponse)


def test_a_motive_without_an_answer_says_so(memo):
    waiting = replace(memo, motives=(replace(memo.motives[0], response=None, reason=""),))

    ((_motive, answer),) = blocks(waiting, Table)[0].rows

    assert len(answer) == 1
    assert answer[0].tone is Tone.QUIET
    assert answer[0].text


def test_an_added_and_a_removed_text_are_told_apart(memo):
    added, removed = (
        replace(memo.changes[0], before="", kind=ChangeKind.I_SAK),
        replace(memo.changes[0], after="", kind=ChangeKind.REDAKTIONELL),
    )

    first, second = blocks(replace(memo, changes=(added, removed)), Table)[1].rows

    assert first[1][0].tone is Tone.QUIET
    assert second[2][0].tone is Tone.QUIET
    assert first[1][0].text != second[2][0].text
    assert first[3] != second[3]


def test_a_correction_stands_before_the_decision_and_a_deviation_after_it(extract):
    kinds = [type(b) for b in compose(extract).blocks if isinstance(b, Notice | Resolution)]

    assert kinds == [Notice, Resolution, Notice]


def test_deviations_with_one_reason_stand_in_one_frame(extract):
    letter = replace(
        extract,
        correction="",
        deviations=(Deviation("Första regeln.", "Skälet."), Deviation("Andra regeln.", "Skälet.")),
    )

    (notice,) = blocks(letter, Notice)

    assert notice.title == "Avvikelser som antecknats"
    assert notice.paragraphs == ("Första regeln.", "Andra regeln.", "Skälet.")


def test_a_count_without_a_question_stands_under_the_vote(extract):
    letter = replace(extract, votes=(), counted=("Omröstning hölls.",))

    assert Heading("Omröstning") in compose(letter).blocks


def test_a_small_table_stays_on_one_page(extract, sheet):
    assert all(table.is_small for table in blocks(extract, Table))
    assert not any(table.is_small for table in blocks(replace(sheet, rows=sheet.rows * 5), Table))


def test_the_outcome_leads_in_the_att_satser_when_there_are_any(extract):
    decided = replace(
        extract, outcome="Kommunfullmäktige beslutar", decision=("att anta strategin", "att …")
    )

    (resolution,) = blocks(decided, Resolution)

    assert resolution.lead_in == "Kommunfullmäktige beslutar"
    assert resolution.items == ("att anta strategin", "att …")


def test_a_vote_shows_what_ja_and_nej_stood_for_and_no_empty_rows(extract):
    _motives, first, second = (shown(table) for table in blocks(extract, Table))

    assert [row[1:] for row in first] == [
        ["Ärendet avgörs i dag", "36"],
        ["Ärendet återremitteras", "25"],
    ]
    assert [row[2] for row in second] == ["30", "30", "1"]


def test_the_members_are_named_side_by_side_with_what_they_voted(extract):
    names = {"yes_names": ("Anna Ek (S)", "Bo Al (M)"), "no_names": ("Berg, Cilla (V)", "Dan L")}
    named = replace(extract, votes=(replace(extract.votes[0], **names),))

    lists = [block for block in blocks(named, Bullets) if block.items[0].lead == "Ja:"]

    assert [[(item.lead, item.text) for item in block.items] for block in lists] == [
        [("Ja:", "Anna Ek (S), Bo Al (M)"), ("Nej:", "Berg, Cilla (V); Dan L")]
    ]


def test_a_closed_vote_is_said_to_be_closed_and_an_open_one_without_names_says_nothing(extract):
    closed = replace(extract, votes=(replace(extract.votes[0], is_closed=True),))

    said = {block.text for block in blocks(closed, Paragraph)}

    assert said - {block.text for block in blocks(extract, Paragraph)} == {
        "Omröstningen var sluten."
    }


def test_a_single_vote_needs_no_number_of_its_own(extract):
    single = replace(extract, votes=extract.votes[:1])

    assert [block.level for block in blocks(single, Heading) if block.level == 3] == []
    assert [block.level for block in blocks(extract, Heading) if block.level == 3] == [3, 3]


@pytest.mark.parametrize(("supporters", "expected"), [(25, "25"), (1, "1"), (0, "0")])
def test_supporters_of_a_motive_are_counted_in_words_for_people(extract, supporters, expected):
    motive = replace(extract.motives[0], supporters=supporters)

    ((_text, support),) = blocks(replace(extract, motives=(motive,)), Table)[0].rows

    assert support[0].text.startswith(f"{expected} ")


def test_motives_without_known_supporters_are_a_list_and_not_a_table_of_gaps(extract):
    letter = replace(extract, votes=(), motives=(CarriedMotive("Kostnaden ska belysas."),))

    assert blocks(letter, Table) == []
    assert Heading("Motiv till återremissen") in compose(letter).blocks


def test_nothing_is_said_of_what_is_not_known(extract):
    bare = replace(
        extract,
        yrkanden=(),
        proposition_order=(),
        votes=(),
        motives=(),
        reservations=(),
        jav=(),
        present=None,
        members=None,
        immediately_adjusted=False,
        deviations=(),
        correction="",
        sent_to=(),
        certified_by=None,
    )

    assert len(blocks(bare, Heading)) == 1
    assert blocks(bare, Notice | Table | SignOff) == []


def test_the_sheet_tells_in_out_and_made_apart(sheet):
    rows = shown(blocks(sheet, Table)[0])

    assert len({row[2] for row in rows}) == len(Direction)
    assert rows[0][:2] == ["1", "2022-03-01"]


def test_a_document_made_here_has_a_dash_for_its_party(sheet):
    made = DiaryRow(1, date(2022, 3, 1), Direction.MADE, "", "Tjänsteskrivelse")

    ((_number, _date, _direction, party, _concerns),) = shown(
        blocks(replace(sheet, rows=(made,)), Table)[0]
    )

    assert party == "–"


def test_an_empty_sheet_says_that_nothing_is_registered(sheet):
    empty = replace(sheet, rows=())

    assert blocks(empty, Table) == []
    assert len(compose(empty).blocks) == 3
