"""The text that was sent: kommunallagen (2017:725) 13 kap. 8 § p. 1 (R2)."""

import pytest

from workflow.errors import RuleViolation
from workflow.rules.integrity import require_same_text

SENT, OTHER = "a" * 64, "b" * 64


@pytest.mark.parametrize(
    ("current", "marked"), [(SENT, False), (SENT, True), (OTHER, True), (SENT.upper(), False)]
)
def test_the_same_text_or_a_marked_change_passes(current, marked):
    require_same_text(sent_sha256=SENT, current_sha256=current, marked=marked)


def test_a_text_changed_without_a_mark_is_refused():
    with pytest.raises(RuleViolation) as violation:
        require_same_text(sent_sha256=SENT, current_sha256=OTHER, marked=False)

    assert violation.value.code == "text_changed"
    assert violation.value.source
