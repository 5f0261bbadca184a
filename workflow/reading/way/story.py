"""The events of a case in the words of the public page, in the order of the chronicle."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from plandocs.models import Case, RemissAnswer, RemissExtension
from plandocs.vocabulary import ChangeKind
from workflow import models
from workflow.reading.way import decisions, remiss
from workflow.reading.way.telling import Telling
from workflow.record.appeals import laga_kraft_words
from workflow.record.changes_in_words import count_words
from workflow.record.chronicle import Chronicle, Event, Fact, PointsMet, RemissClosing


def tell(chronicle: Chronicle) -> Iterator[Telling]:
    """Tell the public what it may know, in the active language."""
    released: set[int] = set()
    for _same, events in groupby(chronicle.public().events, key=_what_is_told_together):
        facts = [event.fact for event in events]
        match facts[0]:
            case models.TranslationRelease(page_id=page) if page in released:
                continue  # more of it was translated later
            case models.TranslationRelease(page_id=page):
                released.add(page)
        yield from _tell(facts, chronicle.case)


def _what_is_told_together(event: Event) -> tuple[object, ...]:
    """Changes of the text follow each other, as do the answers to a closed round, by the day."""
    match event.fact:
        case models.TextChange():
            return models.TextChange, event.day
        case RemissAnswer() as answer if remiss.came_after_closing(answer):
            return RemissAnswer, answer.round_id, event.day
    return (id(event),)


def _tell(facts: Sequence[Fact], case: Case) -> Iterator[Telling]:
    fact = facts[0]
    match fact:
        case Case():
            yield _tell_of_the_case(fact)
        case models.TextChange():
            yield _tell_changes([one for one in facts if isinstance(one, models.TextChange)], case)
        case models.Submission():
            yield _tell_memo(fact)
        case models.Decision():
            yield decisions.tell_decision(fact, case)
        case models.PlanEnding():
            yield decisions.tell_ending(fact)
        case models.Announcement():
            yield decisions.tell_notice(fact)
        case models.Appeal():
            yield decisions.tell_appeal(fact)
        case models.LagaKraft():
            yield Telling(fact.confirmed_on, laga_kraft_words().heading)
        case models.RemissOpening():
            yield remiss.tell_opening(fact)
        case RemissExtension():
            yield remiss.tell_extension(fact)
        case RemissClosing():
            yield remiss.tell_closing(fact.page)
        case RemissAnswer():
            if remiss.came_after_closing(fact):
                answers = [one for one in facts if isinstance(one, RemissAnswer)]
                yield remiss.tell_answers_after_closing(answers)
        case models.TranslationRelease():
            yield from _tell_release(fact)
        case models.Adoption() | models.DecisionCorrection() | models.MotiveAnswer() | PointsMet():
            return  # told beside the § or the point that it is about
        case _:
            assert_never(fact)


def _tell_of_the_case(case: Case) -> Telling:
    told = _("It has the record number %(dnr)s. It is decided by %(body)s.") % {
        "dnr": case.diarienummer,
        "body": case.decided_by.name_in_sentence,
    }
    return Telling(case.opened_on, _("The case was opened"), [told])


def _tell_memo(sent: models.Submission) -> Telling:
    return Telling(
        sent.sent_on,
        _("The case was sent to %(body)s") % {"body": sent.body.name_in_sentence},
        [_("An official wrote a memo with a proposed decision.")],
    )


def _tell_changes(changes: list[models.TextChange], case: Case) -> Telling:
    """Count the changes of a day. What they say is public when the case is decided (TF 2:12)."""
    counted = {
        kind: sum(change.kind == kind for change in changes) for kind in reversed(ChangeKind)
    }
    told = [count_words(kind, n).counted % {"n": n} for kind, n in counted.items() if n]
    shown = changes if case.is_ended else []
    return Telling(changes[0].made_on, _("The text was changed"), told, changes=shown)


def _tell_release(release: models.TranslationRelease) -> Iterator[Telling]:
    page = release.page
    code = page.locale.language_code
    if code == settings.LANGUAGE_CODE:
        return
    yield Telling(
        release.released_on,
        _("The text was published in another language: %(language)s")
        % {"language": get_language_info(code)["name_translated"]},
        url=page.url or "",
        url_text=page.title,
        url_language=code,
    )
