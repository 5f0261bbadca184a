"""Personal identity numbers in what people write: 3 kap. 10 § lagen (2018:218) (R51)."""

import pytest

from workflow.rules.privacy import holds_personal_number


@pytest.mark.parametrize(
    "number",
    [
        "811218-9876",
        "8112189876",
        "811218 9876",
        "811218+9876",
        "19811218-9876",
        "198112189876",
        "811278-9873",  # a samordningsnummer
    ],
)
def test_a_personal_number_is_seen_however_it_is_written(number):
    assert holds_personal_number(f"Jag heter Astrid ({number}) och bor här.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "KS 2026/0291",
        "811218-9877",  # the sum is wrong
        "811318-9875",  # no such month
        "Ring 0000-12 34 56.",
        "98112189876",
        "2026-11-26",
        "٨١١٢١٨-٩٨٧٦",
    ],
)
def test_other_numbers_are_left_in_peace(text):
    assert not holds_personal_number(text)
