"""The fields that the officials' forms share, and the sum of a form that was checked."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from plandocs.models import Organisation
from workflow.admin.checking import is_as_checked, seal
from workflow.admin.form_fields import (
    CountField,
    DayField,
    LinesField,
    RowField,
    RowsField,
    listed,
    said_none,
)


def refused(field, value):
    with pytest.raises(ValidationError) as refusal:
        field.clean(value)
    [sentence] = refusal.value.messages
    return sentence


def test_lines_are_read_as_a_list_without_the_empty_ones():
    assert LinesField().clean("Planen antas. \n\n  Nämnden får i uppdrag att följa den.\n") == [
        "Planen antas.",
        "Nämnden får i uppdrag att följa den.",
    ]


def test_a_character_that_no_database_keeps_is_refused_in_lines_too():
    with pytest.raises(ValidationError):
        LinesField().clean("Planen antas.\nAnd\x00ra raden")


@pytest.mark.parametrize("words", ["ett\r\ntvå", "ett\rtvå", "ett\u2028två", "\nett\n\n\ntvå\n "])
def test_a_line_ends_however_the_browser_or_the_minutes_end_it(words):
    assert LinesField().clean(words) == ["ett", "två"]


def test_a_line_too_long_is_told_by_how_it_begins_and_how_long_it_may_be():
    field = LinesField(longest=50)

    assert field.clean("x" * 50) == ["x" * 50]
    assert refused(field, "kort\n" + "y" * 51) == (
        f"”{'y' * 40} …” är för långt: en rad rymmer högst 50 tecken."
    )


@pytest.mark.parametrize("value", [None, "", "  \n\n "])
def test_lines_that_are_asked_for_are_missed_and_others_are_an_empty_list(value):
    assert LinesField().clean(value) == []
    with pytest.raises(ValidationError):
        LinesField(required=True).clean(value)


def test_a_list_is_shown_as_the_lines_it_was_read_from():
    assert LinesField().prepare_value(["ett", "två"]) == "ett\ntvå"
    assert LinesField().prepare_value("som skrivet") == "som skrivet"


@pytest.mark.parametrize("word", ["inga", "Inga.", "INGET", "ingen", "none", "-", "–"])
def test_a_word_says_that_there_are_none(word):
    assert said_none([word])
    assert listed([word]) == []


@pytest.mark.parametrize("lines", [[], ["Inga", "Anna Ek (S)"], ["Inga Ek (S)"]])
def test_nothing_and_a_person_called_inga_say_no_such_thing(lines):
    assert not said_none(lines)
    assert listed(lines) == lines


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("", "Skriv dagen, till exempel 2026-05-29."),
        (None, "Skriv dagen, till exempel 2026-05-29."),
        ("i går", "Skriv dagen som år-månad-dag, till exempel 2026-05-29."),
        ("2026-13-01", "Skriv dagen som år-månad-dag, till exempel 2026-05-29."),
        ("0001-01-01", "Året kan inte stämma. Kontrollera det."),
        ("9999-12-31", "Året kan inte stämma. Kontrollera det."),
    ],
)
def test_a_day_that_is_none_is_told_with_an_example(value, sentence):
    assert refused(DayField(), value) == sentence


def test_a_day_is_read_as_it_is_written_in_sweden():
    assert DayField().clean(" 2026-05-29 ") == date(2026, 5, 29)


@pytest.mark.parametrize("value", ["-1", "2001", "1.5", "x", "9" * 5000])
def test_a_number_of_persons_is_neither_negative_nor_larger_than_any_assembly(value):
    assert refused(CountField(), value)


@pytest.mark.parametrize(("value", "number"), [("", None), ("0", 0), (" 61 ", 61), ("2000", 2000)])
def test_a_number_of_persons_may_be_left_out(value, number):
    assert CountField().clean(value) == number


@pytest.mark.parametrize("key", ["x", "-1", "0", "9" * 18, "9" * 19, "9" * 23, "1.0"])
def test_a_row_that_there_is_not_is_no_choice(key, db):
    rows = Organisation.objects.all()

    assert refused(RowField(queryset=rows), key)
    assert refused(RowsField(queryset=rows), [key])


def test_rows_may_be_none_at_all_where_they_are_not_asked_for(db):
    assert not RowsField(queryset=Organisation.objects.all(), required=False).clean([])
    assert RowField(queryset=Organisation.objects.all(), required=False).clean("") is None


CHECKED = "present=60&paragraph=90&sent_to=KS&sent_to=KF"


@pytest.mark.parametrize(
    "again",
    [
        "sent_to=KS&sent_to=KF&paragraph=90&present=60",
        f"{CHECKED}&note=Skäl&despite=quorum_missing",
        f"{CHECKED}&csrfmiddlewaretoken=ny&form_key=ny&action=record",
        "present=+60+&paragraph=90&sent_to=KS&sent_to=KF",
    ],
)
def test_a_form_reads_as_when_it_was_checked_in_whatever_order_and_with_a_reason(again):
    assert seal(QueryDict(again)) == seal(QueryDict(CHECKED))


@pytest.mark.parametrize(
    "again",
    [
        CHECKED.replace("60", "61"),
        CHECKED.replace("&sent_to=KF", ""),
        "present=60&paragraph=90&sent_to=KF&sent_to=KS",
        f"{CHECKED}&jav=Anna",
    ],
)
def test_a_form_with_anything_else_in_it_has_not_been_checked(again):
    data = QueryDict(f"{again}&action=record&checked={seal(QueryDict(CHECKED))}")

    assert not is_as_checked(data)


@pytest.mark.parametrize("action", ["check", "live", "", "RECORD"])
def test_a_form_is_recorded_by_the_button_that_records_alone(action):
    sealed = f"{CHECKED}&checked={seal(QueryDict(CHECKED))}"

    assert is_as_checked(QueryDict(f"{sealed}&action=record"))
    assert not is_as_checked(QueryDict(f"{sealed}&action={action}"))
