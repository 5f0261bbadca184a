"""What lies on the officials' desks: a case at each stage, brought there by the services."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plandocs.models import Case, RemissRoundPage
from plandocs.vocabulary import AnswerChannel, Outcome, Stance
from tests.factories.situations import MEASURE, Matter
from workflow.services.appeals import announce
from workflow.services.memos import MemoWords, draft_memo
from workflow.services.remiss import NewAnswer, NewPoint, NewRound, open_remiss, receive_answer
from workflow.services.translation import request_translations, write_easy_read

TODAY = date(2026, 7, 1)


@dataclass
class Desk:
    """The people and bodies of a ``Matter``, and whoever may do everything."""

    matter: Matter
    chief: Any
    numbers: int = 0

    def _next(self) -> Matter:
        self.numbers += 1
        known = self.matter
        return Matter(known.handlaggare, known.registrator, known.kf, known.ks, known.ksau)

    def drafted(self) -> Case:
        """A case that has only been opened, with a memo begun."""
        matter = self._opened()
        draft_memo(
            words=MemoWords(proposal=["Förslaget skickas på remiss."]),
            case=matter.case,
            to=matter.ksau,
            on=date(2026, 6, 20),
            user=matter.handlaggare,
        )
        return matter.case

    def _opened(self) -> Matter:
        matter = self._next()
        return matter.opened(diarienummer=f"KS 2026/{500 + self.numbers:04}", on=date(2026, 1, 12))

    def reworked(self) -> Case:
        """A case that may be sent out on remiss."""
        case = self._reworked().case
        assert case is not None
        return case

    def _reworked(self) -> Matter:
        matter = self._opened().memo(self.matter.ksau, date(2026, 1, 20))
        return matter.decided(
            matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=10 + self.numbers
        )

    def before_council(self) -> Case:
        """A case on which the board has put its proposal."""
        matter = self._reworked().memo(self.matter.ks, date(2026, 5, 4))
        matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=70 + self.numbers)
        return matter.case

    def adopted(self, *, announced: bool = True) -> Case:
        """A case that has gone all the way, its translations begun."""
        case = self.before_council()
        self.matter.case = case
        self.matter.decided(
            self.matter.kf,
            date(2026, 6, 15),
            Outcome.BIFALL,
            paragraph=90 + self.numbers,
            present=60,
        )
        case.refresh_from_db()
        if announced:
            announce(
                case=case,
                adjusted_on=date(2026, 6, 18),
                announced_on=date(2026, 6, 22),
                user=self.chief,
            )
        begun = {"revision": case.revision, "on": TODAY, "user": self.chief}
        request_translations(locales=["en"], **begun)
        write_easy_read(**begun)
        return case

    def out_on_remiss(self, *asked: Any, closes_on: date = date(2026, 8, 31)) -> RemissRoundPage:
        """A round that is open to everyone, in which one has answered."""
        matter = self._reworked()
        page = open_remiss(
            round=NewRound(
                closes_on=closes_on, to=asked, is_public=True, questions=["Är målen de rätta?"]
            ),
            case=matter.case,
            on=date(2026, 6, 1),
            user=self.chief,
        )
        receive_answer(
            answer=NewAnswer(
                channel=AnswerChannel.OPPEN,
                stance=Stance.SYNPUNKTER,
                points=[
                    NewPoint(MEASURE, "Lamporna bör vara dimbara."),
                    NewPoint(None, "Bra plan."),
                ],
                respondent="Ida Cyklist",
            ),
            round=page,
            received_on=date(2026, 6, 10),
        )
        return page
