"""Playing a case file: each step through the same service as the screens, on its own day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from plandocs.comparison import TextBlock, blocks_of, blocks_of_stream, find_block
from plandocs.importing import parse_document
from plandocs.importing.lexicon import guess_type
from plandocs.models import (
    Case,
    Organisation,
    PlanIndexPage,
    RemissAnswer,
    RemissPoint,
    RemissRoundPage,
    SubjectArea,
)
from plandocs.vocabulary import (
    AnswerChannel,
    AppealOutcome,
    Basis,
    ChangeKind,
    MotiveResponse,
    Outcome,
    PointResponse,
    Stance,
)
from workflow.acting import acting
from workflow.casefile.reading import CaseFile, find_plan, organisation_type
from workflow.casefile.report import report
from workflow.casefile.text import blocks_of_tables
from workflow.errors import RuleViolation
from workflow.minutes import Amendment, Minutes, MotiveText
from workflow.rules.paragraphs import Paragraph, require_paragraph_in_year
from workflow.rules.roll_call import RollCall
from workflow.rules.votes import Ballot, Vote
from workflow.services import translation
from workflow.services.cases import NewPlan, open_case
from workflow.services.decisions import record_decision
from workflow.services.importing import blocks_with_bodies, register_of_names
from workflow.services.installation import install_site
from workflow.services.memos import as_html, draft_memo, send_memo
from workflow.services.motives import answer_motive, last_referral
from workflow.services.organisations import ensure_organisation
from workflow.services.publication import announce, confirm_laga_kraft, record_appeal
from workflow.services.remiss import (
    NewPoint,
    answer_point,
    close_remiss,
    extend_remiss,
    open_remiss,
    receive_answer,
    show_answer,
)
from workflow.services.texts import edit_text
from workflow.transitions import step_not_possible

ROLE_OF_VERB = {
    "decide": "Registrator",
    "announce": "Registrator",
    "appeal": "Registrator",
    "confirm_laga_kraft": "Registrator",
    "translate": "Översättare",
    "easy_read": "Översättare",
    "publish_translation": "Redaktör",
}
"""The role that owns a step; every other step is the handläggare's."""


@dataclass(frozen=True, slots=True)
class Played:
    """How one step went. ``problem`` is empty when it went as the file says."""

    number: int
    on: date
    verb: str
    line: str
    problem: str = ""
    code: str = ""


