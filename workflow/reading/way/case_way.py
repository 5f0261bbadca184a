"""Gather the facts of a case into one story: a fixed number of queries, whatever the length."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Min
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as _
from wagtail.models import Page

from plandocs.models import Case, PlanRevisionPage, RemissRoundPage
from plandocs.vocabulary import AppealOutcome, CaseStage, ChangeKind
from workflow.reading.way.decisions import decision_event
from workflow.reading.way.event import Event
from workflow.record.publicity import public_until


@dataclass(slots=True)
class CaseWay:
    """The story of a case up to a day. ``answers_public_until`` tells which motives' answers
    the public may read: those sent up with a memo since.

    ``text`` and ``plan`` are in the reader's language where they are published in it.
    """

    case: Case
    now: str
    events: list[Event]
    text: Page | None
    plan: Page | None
    rounds: list[RemissRoundPage]
    answers_public_until: date


def read_way(case: Case, *, on: date) -> CaseWay:
    """Return the story of ``case`` as it can be told on ``on``."""
    submissions = list(case.submissions.select_related("body"))
    public = public_until(case, submissions)
    decisions = list(
        case.decisions.select_related("body", "announcement", "laga_kraft").prefetch_related(
            "votes", "motives__answer", "corrections", "appeals", "endings__plan"
        )
    )
    rounds = list(
        RemissRoundPage.objects.live()
        .filter(opening__case=case)
        .defer_streamfields()
        .select_related("locale")
        .prefetch_related("recipients__organisation", "answers", "extensions")
        .order_by("opened_on")
    )
    story = [
        _opened(case),
        *(_sent(submission) for submission in submissions if submission.moved_case),
        *_told_decisions(decisions, case),
        *(event for page in rounds for event in _round(page)),
        *_changes(case, is_public=case.is_ended),
        *_releases(case),
    ]
    events = sorted(
        (event for event in story if event.day <= on), key=lambda event: (event.day, event.order)
    )
    return CaseWay(
        case=case,
        now=_now(case, decisions),
        events=events,
        text=_for_the_reader(case.revision.path),
        plan=_for_the_reader(case.revision.path[: -Page.steplen]),
        rounds=rounds,
        answers_public_until=public,
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


def _now(case: Case, decisions: list[Any]) -> str:
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


def _opened(case: Case) -> Event:
    return Event(
        day=case.opened_on,
        order=0,
        title=_("The case was opened"),
        sentences=[
            _("It has the record number %(dnr)s. It is decided by %(body)s.")
            % {"dnr": case.diarienummer, "body": case.decided_by.name_in_sentence}
        ],
    )


def _sent(submission: Any) -> Event:
    return Event(
        day=submission.sent_on,
        order=30,
        title=_("The case was sent to %(body)s") % {"body": submission.body.name_in_sentence},
        sentences=[_("An official wrote a memo with a proposed decision.")],
    )


def _told_decisions(decisions: list[Any], case: Case) -> Iterator[Event]:
    for decision in decisions:
        yield decision_event(decision, case)
        yield from _after(decision)


def _after(decision: Any) -> Iterator[Event]:
    """Tell what followed a decision: the notice, appeals, laga kraft."""
    if notice := getattr(decision, "announcement", None):
        yield Event(
            day=notice.announced_on,
            order=60,
            title=_("The minutes were announced on the notice board"),
            sentences=[
                _("They were adjusted on %(adjusted)s. The last day to appeal: %(last)s.")
                % {
                    "adjusted": date_format(notice.adjusted_on),
                    "last": date_format(notice.appealable_until),
                }
            ],
        )
    titles = {
        AppealOutcome.INLAMNAT: _("The decision was appealed"),
        AppealOutcome.AVSLAGET: _("The court dismissed an appeal"),
        AppealOutcome.UPPHAVT: _("The court quashed the decision"),
        AppealOutcome.FASTSTALLT: _("A higher court decided that the decision stands"),
    }
    for appeal in decision.appeals.all():
        yield Event(appeal.known_on, 70, titles[AppealOutcome(appeal.outcome)])
    if confirmed := getattr(decision, "laga_kraft", None):
        yield Event(
            confirmed.confirmed_on, 80, _("The decision has gained legal force (laga kraft)")
        )
    for ending in decision.endings.all():
        yield Event(
            ending.ended_on, 45, _("“%(plan)s” ended in the same §") % {"plan": ending.plan.title}
        )


def _round(page: RemissRoundPage) -> Iterator[Event]:
    extensions = list(page.extensions.all())
    recipients = page.recipients.all()
    asked = [recipient.organisation.name_in_sentence for recipient in recipients]
    last_day = extensions[0].closed_before if extensions else page.closes_on
    sentences = [_("The last day to answer was set to %(day)s.") % {"day": date_format(last_day)}]
    if asked:
        sentences.append(_("These were asked: %(names)s.") % {"names": ", ".join(asked)})
    if page.is_public:
        sentences.append(_("Anyone could answer.") if page.closed_on else _("Anyone may answer."))
    yield Event(
        page.opened_on,
        50,
        _("The proposal was sent out on remiss"),
        sentences,
        url=page.url or "",
        url_text=_("Read the remiss"),
    )
    for extension in extensions:
        yield Event(
            extension.decided_on,
            51,
            _("The time to answer was extended"),
            [_("The new last day is %(day)s.") % {"day": date_format(extension.closes_on)}],
        )
    if page.closed_on:
        yield from _closing(page, page.closed_on)


def _closing(page: RemissRoundPage, closed_on: date) -> Iterator[Event]:
    """Tell how many answers there were when the round closed, and which came after that."""
    days = sorted(answer.received_on for answer in page.answers.all())
    late = [day for day in days if day > closed_on]
    count = len(days) - len(late)
    told = ngettext("%(count)d answer had come in.", "%(count)d answers had come in.", count) % {
        "count": count
    }
    yield Event(closed_on, 52, _("The remiss closed"), [told])
    for day, same_day in groupby(late):
        count = len(list(same_day))
        title = ngettext(
            "%(count)d answer came in after the remiss had closed",
            "%(count)d answers came in after the remiss had closed",
            count,
        )
        yield Event(day, 53, title % {"count": count})


def _changes(case: Case, *, is_public: bool) -> Iterator[Event]:
    """Tell how the text was changed. What it says is public when the case is decided (TF 2:12)."""
    rows = case.changes.select_related("decision")
    official = [row for row in rows if row.decision_id is None]
    for day, same_day in groupby(official, key=lambda row: row.made_on):
        changes = list(same_day)
        in_substance = sum(change.kind == ChangeKind.I_SAK for change in changes)
        editorial = len(changes) - in_substance
        told = []
        if in_substance:
            told.append(
                ngettext("%(n)d change in substance.", "%(n)d changes in substance.", in_substance)
                % {"n": in_substance}
            )
        if editorial:
            told.append(
                ngettext("%(n)d editorial change.", "%(n)d editorial changes.", editorial)
                % {"n": editorial}
            )
        yield Event(day, 20, _("The text was changed"), told, changes=changes if is_public else [])


def _releases(case: Case) -> Iterator[Event]:
    """Tell in which languages the adopted text has been published."""
    translations = (
        PlanRevisionPage.objects.live()
        .filter(translation_key=case.revision.translation_key, releases__isnull=False)
        .exclude(locale__language_code=settings.LANGUAGE_CODE)
        .annotate(first_released_on=Min("releases__released_on"))
        .defer("body")
        .select_related("locale")
    )
    for page in translations:
        name = get_language_info(page.locale.language_code)["name_translated"]
        yield Event(
            page.first_released_on,
            90,
            _("The text was published in another language: %(language)s") % {"language": name},
            url=page.url or "",
            url_text=page.title,
        )
