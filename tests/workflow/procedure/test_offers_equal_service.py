"""Stage × path × role × step: what is open is taken by the service, and what is not is refused.

One situation per stage and path, each step tried under a savepoint by one of each role, and
refused in the sentence that the procedure gave before. The page of the case shows no other answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from plandocs.importing import parse_document
from plandocs.models import Case, RemissPoint, RemissRoundPage
from plandocs.vocabulary import (
    AnswerChannel,
    AppealOutcome,
    ChangeKind,
    MotiveResponse,
    Outcome,
    PointResponse,
    Stance,
)
from tests.conftest import SOCIALNAMNDEN
from tests.factories import OrganisationFactory, UserFactory
from tests.factories.situations import Matter
from workflow import permissions
from workflow.admin.cases.page.reading import read_folder
from workflow.errors import RuleViolation
from workflow.models import BoardTask, DecisionTask, Motive
from workflow.permissions import ROLES
from workflow.procedure.minutes import Minutes, MotiveText
from workflow.procedure.moment import Moment
from workflow.procedure.next_body import deciding_now, suggested_memo_body
from workflow.procedure.steps import STEPS, answers_for
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.decisions import record_decision
from workflow.services.memos import MemoWords, answer_motive, draft_memo, send_memo
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
from workflow.services.texts import edit_text, import_draft, mark_changes

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 4, 7)
TEXT = "# Cykelplan\n\n## Mål\n\nAlla ska kunna låna en cykel i varje ort.\n"


class NothingToDoItWith(Exception):
    """The step has no object here: no motive to answer, no round to close."""


def the(found):
    if found is None:
        raise NothingToDoItWith
    return found


def open_round(case):
    return RemissRoundPage.objects.filter(opening__case=case, closed_on=None).first()


def write(case, user, on):
    """Save a draft on Wagtail's own screen, which asks the page's tester and its lock."""
    page = case.revision.specific
    page = type(page).objects.get(pk=page.pk)
    lock = page.get_lock()
    permissions.require("edit_text", user)
    if lock and lock.for_user(user):
        raise RuleViolation(lock.get_message(user), code="step_not_possible")
    assert page.permissions_for_user(user).can_edit()


def mark(case, user, on):
    moment = Moment(case, on)
    waiting = moment.changes if moment.unmarked else the(None)
    kinds = {found.change.id: ChangeKind.REDAKTIONELL for found in waiting}
    mark_changes(case=case, kinds=kinds, on=on, user=user)


def draft(case, user, on):
    return draft_memo(
        words=MemoWords(proposal=["Planen antas."]),
        case=case,
        to=suggested_memo_body(case),
        on=on,
        user=user,
    )


def memo(case, user, on):
    send_memo(memo=draft(case, user, on), on=on, user=user)


def decide(case, user, on):
    body = deciding_now(case) or case.decided_by
    minutes = Minutes(
        body=body, decided_on=on, outcome=Outcome.BIFALL, paragraph=190, present=body.members
    )
    record_decision(case=case, minutes=minutes, user=user)


TAKE: dict[str, Callable] = {
    "answer_motive": lambda case, user, on: answer_motive(
        motive=the(Motive.objects.filter(decision__case=case, carried=True, answer=None).first()),
        response=MotiveResponse.FOLJS,
        reason="Se avsnitt 3.",
        on=on,
        user=user,
    ),
    "answer_point": lambda case, user, on: answer_point(
        point=the(
            RemissPoint.objects.filter(answer__round__opening__case=case, bemotande=None).first()
        ),
        response=PointResponse.NOTERAS,
        reason="Se avsnitt 3.",
        on=on,
        user=user,
    ),
    "mark_changes": mark,
    "write": write,
    "import_draft": lambda case, user, on: import_draft(
        document=parse_document(TEXT), diarienummer=case.diarienummer, on=on, user=user
    ),
    "edit_text": lambda case, user, on: edit_text(
        case=case,
        find="Lampor",
        replace="Ljus",
        kind=ChangeKind.REDAKTIONELL,
        on=on,
        user=user,
    ),
    "extend_remiss": lambda case, user, on: extend_remiss(
        round=the(open_round(case)), closes_on=date(2027, 3, 1), on=on, user=user
    ),
    "close_remiss": lambda case, user, on: close_remiss(
        round=the(open_round(case)), on=on, user=user
    ),
    "register_answer": lambda case, user, on: receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.REGISTRERAD,
            stance=Stance.TILLSTYRKER,
            points=[],
            respondent="Byalaget",
        ),
        round=the(RemissRoundPage.objects.filter(opening__case=case).last()),
        received_on=on,
        user=user,
    ),
    "open_remiss": lambda case, user, on: open_remiss(
        round=NewRound(
            closes_on=date(2027, 3, 1), to=[case.decided_by], is_public=False, questions=[]
        ),
        case=case,
        on=on,
        user=user,
    ),
    "draft_memo": draft,
    "send_memo": memo,
    "record_decision": decide,
    "announce": lambda case, user, on: announce(
        case=case, adjusted_on=on, announced_on=on, user=user
    ),
    "confirm_laga_kraft": lambda case, user, on: confirm_laga_kraft(case=case, on=on, user=user),
    "record_appeal": lambda case, user, on: record_appeal(
        case=case, outcome=AppealOutcome.INLAMNAT, on=on, user=user
    ),
}
"""Each step, taken as its screen takes it."""

ELSEWHERE = {
    "draft_memo",  # while a body has the case: from its list of memos
    "extend_remiss",  # on the page of the round
    "register_answer",  # after the round: there too
    "send_memo",
}
"""Steps that are taken on other pages than that of the case."""


# Paths: how a case of each kind gets on


@dataclass(frozen=True)
class Path:
    """Who decides, and what is laid before the case sets out."""

    decided_by: str
    without_committee: bool = False

    def opened(self, matter: Matter) -> Matter:
        namnd = OrganisationFactory(**SOCIALNAMNDEN)
        body = namnd if self.decided_by == "namnd" else getattr(matter, self.decided_by)
        matter.opened(decided_by=body)
        if self.without_committee:
            lay_short_path(matter.case)
        return matter


def lay_short_path(case):
    workflow = Workflow.objects.create(name="Utan arbetsutskott")
    for order, task in enumerate((BoardTask, DecisionTask)):
        WorkflowTask.objects.create(workflow=workflow, task=task.objects.get(), sort_order=order)
    WorkflowPage.objects.create(workflow=workflow, page=case.revision.get_parent())


PATHS = {
    "delivered": Path("kf"),
    "without_utskott": Path("kf", without_committee=True),
    "board_decides": Path("ks"),
    "namnd_decides": Path("namnd"),
}


# Stages: each goes on from the one before it


def drafted(matter, path):
    return path.opened(matter)


def before_committee(matter, path):
    return drafted(matter, path).memo(matter.ksau, date(2026, 1, 20))


def reworked(matter, path):
    return before_committee(matter, path).decided(
        matter.ksau, date(2026, 2, 3), Outcome.BIFALL, paragraph=12
    )


def ready(matter, path):
    """Where the text may be sent out: reworked, or a draft where no committee stands first."""
    return (drafted if path.without_committee else reworked)(matter, path)


def out(matter, path):
    ready(matter, path)
    page = open_remiss(
        round=NewRound(
            closes_on=LAST_DAY,
            to=[OrganisationFactory(code="BN", name="Barnnämnden", type="namnd")],
            is_public=True,
            questions=[],
        ),
        case=matter.case,
        on=date(2026, 2, 10),
        user=matter.handlaggare,
    )
    receive_answer(
        answer=NewAnswer(
            channel=AnswerChannel.REGISTRERAD,
            stance=Stance.SYNPUNKTER,
            points=[NewPoint(None, "Fler lampor.")],
            respondent="Byalaget",
        ),
        round=page,
        received_on=date(2026, 3, 1),
        user=matter.registrator,
    )
    matter.case.refresh_from_db()
    return matter


def answered(matter, path):
    out(matter, path)
    close_remiss(round=open_round(matter.case), on=date(2026, 4, 8), user=matter.handlaggare)
    matter.case.refresh_from_db()
    return matter


def before_board(matter, path):
    return ready(matter, path).memo(matter.ks, date(2026, 5, 4))


def before_deciding_body(matter, path):
    if path.decided_by == "kf":
        before_board(matter, path)
        return matter.decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL, paragraph=80)
    return ready(matter, path).memo(matter.case.decided_by, date(2026, 5, 4))


def referred_back(matter, path):
    before_deciding_body(matter, path)
    body = matter.case.decided_by
    return matter.decided(
        body,
        date(2026, 6, 15),
        Outcome.ATERREMISS,
        paragraph=90,
        present=body.members,
        requested_by=25 if path.decided_by == "kf" else None,
        motives=[MotiveText("Kostnaden ska belysas.")],
    )


def decided(outcome):
    def situation(matter, path):
        before_deciding_body(matter, path)
        body = matter.case.decided_by
        return matter.decided(body, date(2026, 6, 15), outcome, paragraph=90, present=body.members)

    return situation


def announced(matter, path):
    decided(Outcome.BIFALL)(matter, path)
    announce(
        case=matter.case,
        adjusted_on=date(2026, 6, 18),
        announced_on=date(2026, 6, 19),
        user=matter.registrator,
    )
    return matter


SITUATIONS = {
    "draft": (drafted, date(2026, 1, 15)),
    "before_committee": (before_committee, date(2026, 2, 2)),
    "reworked": (reworked, date(2026, 2, 4)),
    "out": (out, date(2026, 3, 2)),
    "out_too_long": (out, date(2026, 4, 8)),
    "answered": (answered, date(2026, 4, 9)),
    "before_board": (before_board, date(2026, 5, 18)),
    "before_deciding_body": (before_deciding_body, date(2026, 6, 14)),
    "referred_back": (referred_back, date(2026, 6, 16)),
    "adopted": (decided(Outcome.BIFALL), date(2026, 6, 16)),
    "rejected": (decided(Outcome.AVSLAG), date(2026, 6, 16)),
    "tabled": (decided(Outcome.BORDLAGGNING), date(2026, 6, 16)),
    "announced": (announced, date(2026, 6, 20)),
    "time_over": (announced, date(2026, 8, 1)),
}
NOT_ON_PATH = {
    *(
        ("without_utskott", name)
        for name in ("before_committee", "reworked", "out", "out_too_long", "answered")
    ),
    *((path, "before_board") for path in ("board_decides", "namnd_decides")),
}
"""Where a path has no such station, or it is the deciding body's own."""

