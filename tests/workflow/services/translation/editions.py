"""A second edition of the cycling plan, adopted."""

import json
from datetime import date

from plandocs.vocabulary import Outcome
from tests.factories.situations import BODY


def next_edition(matter, changes):
    """Adopt a second edition in which some words are replaced by others."""
    words = json.dumps(BODY, ensure_ascii=False)
    for old, new in changes.items():
        assert old in words
        words = words.replace(old, new)
    plan = matter.case.plan
    matter.opened(
        diarienummer="KS 2027/0044", plan=plan, body=json.loads(words), on=date(2027, 1, 11)
    )
    matter.memo(matter.ksau, date(2027, 1, 18))
    matter.decided(matter.ksau, date(2027, 1, 26), Outcome.BIFALL, paragraph=4)
    matter.memo(matter.ks, date(2027, 2, 1))
    matter.decided(matter.ks, date(2027, 2, 16), Outcome.BIFALL, paragraph=21)
    matter.decided(matter.kf, date(2027, 3, 15), Outcome.BIFALL, paragraph=33, present=60)
    return matter.case.revision