class Player:
    """Plays one case file. A file without steps opens its case on ``today``.

    A fault that is no refusal ends its step like one, in a line; with ``shows_faults`` it is
    raised, so that one can see where it is.
    """

    def __init__(self, file: CaseFile, *, today: date, shows_faults: bool = False) -> None:
        self.file = file
        self.today = today
        self.shows_faults = shows_faults
        self.case: Case | None = None

    def open(self) -> Played:
        """Install what is missing, and open the case on the day of its first step."""
        number = self.file.case["diarienummer"]
        on = self.file.steps[0]["on"] if self.file.steps else self.today
        problem, code = self._tried(lambda: self._open(on))
        return Played(0, on, "open_case", number, problem, code)

    def play(self) -> Iterator[Played]:
        """Play the steps one by one, each in a transaction of its own."""
        for number, step in enumerate(self.file.steps, start=1):
            yield self._played(number, step)

    def report(self) -> dict[str, Any]:
        """Return the case as JSON."""
        return report(self._current())

    def _open(self, on: date) -> None:
        if not PlanIndexPage.objects.exists():
            install_site()
        for table in self.file.organisations:
            ensure_organisation(
                table["name"],
                code=table["code"],
                type=organisation_type(table),
                members=table.get("members"),
                aliases=table.get("aliases", []),
                email=table.get("email", ""),
            )
        case = self.file.case
        plan = (find_plan(case["plan"]) if "plan" in case else None) or _new_plan(case)
        self.case = open_case(
            diarienummer=case["diarienummer"],
            plan=plan,
            title=case["title"],
            decided_by=_body(case.get("decided_by", "KF")),
            on=on,
            user=acting("Handläggare"),
            body=self._first_text(),
            valid=tuple(case["valid"]) if "valid" in case else None,
            replaces=[found for name in case.get("replaces", []) if (found := find_plan(name))],
        )

    def _first_text(self) -> list[dict[str, Any]] | None:
        number = self.file.case["diarienummer"]
        if self.file.document is not None:
            document = parse_document(self.file.document, register=register_of_names())
            return blocks_with_bodies(document, namespace=number)[0]
        if "text" in self.file.case:
            return blocks_of_tables(self.file.case["text"], diarienummer=number)
        return None

    def _played(self, number: int, step: dict[str, Any]) -> Played:
        line = _describe(step)
        problem, code = self._tried(lambda: VERBS[step["do"]](self, step))
        wanted = step.get("refused", "")
        if wanted and code == wanted:
            line, problem, code = f"{line} – refused: {code}", "", ""
        elif wanted:
            problem = f"expected {wanted}: {problem or 'the step was not refused'}"
        if not problem and (differs := self._differences(step.get("expect", {}))):
            code, problem = "not_as_expected", differs
        return Played(number, step["on"], step["do"], line, problem, code)

    def _tried(self, act: Callable[[], None]) -> tuple[str, str]:
        """Do it whole or not at all; return the problem and its code, empty if it went well."""
        try:
            with transaction.atomic():
                act()
        except RuleViolation as violation:
            return violation.message, violation.code
        except Exception as fault:
            if self.shows_faults:
                raise
            return fault_in_words(fault), "fault"
        return "", ""

    def _differences(self, expected: dict[str, Any]) -> str:
        found = self.report() if expected else {}
        return "; ".join(
            f"{key} is {found.get(key)!r}, expected {value!r}"
            for key, value in expected.items()
            if not _agrees(found.get(key), value)
        )

    def _current(self) -> Case:
        if self.case is None:
            raise RuntimeError("the case has not been opened")
        return Case.objects.get(pk=self.case.pk)

    def _round(self) -> RemissRoundPage:
        opening = self._current().remisser.last()
        if opening is None:
            raise step_not_possible(self._current())
        return opening.page

    def _memo(self, step: dict[str, Any]) -> None:
        user = acting("Handläggare")
        background = step.get("background", "auto")
        memo = draft_memo(
            case=self._current(),
            to=_body(step["to"]),
            proposal=step["proposal"],
            background=None if background == "auto" else background,
            assessment=step.get("assessment", ""),
            on=step["on"],
            user=user,
        )
        send_memo(
            memo=memo,
            on=step["on"],
            user=user,
            despite=step.get("despite", []),
            note=step.get("note", ""),
        )

    def _decide(self, step: dict[str, Any]) -> None:
        body = _body(step["body"])
        record_decision(
            case=self._current(),
            minutes=_minutes(step, body, seats=self._seats(body)),
            user=acting("Registrator"),
        )

    def _seats(self, body: Organisation) -> int | None:
        """The seats that the file gives the body, which may have had others then than now."""
        names = body.folded_names()
        tables = [table for table in self.file.organisations if table["code"].casefold() in names]
        return tables[-1].get("members") if tables else None

    def _open_remiss(self, step: dict[str, Any]) -> None:
        open_remiss(
            case=self._current(),
            closes_on=step["closes_on"],
            to=[_body(name) for name in step.get("to", [])],
            is_public=step.get("public", False),
            questions=step.get("questions", []),
            missive=step.get("missive", ""),
            on=step["on"],
            user=acting("Handläggare"),
        )

    def _answer(self, step: dict[str, Any]) -> None:
        page = self._round()
        channel = AnswerChannel(step.get("channel", AnswerChannel.LANK))
        body = Organisation.objects.called(step["from"])
        recipient = page.recipients.filter(organisation=body).first() if body else None
        registrar = acting("Registrator")
        answer = receive_answer(
            round=page,
            channel=channel,
            stance=Stance(step["stance"]),
            points=[_point(page, point) for point in step.get("points", [])],
            text=step.get("text", ""),
            received_on=step["on"],
            organisation=body,
            respondent="" if body else step["from"],
            recipient=recipient if channel is AnswerChannel.LANK else None,
            user=registrar if channel is AnswerChannel.REGISTRERAD else None,
        )
        if step.get("shown"):
            show_answer(answer=answer, on=step["on"], user=registrar)

    def _extend_remiss(self, step: dict[str, Any]) -> None:
        extend_remiss(
            round=self._round(),
            closes_on=step["closes_on"],
            on=step["on"],
            user=acting("Handläggare"),
        )

    def _close_remiss(self, step: dict[str, Any]) -> None:
        close_remiss(round=self._round(), on=step["on"], user=acting("Handläggare"))

    def _answer_point(self, step: dict[str, Any]) -> None:
        points = self._points_of(step["from"])
        if not 1 <= step["point"] <= len(points):
            raise _nothing_there(
                _("%(name)s has no point %(number)d in the case"), step["from"], step["point"]
            )
        answer_point(
            point=points[step["point"] - 1],
            response=PointResponse(step["response"]),
            reason=step["reason"],
            on=step["on"],
            user=acting("Handläggare"),
        )

    def _points_of(self, sender: str) -> list[RemissPoint]:
        """The sender's points in the last round that it answered, numbered through its answers."""
        for opening in reversed(self._current().remisser.select_related("page")):
            if answers := _answers_from(opening.page, sender):
                return [point for answer in answers for point in answer.points.all()]
        return []

    def _edit(self, step: dict[str, Any]) -> None:
        edit_text(
            case=self._current(),
            find=step["find"],
            replace=step["replace"],
            kind=ChangeKind(step["change"]),
            on=step["on"],
            user=acting("Handläggare"),
        )

    def _answer_motive(self, step: dict[str, Any]) -> None:
        referral = last_referral(self._current())
        motive = referral.motives.filter(number=step["motive"]).first() if referral else None
        if motive is None:
            raise _nothing_there(
                _("%(name)s has no motive %(number)d"), _("The last referral"), step["motive"]
            )
        answer_motive(
            motive=motive,
            response=MotiveResponse(step["response"]),
            reason=step["reason"],
            on=step["on"],
            user=acting("Handläggare"),
        )

    def _announce(self, step: dict[str, Any]) -> None:
        announce(
            case=self._current(),
            adjusted_on=step["adjusted_on"],
            announced_on=step["announced_on"],
            user=acting("Registrator"),
        )

    def _appeal(self, step: dict[str, Any]) -> None:
        record_appeal(
            case=self._current(),
            outcome=AppealOutcome(step["outcome"]),
            note=step.get("note", ""),
            on=step["on"],
            user=acting("Registrator"),
        )

    def _confirm_laga_kraft(self, step: dict[str, Any]) -> None:
        confirm_laga_kraft(case=self._current(), on=step["on"], user=acting("Registrator"))

    def _translate(self, step: dict[str, Any]) -> None:
        revision, user = self._current().revision, acting("Översättare")
        translation.request_translations(
            revision=revision, locales=[step["locale"]], on=step["on"], user=user
        )
        translation.import_translation(
            revision=revision,
            locale=step["locale"],
            po=self.file.beside(step["po"]).read_bytes(),
            on=step["on"],
            user=user,
        )

    def _publish_translation(self, step: dict[str, Any]) -> None:
        publish = (
            translation.publish_easy_read
            if step["locale"] == "sv-simple"
            else translation.publish_translation
        )
        arguments = {} if step["locale"] == "sv-simple" else {"locale": step["locale"]}
        publish(
            revision=self._current().revision,
            on=step["on"],
            user=acting("Redaktör"),
            **arguments,
        )

    def _easy_read(self, step: dict[str, Any]) -> None:
        """Write the lättläst text; each section says which parts of the decided text it covers."""
        revision = self._current().revision
        page = translation.write_easy_read(
            revision=revision, on=step["on"], user=acting("Översättare")
        )
        page.title = step.get("title", page.title)
        page.body = [
            ("easy_read", _easy_section(revision, section)) for section in step["sections"]
        ]
        page.save_revision(user=acting("Översättare"))