PLACES = [
    (path, situation)
    for path in PATHS
    for situation in SITUATIONS
    if (path, situation) not in NOT_ON_PATH
]


def bring(path, situation):
    """Return what brings a case there, for ``starting_point``."""
    return lambda matter: SITUATIONS[situation][0](matter, PATHS[path])


ONLY_READS = {"follow_remiss"}


@dataclass(frozen=True)
class Taken:
    """What became of a step that was tried."""

    is_taken: bool
    why_not: str = ""


def taken(case, step, user, on):
    """What the service says when the step is tried; nothing of it is kept."""
    try:
        with transaction.atomic():
            TAKE[step](Case.objects.get(pk=case.pk), user, on)
            transaction.set_rollback(True)
    except NothingToDoItWith:
        return Taken(False)
    except RuleViolation as refusal:
        return Taken(False, refusal.message)
    return Taken(True)


def one_of_each():
    """Somebody of each role, by the role's name."""
    found = {role: UserFactory(username=f"one-{n}") for n, role in enumerate(ROLES)}
    for role, user in found.items():
        user.groups.add(Group.objects.get(name=role))
    return found


def disagreements(case, on):
    """Yield role and step where procedure and service do not say the same, with what each says."""
    moment = Moment(case, on)
    for role, user in one_of_each().items():
        for step, answer in answers_for(user, moment).items():
            found = taken(case, step, user, on)
            same_words = not found.why_not or answer.why_not == found.why_not
            if answer.is_open != found.is_taken or not same_words:
                yield role, step, answer.why_not, found


