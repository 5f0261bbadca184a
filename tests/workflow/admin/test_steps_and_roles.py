"""The table of steps and roles, and a path that is not rebuilt under a case."""

from django.urls import reverse
from wagtail.models import Workflow

from plandocs.vocabulary import CaseStage
from tests.factories.situations import Matter, starts_from
from workflow import permissions
from workflow.admin.steps_and_roles import (
    ACTION_OF,
    action_in_words,
    stage_rows,
    step_in_words,
)
from workflow.procedure.transitions import NEXT_STAGE, WITHOUT_COMMITTEE, Move


def test_the_table_holds_every_step_that_the_code_allows():
    rows = [row for stage in stage_rows() for row in stage.rows]

    assert len(rows) == len(NEXT_STAGE) + len(WITHOUT_COMMITTEE)
    assert len(stage_rows()) == len(CaseStage)


def test_every_step_is_taken_by_an_action_that_some_role_has():
    for step in Move:
        assert step_in_words(step)
        assert any(ACTION_OF[step] in actions for actions in permissions.ROLES.values())


def test_every_action_has_its_words():
    assert all(action_in_words(action) for action in permissions.ACTIONS)


@starts_from(Matter.before_council)
def test_the_path_is_not_taken_away_under_a_case(case, administrator, as_user):
    workflow = Workflow.objects.get(active=True)

    response = as_user(administrator).post(
        reverse("wagtailadmin_workflows:disable", args=[workflow.pk])
    )

    workflow.refresh_from_db()
    assert workflow.active
    assert response.status_code in (302, 409)
