"""A case's way as the public reads it on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow.models import Decision, Submission
from workflow.procedure.in_force import texts_in_force
from workflow.reading.way.story import tell
from workflow.reading.way.telling import Telling
from workflow.record.chronicle import chronicle_of
from workflow.record.publicity import public_until


@dataclass(slots=True)
class CaseWay:
    """The story of a case up to a day. ``answers_public_until`` tells which motives' answers
    the public may read: those sent up with a memo since.

    ``text`` and ``plan`` are in the reader's language where they are published in it.
    """

    case: Case
    now: str
    events: list[Telling]
    text: Page | None
    plan: Page | None
    answers_public_until: date


def read_way(case: Case, *, on: date) -> CaseWay:
    """Return the story of ``case`` as it can be told on ``on``."""
    chronicle = chronicle_of(case)
    decisions = chronicle.of(Decision)
    prefetch_related_objects(decisions, "votes", "changes")
    return CaseWay(
        case=case,
        now=" ".join(_now(case, decisions, on=on)),
        events=list(tell(chronicle.until(on))),
        text=_for_the_reader(case.revision.path),
        plan=_for_the_reader(case.revision.path[: -Page.steplen]),
        answers_public_until=public_until(case, chronicle.of(Submission)),
    )


def _for_the_reader(path: str) -> Page | None:
    """Return the published page at ``path`` in the reader's language, else in the record's."""
    language = get_language() or settings.LANGUAGE_CODE
    found = {
        page.locale.language_code: page
        for page in Page.objects.live()
        .filter(
            translation_key__in=Page.objects.filter(path=path).values("translation_key"),
            locale__language_code__in=[language, settings.LANGUAGE_CODE],
        )
        .select_related("locale")
    }
    return found.get(language) or found.get(settings.LANGUAGE_CODE)


def _now(case: Case, decisions: list[Decision], *, on: date) -> Iterator[str]:
    """Say where the case stands, and of an adopted text how it stands since."""
    yield _stage(case, decisions)
    if not case.is_ended:
        return
    if any(found.body_id == case.decided_by_id and found.is_quashed(on=on) for found in decisions):
        yield _("The decision has been quashed by a court, so it no longer holds.")
    elif case.is_adopted and case.revision_id not in texts_in_force(on=on):
        yield _("A later decision has taken the place of the text.")


def _stage(case: Case, decisions: list[Decision]) -> str:
    of_decider = [found for found in decisions if found.body_id == case.decided_by_id]
    body = {"body": of_decider[-1].body_name if of_decider else case.decided_by.name}
    sentences = {
        CaseStage.UTKAST: _("A first text is being written."),
        CaseStage.HOS_KSAU: _("The working committee is preparing the case."),
        CaseStage.PA_REMISS: _("The proposal is out on remiss. Answers are awaited."),
        CaseStage.BEARBETAS: _("The text is being reworked."),
        CaseStage.HOS_KS: _("The executive board has the case."),
        CaseStage.HOS_KF: _("The case waits for a decision by %(body)s.")
        % {"body": case.decided_by.name_in_sentence},
        CaseStage.ANTAGEN: _("%(body)s has adopted the text.") % body,
        CaseStage.AVSLAGEN: _("%(body)s has rejected the text.") % body,
    }
    if case.is_at_decision:
        return sentences[CaseStage.HOS_KF]
    return sentences[CaseStage(case.stage)]
