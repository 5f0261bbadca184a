"""Recording a § of the body that has the case."""

from plandocs.vocabulary import BEFORE_BODY, Outcome
from workflow.procedure.consequence import RECORDABLE, consequence_of
from workflow.procedure.minutes import Minutes
from workflow.procedure.moment import Moment


def a_body_has_it(moment: Moment) -> None:
    """Refuse where a plain approval by the body whose turn it is could not be recorded.

    What the registrar may record in spite of is no hindrance once a body has the case.
    """
    body = moment.deciding_body or moment.case.decided_by
    minutes = Minutes(body=body, decided_on=moment.on, outcome=Outcome.BIFALL, present=body.members)
    spared = RECORDABLE if moment.case.stage in BEFORE_BODY else frozenset[str]()
    if hindrances := consequence_of(moment.case, minutes).hindrances(spared):
        raise hindrances[0]
