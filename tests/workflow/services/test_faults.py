"""Two at once, twice the same, a process that dies: a refusal or nothing, never a half."""

import os
import signal
import subprocess
import sys
import threading
from datetime import date

import pytest
from django.db import connection, connections

from plandocs.models import Case, Measure
from plandocs.vocabulary import CaseStage, Outcome
from tests.factories.situations import Matter, starts_from
from workflow.errors import RuleViolation
from workflow.models import Adoption, Decision
from workflow.procedure.minutes import Minutes
from workflow.services.decisions import record_decision
from workflow.services.publication import adopting as publication

JUNE = date(2026, 6, 15)


def adopting(matter):
    return Minutes(
        body=matter.kf, decided_on=JUNE, outcome=Outcome.BIFALL, paragraph=90, present=60
    )


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["index_measures", "log_fact", "_end_replaced", "publish_adopted"])
@starts_from(Matter.before_council)
def test_a_fault_in_the_middle_of_an_adoption_leaves_nothing(matter, monkeypatch, part):
    def fails(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr(publication, part, fails)
    with pytest.raises(OSError, match="disk"):
        record_decision(case=matter.case, minutes=adopting(matter), user=matter.registrator)

    matter.case.refresh_from_db()
    matter.case.revision.refresh_from_db()
    assert matter.case.stage == CaseStage.HOS_KF
    assert not matter.case.revision.live
    assert not Adoption.objects.exists()
    assert not Measure.objects.exists()
    assert not Decision.objects.filter(body=matter.kf).exists()


def at_the_same_time(*acts):
    """Run the acts in threads of their own, with a connection each; return what each gave."""
    start = threading.Barrier(len(acts))
    results = [None] * len(acts)

    def run(place, act):
        start.wait()
        try:
            results[place] = act()
        except RuleViolation as violation:
            results[place] = violation.code
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_registrars_who_record_the_same_paragraph_at_once_record_one_decision(
    matter, handlaggare, registrator
):
    matter.before_board()
    other = Matter(handlaggare, registrator, matter.kf, matter.ks, matter.ksau)
    other.opened(diarienummer="KS 2026/0102")
    other.memo(matter.ksau, date(2026, 3, 1)).decided(matter.ksau, date(2026, 3, 2), Outcome.BIFALL)
    other.memo(matter.ks, date(2026, 5, 4))
    minutes = Minutes(
        body=matter.ks, decided_on=date(2026, 5, 19), outcome=Outcome.BIFALL, paragraph=80
    )

    results = at_the_same_time(
        lambda: record_decision(case=matter.case, minutes=minutes, user=registrator),
        lambda: record_decision(case=other.case, minutes=minutes, user=registrator),
    )

    assert "paragraph_taken" in results
    assert Decision.objects.filter(body=matter.ks).count() == 1
    assert sorted(Case.objects.values_list("stage", flat=True)) == ["hos_kf", "hos_ks"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_registrars_who_adopt_the_same_text_at_once_adopt_it_once(matter, registrator):
    matter.before_council()
    minutes = Minutes(body=matter.kf, decided_on=JUNE, outcome=Outcome.BIFALL, present=60)

    results = at_the_same_time(
        lambda: record_decision(case=matter.case, minutes=minutes, user=registrator),
        lambda: record_decision(case=matter.case, minutes=minutes, user=registrator),
    )

    assert "step_not_possible" in results
    assert Adoption.objects.count() == 1


KILLED = """
import os, signal, sys
sys.path[:0] = {path!r}
import django
from django.conf import settings
django.setup()
settings.DATABASES["default"]["NAME"] = {name!r}
from datetime import date
from django.contrib.auth import get_user_model
from plandocs.models import Case, Organisation
from plandocs.vocabulary import Outcome
from workflow.procedure.minutes import Minutes
from workflow.services.decisions import record_decision
from workflow.services.publication import adopting

def dies(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

adopting.index_measures = dies
minutes = Minutes(
    body=Organisation.objects.get(code="KF"), decided_on=date(2026, 6, 15),
    outcome=Outcome.BIFALL, paragraph=90, present=60,
)
record_decision(
    case=Case.objects.get(), minutes=minutes,
    user=get_user_model().objects.get(username="registrator"),
)
"""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_process_killed_in_the_middle_of_an_adoption_leaves_the_case_before_the_council(matter):
    matter.before_council()
    name = str(connection.settings_dict["NAME"])
    script = KILLED.format(path=[path for path in sys.path if path], name=name)
    connections.close_all()

    killed = subprocess.run(
        [sys.executable, "-c", script], env=os.environ, capture_output=True, check=False
    )

    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    matter.case.refresh_from_db()
    matter.case.revision.refresh_from_db()
    assert matter.case.stage == CaseStage.HOS_KF
    assert not matter.case.revision.live
    assert not Adoption.objects.exists()
    matter.decided(matter.kf, JUNE, Outcome.BIFALL, paragraph=90, present=60)
    assert matter.case.stage == CaseStage.ANTAGEN
