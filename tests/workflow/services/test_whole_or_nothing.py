"""What is refused leaves no trace in any table; what is done leaves one entry in the log."""

from datetime import date

import pytest
from django.apps import apps
from django.db import transaction
from wagtail.models import ModelLogEntry, PageLogEntry

from plandocs.vocabulary import AppealOutcome, ChangeKind, MotiveResponse, Outcome
from tests.factories.situations import BODY, MEASURE, Matter, starts_from
from workflow.errors import RuleViolation
from workflow.procedure.minutes import Amendment, MotiveText
from workflow.rules.votes import Ballot
from workflow.services.appeals import announce, confirm_laga_kraft, record_appeal
from workflow.services.cases import assign_case
from workflow.services.decisions import correct_decision
from workflow.services.memos import MemoWords, answer_motive, draft_memo, send_memo
from workflow.services.texts import edit_text, mark_changes

pytestmark = pytest.mark.django_db

JUNE = date(2026, 6, 15)
LOGS = (ModelLogEntry, PageLogEntry)


def everything():
    """Every row of every table."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
    }


def refusals(matter):
    """What the services refuse before the council, each with the code it is refused with."""
    kf, ks, official = matter.kf, matter.ks, matter.handlaggare

    def memo(to):
        with transaction.atomic():  # as a screen or a case file drafts and sends in one act
            draft = draft_memo(
                words=MemoWords(proposal=["Antas."], background=""),
                case=matter.case,
                to=to,
                on=JUNE,
                user=official,
            )
            send_memo(memo=draft, on=JUNE, user=official)

    def edit(find="Lampor", user=official):
        edit_text(
            case=matter.case, find=find, replace="x", kind=ChangeKind.I_SAK, on=JUNE, user=user
        )

    def decide(outcome, body=kf, **kwargs):
        matter.decided(body, JUNE, outcome, **kwargs)

    minority = {"ballot": Ballot(present=61, in_favour=25, against=36)}
    amended = {"changes": [Amendment("Lampor", "Ljus"), Amendment("saknas", "x")]}
    return [
        ("not_permitted", lambda: edit(user=matter.registrator)),
        ("phrase_not_found", lambda: edit(find="saknas")),
        ("phrase_not_found", lambda: decide(Outcome.BIFALL_MED_ANDRING, **amended)),
        ("amendment_missing", lambda: decide(Outcome.BIFALL_MED_ANDRING)),
        ("motive_missing", lambda: decide(Outcome.ATERREMISS, **minority)),
        ("quorum_missing", lambda: decide(Outcome.BIFALL, present=30)),
        ("note_missing", lambda: decide(Outcome.BIFALL, despite=frozenset({"quorum_missing"}))),
        ("paragraph_taken", lambda: decide(Outcome.BIFALL, body=ks, paragraph=80)),
        ("step_not_possible", lambda: decide(Outcome.BIFALL, body=ks)),
        ("step_not_possible", lambda: memo(ks)),
        ("step_not_possible", lambda: memo(kf)),
        (
            "step_not_possible",
            lambda: announce(
                case=matter.case, adjusted_on=JUNE, announced_on=JUNE, user=matter.registrator
            ),
        ),
    ]


@starts_from(Matter.before_council)
def test_a_refused_step_changes_no_row_of_any_table(matter):
    before = everything()

    for code, act in refusals(matter):
        with pytest.raises(RuleViolation) as violation:
            act()
        assert violation.value.code == code
        assert everything() == before


def entries():
    """How many entries our own services have written."""
    return sum(model.objects.filter(action__startswith="styrdok.").count() for model in LOGS)


def test_each_service_writes_one_entry_that_names_the_day(matter, handlaggare, registrator):
    def edited_past_the_record():
        text = matter.case.latest_text()
        stream = text.body.stream_block.get_prep_value(text.body)
        stream[0]["value"]["heading"] = "Varför"
        stream[0]["value"]["content"][0]["value"]["text"] = "<p>Alla ska kunna låna.</p>"
        text.body = text.body.stream_block.to_python(stream)
        text.save_revision()
        return {block.id: ChangeKind.REDAKTIONELL for block in text.body}

    official, registrar = {"user": handlaggare}, {"user": registrator}
    motive = {"response": MotiveResponse.FOLJS, "reason": "Se avsnitt 3."}
    acts = {
        "open_case": lambda: matter.opened(),
        "assign_case": lambda: assign_case(
            case=matter.case, handlaggare=registrator, on=JUNE, **official
        ),
        "edit_text": lambda: edit_text(
            case=matter.case,
            find="Lampor",
            replace="Ljus",
            kind=ChangeKind.I_SAK,
            on=JUNE,
            **official,
        ),
        "record_decision": lambda: (
            matter.memo(matter.ksau, date(2026, 1, 20))
            .decided(matter.ksau, date(2026, 2, 3), Outcome.BIFALL)
            .memo(matter.ks, date(2026, 5, 4))
            .decided(matter.ks, date(2026, 5, 19), Outcome.BIFALL)
            .decided(matter.kf, JUNE, Outcome.ATERREMISS, motives=[MotiveText("Mer.", None)])
        ),
        "mark_change": lambda: mark_changes(
            case=matter.case, kinds=edited_past_the_record(), on=JUNE, **official
        ),
        "answer_motive": lambda: answer_motive(
            motive=matter.case.decisions.last().motives.get(), **motive, on=JUNE, **official
        ),
        "correct_decision": lambda: correct_decision(
            decision=matter.case.decisions.last(),
            paragraph=91,
            decided_on=JUNE,
            reason="Skrivfel.",
            on=JUNE,
            **registrar,
        ),
        "announce": lambda: announce(
            case=matter.case, adjusted_on=JUNE, announced_on=JUNE, **registrar
        ),
    }
    written = {"record_decision": 3 + 2 * 2}  # three decisions, and two memos drafted and sent

    for action, act in acts.items():
        before = entries()
        act()
        assert (action, entries() - before) == (action, written.get(action, 1))
    days = [
        entry.data.get("on")
        for model in LOGS
        for entry in model.objects.all()
        if entry.action.startswith("styrdok.") and entry.action != "styrdok.install_site"
    ]
    assert None not in days


@starts_from(Matter.adopted)
def test_what_follows_an_adoption_is_one_entry_each(matter, registrator):
    announce(case=matter.case, adjusted_on=JUNE, announced_on=JUNE, user=registrator)
    before = entries()

    record_appeal(
        case=matter.case, outcome=AppealOutcome.INLAMNAT, on=date(2026, 7, 1), user=registrator
    )
    record_appeal(
        case=matter.case, outcome=AppealOutcome.AVSLAGET, on=date(2026, 9, 1), user=registrator
    )
    confirm_laga_kraft(case=matter.case, on=date(2026, 10, 1), user=registrator)

    assert entries() - before == 3


def body_with(measures):
    """A text with a focus area of that many measures."""
    area = BODY[1]
    (item,) = area["value"]["measures"]
    items = [
        {
            **item,
            "id": f"{MEASURE[:-4]}{number:04d}",
            "value": {**item["value"], "number": f"{number}"},
        }
        for number in range(measures)
    ]
    return [BODY[0], {**area, "value": {**area["value"], "measures": items}}]


def test_an_adoption_asks_the_database_no_more_for_a_text_with_many_measures(
    matter, django_assert_num_queries, django_assert_max_num_queries
):
    def before_council(number, measures):
        matter.opened(diarienummer=number, body=body_with(measures)).memo(matter.ksau, JUNE)
        matter.decided(matter.ksau, JUNE, Outcome.BIFALL).memo(matter.ks, JUNE)
        matter.decided(matter.ks, JUNE, Outcome.BIFALL)

    before_council("KS 2026/0301", 2)
    with django_assert_max_num_queries(500) as few:
        matter.decided(matter.kf, JUNE, Outcome.BIFALL)
    before_council("KS 2026/0302", 80)

    with django_assert_num_queries(len(few)):
        matter.decided(matter.kf, JUNE, Outcome.BIFALL)

    assert matter.case.revision.measures.count() == 80
