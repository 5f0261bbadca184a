"""The steps of the remiss and of the reworking, for what tells of them."""

from tests.factories.recorded import (  # noqa: F401 - fixtures
    background,
    edited,
    many_answer,
    motive_met,
    queries,
    remiss,
)