def shown_otherwise(case, on):
    """Yield what the page of the case says of a step that the procedure does not, by role."""
    moment = Moment(case, on)
    for role in ("Handläggare", "Registrator"):
        user = UserFactory(username=f"reads-as-{role}")
        user.groups.add(Group.objects.get(name=role))
        answers = answers_for(user, moment)
        offers = read_folder(case, user=user, on=on, may={}).offers
        shown = {offer.name: offer.answer.why_not for offer in offers if offer.name in answers}
        for step, answer in answers.items():
            missing = answer.is_open and step not in shown and step not in ELSEWHERE
            if missing or shown.get(step, answer.why_not) != answer.why_not:
                yield role, step, shown.get(step)


SCREENS = {
    "open_remiss": "remiss_open",
    "edit_text": "case_edit_text",
    "import_draft": "case_import",
    "announce": "case_announce",
    "confirm_laga_kraft": "case_laga_kraft",
    "record_appeal": "case_appeal",
}
"""The screens of their own, which show the refusal instead of the form."""


def test_every_step_of_the_procedure_is_tried():
    assert TAKE.keys() == STEPS.keys()


def in_places(places):
    return pytest.mark.parametrize(
        ("starting_point", "place"),
        [(bring(*place), place) for place in places],
        ids=["-".join(place) for place in places],
        indirect=["starting_point"],
    )


@in_places(PLACES)
def test_what_is_open_is_taken_and_what_is_not_is_refused_in_the_same_sentence(matter, place):
    _bring, on = SITUATIONS[place[1]]

    assert list(disagreements(matter.case, on)) == []
    assert list(shown_otherwise(matter.case, on)) == []


@in_places([place for place in PLACES if place[0] == "delivered"])
def test_the_screen_of_a_closed_step_says_why_before_anything_is_written(
    matter, place, client, monkeypatch
):
    _bring, on = SITUATIONS[place[1]]
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: on)
    somebody = UserFactory(is_superuser=True)
    client.force_login(somebody)
    for step, answer in answers_for(somebody, Moment(matter.case, on)).items():
        if step in SCREENS:
            page = client.get(reverse(SCREENS[step], args=[matter.case.pk]))

            refusal = page.context.get("refusal")
            assert (refusal.message if refusal else "") == answer.why_not
            assert escape(answer.why_not) in page.content.decode()
