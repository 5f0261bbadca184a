"""A case in a given situation, brought there by the same services as in life."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from plandocs.models import Case, Organisation
from plandocs.vocabulary import Outcome
from workflow.procedure.minutes import Minutes, MotiveText
from workflow.rules.votes import Ballot
from workflow.services.appeals import announce
from workflow.services.cases import FirstText, NewCase, NewPlan, open_case
from workflow.services.decisions import record_decision
from workflow.services.memos import MemoWords, draft_memo, send_memo

BODY = [
    {
        "type": "section",
        "id": "11111111-1111-4111-8111-111111111111",
        "value": {
            "number": "",
            "heading": "Bakgrund",
            "content": [
                {
                    "type": "paragraph",
                    "id": "22222222-2222-4222-8222-222222222222",
                    "value": {
                        "text": "<p>Alla ska kunna låna en cykel.<sup>1</sup></p>",
                        "footnotes": [
                            {
                                "type": "item",
                                "id": "22222222-2222-4222-8222-222222222223",
                                "value": {"mark": "1", "text": "Se cykelräkningen."},
                            }
                        ],
                    },
                }
            ],
        },
    },
    {
        "type": "focus_area",
        "id": "33333333-3333-4333-8333-333333333333",
        "value": {
            "number": "1",
            "title": "Trygga vägar",
            "intro": "<p>Den som cyklar ska känna sig trygg.</p>",
            "lead_in": "Kommunen ska:",
            "preconditions": "",
            "measures": [
                {
                    "type": "item",
                    "id": "44444444-4444-4444-8444-444444444444",
                    "value": {
                        "number": "1.1",
                        "title": "Belys gångvägarna",
                        "text": "<p>Lampor sätts upp längs alla skolvägar.</p>",
                        "lead": [
                            {
                                "type": "item",
                                "id": "44444444-4444-4444-8444-444444444445",
                                "value": {"organisation": None, "as_printed": "Tekniska kontoret"},
                            }
                        ],
                        "collaborating": [],
                        "co_responsible": [],
                        "responsible_as_printed": "Tekniska kontoret",
                        "level": "",
                        "indicators": [],
                        "deadline": "2028",
                    },
                }
            ],
        },
    },
]
PARAGRAPH, MEASURE = BODY[0]["value"]["content"][0]["id"], BODY[1]["value"]["measures"][0]["id"]


def taken_from(given, value_class):
    """Make a value of those of the arguments that are its own, which are taken from the rest."""
    names = value_class.__dataclass_fields__.keys() & given.keys()
    return value_class(**{name: given.pop(name) for name in names})


@dataclass
class Matter:
    """A case with the people and bodies that move it. Each method is one step of the record."""

    handlaggare: Any
    registrator: Any
    kf: Organisation
    ks: Organisation
    ksau: Organisation
    case: Case | None = None

    def opened(self, *, decided_by: Organisation | None = None, **kwargs: Any) -> "Matter":
        """Open the case with a short first draft."""
        arguments = {
            "diarienummer": "KS 2026/0101",
            "plan": NewPlan(title="Cykelplan 2026–2030", kind="plan"),
            "decided_by": decided_by or self.kf,
            "on": date(2026, 1, 12),
            "user": self.handlaggare,
            "body": BODY,
            "valid": (2026, 2030),
        }
        given = {**arguments, **kwargs}
        given["text"] = FirstText(blocks=given.pop("body"), valid=given.pop("valid"))
        self.case = open_case(case=taken_from(given, NewCase), **given)
        return self

    def memo(self, to: Organisation, on: date, proposal: str = "Planen antas.") -> "Matter":
        """Send the case up."""
        memo = draft_memo(
            words=MemoWords(proposal=[proposal]),
            case=self.case,
            to=to,
            on=on,
            user=self.handlaggare,
        )
        send_memo(memo=memo, on=on, user=self.handlaggare)
        self.case.refresh_from_db()
        return self

    def decided(self, body: Organisation, on: date, outcome: Outcome, **kwargs: Any) -> "Matter":
        """Record a §."""
        minutes = Minutes(body=body, decided_on=on, outcome=outcome, **kwargs)
        record_decision(case=self.case, minutes=minutes, user=self.registrator)
        self.case.refresh_from_db()
        return self

    def before_committee(self) -> "Matter":
        """Opened and sent to KSAU."""
        return self.opened().memo(self.ksau, date(2026, 1, 20))

    def reworked(self) -> "Matter":
        """KSAU has approved: a remiss may be opened."""
        return self.before_committee().decided(
            self.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=12
        )

    def before_board(self) -> "Matter":
        """Sent to KS."""
        return self.reworked().memo(self.ks, date(2026, 5, 4))

    def before_council(self) -> "Matter":
        """KS has put its proposal."""
        return self.before_board().decided(self.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=80)

    def referred_back(self) -> "Matter":
        """A minority of KF has referred the case back."""
        return self.before_council().decided(
            self.kf,
            date(2026, 6, 15),
            Outcome.ATERREMISS,
            paragraph=90,
            ballot=Ballot(present=61, in_favour=25, against=36),
            motives=[MotiveText("Kostnaden ska belysas.", 25)],
        )

    def adopted(self) -> "Matter":
        """KF has adopted the text."""
        return self.before_council().decided(
            self.kf, date(2026, 6, 15), Outcome.BIFALL, paragraph=90, present=60
        )

    def announced(self) -> "Matter":
        """The adoption has been made known: it may be appealed to the 10th of July."""
        self.adopted()
        announce(
            case=self.case,
            adjusted_on=date(2026, 6, 18),
            announced_on=date(2026, 6, 19),
            user=self.registrator,
        )
        return self


def starts_from(*situations: Callable[[Matter], Matter]) -> pytest.MarkDecorator:
    """Let a test start with its matter in this situation, or in each of these in turn.

    It is brought there once for all tests of a module that start there. ``Matter.adopted`` is
    one; a module may have others of its own.
    """
    names = [situation.__name__ for situation in situations]
    return pytest.mark.parametrize(
        "starting_point",
        situations,
        ids=names if len(names) > 1 else [pytest.HIDDEN_PARAM],
        indirect=True,
    )
