"""A desk with one of everything on it, and what the officials do on their screens."""

from dataclasses import replace
from datetime import date

import pytest

from plandocs.models import PlanRevisionPage, RemissRoundPage, TjansteskrivelsePage
from plandocs.vocabulary import AnswerChannel, Outcome, Stance
from tests.conftest import SOCIALNAMNDEN, member_of
from tests.factories import OrganisationFactory
from tests.factories.situations import Matter
from workflow.models import Motive
from workflow.procedure.minutes import MotiveText
from workflow.rules.votes import Ballot
from workflow.services.cases import NewPlan
from workflow.services.memos import MemoWords, draft_memo
from workflow.services.remiss import NewAnswer, NewPoint, NewRound, open_remiss, receive_answer
from workflow.services.translation import request_translations, write_easy_read

DAY = date(2026, 7, 1)


def one_of_everything(matter: Matter) -> Matter:
    """A text adopted and in translation, another on remiss, a third referred back with a memo."""
    adopted = matter.adopted().case
    translator = member_of("Översättare", "oversattare")
    request_translations(revision=adopted.revision, locales=["en"], on=DAY, user=translator)
    write_easy_read(revision=adopted.revision, on=DAY, user=translator)
    out_with_an_answer(approved(matter, "KS 2026/0102", "Parkplan", paragraph=20))
    back = approved(matter, "KS 2026/0103", "Skogsplan", paragraph=30)
    back.memo(back.ks, date(2026, 5, 4))
    back.decided(back.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=81)
    back.decided(
        back.kf,
        date(2026, 6, 15),
        Outcome.ATERREMISS,
        paragraph=91,
        ballot=Ballot(present=61, in_favour=25, against=36),
        motives=[MotiveText("Kostnaden ska belysas.", 25)],
    )
    draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=back.case,
        to=back.ks,
        on=DAY,
        user=back.handlaggare,
    )
    return back


def approved(matter, number, title, *, paragraph):
    """Open another case, which the committee approves."""
    other = replace(matter).opened(diarienummer=number, plan=NewPlan(title=title, kind="plan"))
    return other.memo(other.ksau, date(2026, 1, 20)).decided(
        other.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=paragraph
    )


def out_with_an_answer(matter):
    """Send the text out, and receive an answer with one point."""
    page = open_remiss(
        round=NewRound(
            closes_on=date(2026, 4, 7),
            to=[OrganisationFactory(**SOCIALNAMNDEN)],
            is_public=True,
            questions=["Vad saknas?"],
        ),
        case=matter.case,
        on=date(2026, 2, 10),
        user=matter.handlaggare,
    )
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.OPPEN,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(None, "Om helheten.")],
            respondent="Astrid",
        ),
        round=page,
        received_on=date(2026, 3, 2),
    )


@pytest.fixture
def desk(case):
    """What addresses can name, where the test starts from ``one_of_everything``."""
    page = RemissRoundPage.objects.get()
    return {
        "case": [case.pk],
        "decision": [case.decisions.last().pk],
        "edition": [PlanRevisionPage.objects.get(adoption__isnull=False).pk],
        "motive": [Motive.objects.get().pk],
        "memo": [TjansteskrivelsePage.objects.get(submission=None).pk],
        "round": [page.pk],
        "asked": [page.recipients.get().pk],
        "answer": [page.answers.get().pk],
        "": [],
    }


@pytest.fixture
def record(client):
    """Check a form, and send it again as it was checked."""

    def sent(url, data, **more):
        checked = client.post(url, {**data, "action": "check"})
        if checked.context is None or not checked.context.get("checked"):
            return checked
        again = {**data, **more, "action": "record", "checked": checked.context["checked"]}
        return client.post(url, again)

    return sent
