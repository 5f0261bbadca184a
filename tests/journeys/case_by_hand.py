"""A case file told by clicking: each verb of the file is what a person does on the screens."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.core import mail
from django.utils.formats import date_format
from playwright.sync_api import Locator, expect

from plandocs.models import Case
from plandocs.vocabulary import ChangeKind, MotiveResponse, Outcome, PointResponse
from tests.journeys.people import Person
from workflow.answering.remiss.forms import STANDPOINTS

PROPOSAL_FOLLOWED = "Enligt förslaget"  # what a body that does not decide does with a bifall
KINDS = {
    ChangeKind.REDAKTIONELL: "Redaktionell: stavning, namn, numrering. Innebörden är densamma.",
    ChangeKind.I_SAK: "I sak: kommunstyrelsen måste besluta igen före fullmäktige.",
}
JA_FOR, NEJ_FOR = "Bifall", "Återremiss"
"""What ja and nej stood for, where a file says only how many were for the outcome and against."""


@dataclass
class CaseByHand:
    """A case file, the people who act in it, and the day it is."""

    file: Path
    enters: Callable[[str], Person]
    passer_by: Callable[[], Person]
    today_is: Callable[[date], None]
    people: dict[str, Person] = field(default_factory=dict)
    address: str = ""
    last: str = ""

    def __post_init__(self) -> None:
        self.told = tomllib.loads(self.file.read_text("utf-8"))
        self.case: dict[str, Any] = self.told["case"]
        self.names = {body["code"]: body["name"] for body in self.told["organisation"]}

    @property
    def number(self) -> str:
        return str(self.case["diarienummer"])

    def person(self, role: str) -> Person:
        if role not in self.people:
            self.people[role] = self.enters(role)
        return self.people[role]

    def at_case(self, role: str) -> Person:
        """Bring the person to the page of the case, the first time by way of what waits."""
        was_last, self.last = self.last == role, role
        if role in self.people:
            person = self.person(role)
            is_there = was_last and person.where.split("#")[0] == self.address
            return person if is_there else person.goes(self.address)
        person = self.person(role)
        waiting = person.main.locator("li").filter(has_text=self.number)
        waiting.get_by_role("link").click()
        expect(person.page).to_have_url(re.compile(f"{self.address}$"))
        return person

    def is_told(self) -> None:
        """Tell the whole file."""
        self.is_opened()
        for step in self.told["step"]:
            self.takes(step)

    def takes(self, step: dict[str, Any]) -> None:
        self.today_is(step["on"])
        getattr(self, step["do"])(step)

    def is_opened(self) -> None:
        """Open the case. What the document itself says is not typed."""
        self.today_is(min(step["on"] for step in self.told["step"]))
        person = self.person("Handläggare")
        person.page.get_by_role("link", name="Ärenden", exact=True).click()
        person.page.get_by_role("link", name="Öppna ärende", exact=True).click()
        person.fills("Diarienummer", self.number)
        person.sees("Läses som serie KS")
        document = self.file.parent / self.case["document"]
        person.main.get_by_label("Texten, om den redan finns").set_input_files(document)
        person.fills("Första år", self.case["valid"][0])
        person.fills("Sista år", self.case["valid"][1])
        person.presses("Öppna ärendet")
        person.is_told(f"Ärendet {self.number} är öppnat. Texten är inläst:")
        heading = person.main.get_by_role("heading", name=self.case["title"], exact=True)
        expect(heading).to_be_visible()
        self.address = person.where

    def edit(self, step: dict[str, Any]) -> None:
        person = self.at_case("Handläggare")
        person.follows("Ändra i texten")
        person.fills("Orden som de står", step["find"])
        person.fills("Orden som de ska lyda", step["replace"])
        person.ticks(KINDS[ChangeKind(step["change"])])
        person.presses("Gör ändringen")
        person.is_told("Texten är ändrad och ändringen är märkt.")

    def memo(self, step: dict[str, Any]) -> None:
        name = self.names[step["to"]]
        person = self.at_case("Handläggare")
        person.follows("Skriv tjänsteskrivelse")
        if not person.main.get_by_role("heading", name=f"När du skickar till {name}").is_visible():
            person.follows(name)
        expect(person.main.get_by_label("Bakgrund")).not_to_have_value("")
        person.fills("Förslag till beslut", "\n".join(step["proposal"]))
        person.presses("Spara och skicka")
        person.is_told("Tjänsteskrivelsen har skickats till")

    def decide(self, step: dict[str, Any]) -> None:
        person = self.at_case("Registrator")
        person.follows("Registrera beslut")
        self._minutes(person, step)
        panel = person.main.get_by_role("complementary")
        for words in self._foreseen(step):
            expect(panel).to_contain_text(words)
        person.sends("Kontrollera")
        expect(panel).to_contain_text(f"{self.names[step['body']]} § {step['paragraph']}")
        person.presses("Registrera beslutet", inside=panel)
        person.is_told(
            f"Registrerat: {self.names[step['body']]} {step['on']} § {step['paragraph']}"
        )

    def _minutes(self, person: Person, step: dict[str, Any]) -> None:
        """Fill in what the minutes say."""
        ballot, outcome = step.get("ballot"), Outcome(step["outcome"])
        person.chooses("Organ", self.names[step["body"]])
        person.dates("Sammanträdesdatum", step["on"])
        person.fills("§", step["paragraph"])
        person.ticks(self._outcome_label(step))
        if ballot:
            person.fills("Närvarande", ballot["present"])
            self._vote(person, outcome, ballot)
        for motive in step.get("motives", ()):
            person.fills("Begärde det", motive["supporters"])
            person.fills("Motiv", motive["text"])
            person.fills("Antal bakom", motive["supporters"])

    def _outcome_label(self, step: dict[str, Any]) -> str:
        outcome = Outcome(step["outcome"])
        decides = step["body"] == self.case.get("decided_by", "KF")
        is_proposal = outcome == Outcome.BIFALL and not decides
        return PROPOSAL_FOLLOWED if is_proposal else str(outcome.label)

    def _vote(self, person: Person, outcome: Outcome, ballot: dict[str, int]) -> None:
        ja, nej = ballot["in_favour"], ballot["against"]
        if outcome == Outcome.ATERREMISS:
            ja, nej = nej, ja
        person.fills("Ja står för", JA_FOR)
        person.fills("Nej står för", NEJ_FOR)
        person.fills("Ja", ja)
        person.fills("Nej", nej)

    def _foreseen(self, step: dict[str, Any]) -> list[str]:
        """Return what the panel says of itself, while the form is being filled in."""
        if step["outcome"] == Outcome.ATERREMISS:
            asked, present = step["motives"][0]["supporters"], step["ballot"]["present"]
            needed = -(-present // 3)
            return [
                f"{asked} av {present} närvarande: en minoritetsåterremiss, minst {needed} krävs",
                "1 motiv måste besvaras innan ärendet kan gå upp igen.",
                "bär återremissen",
            ]
        if step["body"] == self.case.get("decided_by", "KF"):
            return ["Texten antas, publiceras på webben och fryses"]
        return ["Ärendet går vidare till"]

    def open_remiss(self, step: dict[str, Any]) -> None:
        person = self.at_case("Handläggare")
        person.follows("Skicka ut på remiss")
        for box in person.main.get_by_role("checkbox").all():
            box.set_checked(False)
        for code in step["to"]:
            _box(person, self.names[code]).check()
        _box(person, "Låt vem som helst svara").set_checked(step["public"])
        person.dates("Sista dag att svara", step["closes_on"])
        person.fills("Frågor", "\n".join(step["questions"]))
        person.presses("Skicka ut på remiss")
        person.is_told("Texten är ute på remiss.")

    def answer(self, step: dict[str, Any]) -> None:
        is_open = step.get("channel") == "oppen"
        person = self._at_open_form() if is_open else self._at_own_form(self.names[step["from"]])
        if is_open:
            field = "Ditt namn, eller den organisation du svarar för"
            person.fills(field, step["from"])
        person.ticks(str(STANDPOINTS[step["stance"]]))
        for number, point in enumerate(step["points"], start=1):
            if number > 1:
                person.presses("Lägg till en synpunkt")
            comment = person.main.get_by_role("group", name=f"Synpunkt {number}", exact=True)
            if point["on"] != "whole":
                _choose_place(comment, point["on"])
            person.fills("Din synpunkt", point["text"], inside=comment)
        person.presses("Skicka svaret")
        expect(person.main.get_by_role("heading", name="Tack för ditt svar")).to_be_visible()
        person.sees(f"Det har diarienummer {self.number}.")
        person.page.context.close()

    def _at_own_form(self, name: str) -> Person:
        """Follow the link in the letter that the body got."""
        letters = [letter for letter in mail.outbox if f"Till {name}" in letter.body]
        [link] = re.findall(r"http\S+/remiss/svara/\S+", letters[-1].body)
        person = self.passer_by().goes(link)
        person.sees(f"Du svarar för {name}.")
        return person

    def _at_open_form(self) -> Person:
        """Find the remiss as anyone would: from the start page."""
        person = self.passer_by().goes("/sv/")
        out_now = person.main.get_by_role("region", name="Ute på remiss just nu")
        person.follows(self.case["title"], inside=out_now)
        person.follows("Svara på remissen")
        return person

    def close_remiss(self, step: dict[str, Any]) -> None:
        person = self.at_case("Handläggare")
        person.follows("Stäng remissen")
        person.presses("Stäng remissen")
        person.is_told("Remissen är stängd")

    def answer_point(self, step: dict[str, Any]) -> None:
        name = self.names.get(step["from"], step["from"])
        person = self.at_case("Handläggare")
        person.follows("Bemöt synpunkterna")
        point = person.main.get_by_role("article").filter(
            has_text=f"{name}, synpunkt {step['point']}"
        )
        person.ticks(str(PointResponse(step["response"]).label), inside=point)
        person.fills("Varför", step["reason"], inside=point)
        person.presses("Spara bemötandet", inside=point)
        person.is_told("Bemötandet är sparat.")

    def answer_motive(self, step: dict[str, Any]) -> None:
        person = self.at_case("Handläggare")
        person.follows("Besvara motiven")
        motive = person.main.get_by_role("article").filter(has_text=f"Motiv {step['motive']}")
        person.ticks(str(MotiveResponse(step["response"]).label), inside=motive)
        person.fills("Varför", step["reason"], inside=motive)
        person.presses("Spara svaret", inside=motive)
        person.is_told("Svaret på motivet har sparats.")
        expect(motive).to_contain_text(step["reason"])

    def announce(self, step: dict[str, Any]) -> None:
        person = self.at_case("Registrator")
        person.follows("Registrera tillkännagivandet")
        person.dates("Protokollet justerades den", step["adjusted_on"])
        person.dates("Tillkännagavs på anslagstavlan den", step["announced_on"])
        last_day = date.fromisoformat(step["expect"]["appealable_until"])
        expect(person.main.get_by_role("complementary")).to_contain_text(
            f"Kan överklagas till och med {date_format(last_day)}"
        )
        person.sends("Kontrollera")
        person.presses("Registrera tillkännagivandet")
        person.is_told("Tillkännagivandet är registrerat.")

    def is_translated(self, words: dict[str, str]) -> None:
        """Begin the English translation, and write some of it in the translator's editor."""
        person = self.person("Översättare")
        waiting = person.main.get_by_role("listitem").filter(has_text=self.case["title"])
        person.follows("Engelska, arabiska, finska: översätt den antagna texten.", inside=waiting)
        english = self._language(person, "Engelska")
        english.get_by_role("button", name=re.compile("^Börja översätta")).click()
        for swedish, translated in words.items():
            words_here = person.page.get_by_text(swedish, exact=True)
            text = person.main.get_by_role("listitem").filter(has=words_here).last
            person.presses("Översätt", inside=text)
            text.get_by_role("textbox").fill(translated)
            person.presses("Spara", inside=text)
            expect(text).to_contain_text(translated)
            expect(text.get_by_role("button", name="Redigera")).to_be_visible()

    def is_published(self, count: int) -> None:
        """Let an editor release what has been translated."""
        person = self.person("Redaktör")
        person.page.get_by_role("link", name="Språk", exact=True).click()
        person.follows(self.case["title"])
        english = self._language(person, "Engelska")
        expect(english).to_contain_text(f"Påbörjad {count} av")
        english.get_by_role("button", name=re.compile("^Publicera")).click()
        person.is_told(f"Översättningen är publicerad: {count} av")
        expect(english).to_contain_text("Publicerad")

    def is_read(self, standing: str) -> Person:
        """Find the adopted text as anyone would, and see how the decision stands."""
        person = self.passer_by().goes("/sv/")
        person.follows("Alla dokument", inside=person.page.get_by_role("banner"))
        person.follows(self.case["title"])
        expect(person.main.get_by_role("heading", name=self.case["title"], level=1)).to_be_visible()
        person.sees(standing)
        return person

    def _language(self, person: Person, name: str) -> Locator:
        """Return the row of a language on the languages screen."""
        header = person.page.get_by_role("rowheader", name=name)
        return person.main.get_by_role("row").filter(has=header)

    def stands_at(self, stage: str) -> None:
        """Fail unless the record says so too: what was seen was also saved."""
        assert Case.objects.get(diarienummer=self.number).stage == stage


def _box(person: Person, name: str) -> Locator:
    """Return the check box whose label begins so."""
    begins = re.compile(f"^{re.escape(name)}")
    return person.main.get_by_role("checkbox", name=begins)


def _choose_place(comment: Locator, phrase: str) -> None:
    """Choose the place in the text whose words in the list hold the phrase, or begin it."""
    places = comment.get_by_label("Vad gäller synpunkten?")
    labels = places.locator("option").all_text_contents()
    found = next(label for label in labels if phrase in label)
    places.select_option(label=found.strip())
