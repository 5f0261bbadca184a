"""The table of steps and roles, the registers, and a path that is not rebuilt under a case."""

import pytest
from django.urls import reverse
from wagtail.models import Workflow

from plandocs.models import AccessibilityFeedback, Organisation
from plandocs.vocabulary import CaseStage
from tests.factories.situations import Matter, starts_from
from workflow import permissions
from workflow.admin.steps_and_roles import (
    ACTION_OF,
    action_in_words,
    stage_rows,
    step_in_words,
)
from workflow.procedure.transitions import NEXT_STAGE, WITHOUT_COMMITTEE, Step


def test_the_table_holds_every_step_that_the_code_allows():
    rows = [row for stage in stage_rows() for row in stage.rows]

    assert len(rows) == len(NEXT_STAGE) + len(WITHOUT_COMMITTEE)
    assert len(stage_rows()) == len(CaseStage)


def test_every_step_is_taken_by_an_action_that_some_role_has():
    for step in Step:
        assert step_in_words(step)
        assert any(ACTION_OF[step] in actions for actions in permissions.ROLES.values())


def test_every_action_has_its_words():
    assert all(action_in_words(action) for action in permissions.ACTIONS)


def test_a_body_is_registered_with_its_other_names(registrator, as_user):
    as_user(registrator).post(
        reverse("wagtailsnippets_plandocs_organisation:add"),
        {
            "code": "TK",
            "name": "Tekniska kontoret",
            "type": "forvaltning",
            "members": "",
            "parent": "",
            "email": "",
            "aliases-TOTAL_FORMS": "1",
            "aliases-INITIAL_FORMS": "0",
            "aliases-MIN_NUM_FORMS": "0",
            "aliases-MAX_NUM_FORMS": "1000",
            "aliases-0-name": "Tekniska",
            "aliases-0-id": "",
        },
    )

    assert Organisation.objects.called("tekniska").code == "TK"


@pytest.mark.parametrize(
    ("role", "status"),
    [("redaktor", 200), ("administrator", 200), ("handlaggare", 302), ("oversattare", 302)],
)
def test_feedback_on_accessibility_is_read_by_those_who_answer_it(role, status, cast, as_user):
    AccessibilityFeedback.objects.create(message="Kartan går inte att läsa.")

    page = as_user(cast[role]).get(reverse("accessibilityfeedback:index"))

    assert page.status_code == status


def test_feedback_is_neither_written_nor_thrown_away_here(superuser, as_user):
    feedback = AccessibilityFeedback.objects.create(message="Kartan går inte att läsa.")
    client = as_user(superuser)

    client.post(reverse("accessibilityfeedback:delete", args=[feedback.pk]))
    added = client.get(reverse("accessibilityfeedback:add"))

    assert AccessibilityFeedback.objects.filter(pk=feedback.pk).exists()
    assert added.status_code == 302


@starts_from(Matter.before_council)
def test_the_path_is_not_taken_away_under_a_case(case, administrator, as_user):
    workflow = Workflow.objects.get(active=True)

    response = as_user(administrator).post(
        reverse("wagtailadmin_workflows:disable", args=[workflow.pk])
    )

    workflow.refresh_from_db()
    assert workflow.active
    assert response.status_code in (302, 409)
