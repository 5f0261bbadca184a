"""What a registrar fills in for a §."""

import pytest

EMPTY_ROWS = {
    f"{prefix}-{name}": value
    for prefix in ("votes", "motives", "amendments")
    for name, value in {
        "TOTAL_FORMS": "0",
        "INITIAL_FORMS": "0",
        "MIN_NUM_FORMS": "0",
        "MAX_NUM_FORMS": "1000",
    }.items()
}


@pytest.fixture
def minutes(kf):
    """What a registrar fills in for a § in which the council approves."""

    def filled_in(**fields):
        return {
            **EMPTY_ROWS,
            "body": kf.pk,
            "decided_on": "2026-06-15",
            "paragraph": "90",
            "outcome": "bifall",
            "present": "60",
            "yrkanden": "inga",
            "reservations": "inga",
            "without_vote": "on",
            "form_key": "8f14e45f-ceea-467f-9575-9a8b4d6c2f11",
            **fields,
        }

    return filled_in