VERBS: dict[str, Callable[[Player, dict[str, Any]], None]] = {
    "memo": Player._memo,
    "decide": Player._decide,
    "open_remiss": Player._open_remiss,
    "answer": Player._answer,
    "extend_remiss": Player._extend_remiss,
    "close_remiss": Player._close_remiss,
    "answer_point": Player._answer_point,
    "edit": Player._edit,
    "answer_motive": Player._answer_motive,
    "announce": Player._announce,
    "appeal": Player._appeal,
    "confirm_laga_kraft": Player._confirm_laga_kraft,
    "translate": Player._translate,
    "publish_translation": Player._publish_translation,
    "easy_read": Player._easy_read,
}


def fault_in_words(fault: Exception) -> str:
    """Return a fault of the program as one line that says it is one."""
    words = " ".join(str(fault).split())[:300]
    return (
        f"a fault in Styrdok, so nothing of this was written: {type(fault).__name__}: {words} "
        "(--traceback shows where)"
    )


def _new_plan(case: dict[str, Any]) -> NewPlan:
    responsible = case.get("responsible")
    return NewPlan(
        title=case["title"],
        kind=case["kind"],
        summary=case.get("summary", ""),
        area=_area(case["area"]) if "area" in case else None,
        responsible=ensure_organisation(responsible, type=guess_type(responsible))[0]
        if responsible
        else None,
        applies_to=case.get("applies_to", ""),
    )


