"""Steps of the remiss and of the reworking, and the background as one text."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plandocs.models import PlanPage
from plandocs.vocabulary import AnswerChannel, ChangeKind, MotiveResponse, PointResponse, Stance
from tests.factories import OrganisationFactory
from workflow.background import background_paragraphs
from workflow.models import Motive
from workflow.services.cases import NewPlan
from workflow.services.memos import answer_motive
from workflow.services.remiss import (
    NewAnswer,
    NewPoint,
    NewRound,
    answer_point,
    close_remiss,
    extend_remiss,
    open_remiss,
    receive_answer,
)
from workflow.services.texts import edit_text

LAMPS = "Lampor sätts upp längs alla skolvägar."


class Remiss:
    """A round on the text of a matter. Each method is one step of the record."""

    def __init__(self, matter):
        self.matter = matter
        self.page = None

    def sent(self, *bodies, public=False, closes_on=date(2026, 3, 31), questions=()):
        self.page = open_remiss(
            round=NewRound(closes_on=closes_on, to=bodies, is_public=public, questions=questions),
            case=self.matter.case,
            on=date(2026, 2, 4),
            user=self.matter.handlaggare,
        )
        return self

    def answered(self, body=None, *, stance=Stance.TILLSTYRKER, points=(), on=None, name=""):
        return receive_answer(
            answer=NewAnswer(
                channel=AnswerChannel.REGISTRERAD,
                stance=stance,
                points=[NewPoint(UUID(block) if block else None, text) for block, text in points],
                organisation=body,
                respondent=name,
            ),
            round=self.page,
            received_on=on or date(2026, 3, 10),
            user=self.matter.registrator,
        )

    def extended(self, closes_on=date(2026, 4, 10)):
        extend_remiss(
            round=self.page,
            closes_on=closes_on,
            on=date(2026, 3, 20),
            user=self.matter.handlaggare,
        )
        return self

    def closed(self, on=date(2026, 4, 13)):
        close_remiss(round=self.page, on=on, user=self.matter.handlaggare)
        self.matter.case.refresh_from_db()
        return self

    def met(self, answer, *responses):
        for point, (response, reason) in zip(answer.points.all(), responses, strict=True):
            answer_point(
                point=point,
                response=PointResponse(response),
                reason=reason,
                on=date(2026, 4, 20),
                user=self.matter.handlaggare,
            )
        return self


def about_to_replace_another(matter):
    """A plan is adopted, and a case is opened with one that will take its place."""
    older = PlanPage.objects.get(pk=matter.adopted().case.plan.pk)
    return matter.opened(
        diarienummer="KS 2030/0008",
        plan=NewPlan(title="Trafikplan", kind="plan"),
        replaces=[older],
    )


@pytest.fixture
def remiss(matter):
    """A remiss that has not been sent: the matter starts from where it is reworked."""
    return Remiss(matter)


@pytest.fixture
def edited(matter):
    """Change a phrase of the text, marked."""

    def edit(find, replace, kind=ChangeKind.REDAKTIONELL, on=date(2026, 9, 1)):
        return edit_text(
            case=matter.case, find=find, replace=replace, kind=kind, on=on, user=matter.handlaggare
        )

    return edit


@pytest.fixture
def motive_met(matter):
    """Answer the first motive of the last referral back."""

    def meet(response=MotiveResponse.FOLJS_INTE, reason="Kostnaden beror på anbuden"):
        motive = Motive.objects.filter(decision__case=matter.case, number=1).latest("decision")
        return answer_motive(
            motive=motive,
            response=response,
            reason=reason,
            on=date(2026, 9, 2),
            user=matter.handlaggare,
        )

    return meet


@pytest.fixture
def background(matter):
    """Return the background of a memo to a body as one text, paragraphs on lines of their own."""

    def write(to, on=date(2026, 12, 31)):
        matter.case.refresh_from_db()
        return "\n".join(background_paragraphs(matter.case, to=to, on=on))

    return write


@pytest.fixture
def many_answer():
    """File answers with a point each, every one met."""

    def file(remiss, number):
        for count in range(number):
            body = OrganisationFactory(
                code=f"B{number}-{count}", name=f"Nämnd {number}-{count}", type="namnd"
            )
            answer = remiss.answered(body, stance=Stance.AVSTYRKER, points=[(None, "För dyrt.")])
            remiss.met(answer, ("beaktas_inte", "Det ryms i budgeten."))

    return file


@pytest.fixture
def queries():
    """Count the queries that a call asks."""

    def count(make):
        with CaptureQueriesContext(connection) as asked:
            make()
        return len(asked)

    return count