def _minutes(step: dict[str, Any], body: Organisation, *, seats: int | None) -> Minutes:
    ballot = step.get("ballot")
    return Minutes(
        body=body,
        seats=seats,
        decided_on=step["on"],
        outcome=Outcome(step["outcome"]),
        paragraph=_paragraph(step.get("paragraph"), decided_on=step["on"]),
        present=step.get("present"),
        requested_by=step.get("requested_by"),
        ballot=Ballot(**ballot) if ballot else None,
        votes=[_vote(vote) for vote in step.get("votes", [])],
        motives=[MotiveText(**motive) for motive in step.get("motives", [])],
        changes=[Amendment(**change) for change in step.get("changes", [])],
        basis=Basis(step["basis"]) if "basis" in step else None,
        yrkanden=step.get("yrkanden", []),
        reservations=step.get("reservations", []),
        jav=step.get("jav", []),
        sent_to=step.get("sent_to", []),
        immediately_adjusted=step.get("immediately_adjusted", False),
        despite=frozenset(step.get("despite", [])),
        note=step.get("note", ""),
    )


def _vote(table: dict[str, Any]) -> Vote:
    counted = {name: value for name, value in table.items() if name not in ("names", "closed")}
    return Vote(
        **{"question": "", **counted},
        roll_call=RollCall(**table.get("names", {})),
        is_closed=table.get("closed", False),
    )


def _area(name: str) -> SubjectArea:
    code = slugify(name)[:40] or "omrade"
    found = SubjectArea.objects.filter(Q(name__iexact=name) | Q(code=code)).first()
    return found or SubjectArea.objects.create(code=code, name=name)


def _paragraph(printed: int | str | None, *, decided_on: date) -> int | None:
    """The number; a year printed with it must be the meeting's."""
    if not isinstance(printed, str):
        return printed
    paragraph = Paragraph.parse(printed)
    require_paragraph_in_year(paragraph=paragraph, decided_on=decided_on)
    return paragraph.number


def _body(name: str) -> Organisation:
    body = Organisation.objects.called(name)
    if body is None:
        raise _nothing_there(_("There is no body called “%(name)s”"), name)
    return body


def _point(page: RemissRoundPage, point: dict[str, str]) -> NewPoint:
    if point["on"] == "whole":
        return NewPoint(None, point["text"])
    block = _block_with(point["on"], blocks_of_stream(list(page.text.raw_data)))
    return NewPoint(UUID(block.id), point["text"])


def _answers_from(page: RemissRoundPage, name: str) -> list[RemissAnswer]:
    body = Organisation.objects.called(name)
    answers = (
        page.answers.filter(organisation=body) if body else page.answers.filter(respondent=name)
    )
    return list(answers.prefetch_related("points"))


def _easy_section(revision: Any, section: dict[str, Any]) -> dict[str, Any]:
    blocks = blocks_of(revision)
    return {
        "heading": section.get("heading", ""),
        "text": as_html(section["text"]),
        "covers": [_block_with(phrase, blocks).id for phrase in section.get("covers", [])],
    }


def _block_with(phrase: str, blocks: Sequence[TextBlock]) -> TextBlock:
    block = find_block(blocks, phrase)
    if block is None:
        raise _nothing_there(_("No part of the text holds “%(name)s”"), phrase)
    return block


def _nothing_there(what: str, name: str, number: int = 0) -> RuleViolation:
    """Return the refusal of a step about something that the case does not have."""
    return RuleViolation(
        _("%(what)s, so the step was not taken. Check the case file.")
        % {"what": what % {"number": number, "name": name}},
        code="step_not_possible",
    )


def _agrees(found: Any, wanted: Any) -> bool:
    """A table is compared key by key, a list item by item; a date by its ISO form."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(_agrees(found.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list):
        return len(found) == len(wanted) and all(map(_agrees, found, wanted))
    if isinstance(wanted, date):
        return bool(found == wanted.isoformat())
    return bool(found == wanted)


def _describe(step: dict[str, Any]) -> str:
    named = [step.get(key) for key in ("to", "body", "from", "outcome", "locale") if step.get(key)]
    return " ".join(
        [step["do"], *(", ".join(name) if isinstance(name, list) else str(name) for name in named)]
    )
