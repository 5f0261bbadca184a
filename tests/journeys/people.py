"""A person at a browser: signs in, reads what stands there, and clicks. Complaints are kept."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playwright.sync_api import Locator, Page, expect

PASSWORD = "lösenord"
STATUS = "Failed to load resource"  # a refusal answers 422, and the browser calls that an error
PATIENCE = 15_000  # milliseconds, on a machine that does much else
expect.set_options(timeout=PATIENCE)
VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""


@dataclass
class Person:
    """Somebody with a browser of their own."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.add_init_script(VIOLATIONS)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.where}: {error}"))

    def _hear(self, message: Any) -> None:
        if message.type == "error" and not message.text.startswith(STATUS):
            self.complaints.append(f"{self.where}: {message.text}")

    @property
    def where(self) -> str:
        return self.page.url.removeprefix(self.home)

    def goes(self, address: str) -> "Person":
        self.page.goto(address if address.startswith("http") else self.home + address)
        return self

    def signs_in(self, username: str) -> "Person":
        self.goes("/admin/login/")
        self.page.get_by_label("Användarnamn*", exact=True).fill(username)
        self.page.get_by_placeholder("Ange lösenord").fill(PASSWORD)
        self.presses("Logga in")
        expect(self.page.get_by_role("heading", name="Väntar på mig")).to_be_visible()
        return self

    @property
    def main(self) -> Locator:
        """What the page is about, without menus and breadcrumbs."""
        return self.page.get_by_role("main")

    def field(self, label: str, inside: Locator | None = None) -> Locator:
        """The field with the label, whether it must be filled in or not."""
        marked = re.compile(rf"^\s*{re.escape(label)}\s*(\*|\(frivilligt\))?\s*$")
        return (inside or self.main).get_by_label(marked)

    def presses(self, name: str, *, inside: Locator | None = None) -> None:
        """Press the one button that reads so."""
        (inside or self.page).get_by_role("button", name=name, exact=True).click()

    def sends(self, name: str) -> None:
        """Press the button and wait for the answer: the page may read alike before and after."""
        with self.page.expect_navigation():
            self.presses(name)

    def follows(self, name: str, *, inside: Locator | None = None) -> None:
        """Follow the first link that reads so."""
        (inside or self.main).get_by_role("link", name=name, exact=True).first.click()

    def fills(self, label: str, words: object, *, inside: Locator | None = None) -> None:
        """Fill in the field with the label."""
        self.field(label, inside).fill(str(words))

    def dates(self, label: str, day: date) -> None:
        """Write a day, at a pace that lets the calendar open before the field is left again."""
        self.field(label).click()
        expect(self.page.locator(".xdsoft_datetimepicker:visible")).to_be_visible()
        self.fills(label, day)
        self.field(label).press("Tab")

    def ticks(self, label: str, *, inside: Locator | None = None) -> None:
        """Choose a radio button, or tick a box."""
        self.field(label, inside).check()

    def chooses(self, label: str, option: str, *, inside: Locator | None = None) -> None:
        """Choose in a list."""
        self.field(label, inside).select_option(label=option)

    def sees(self, words: str) -> None:
        """Fail unless the words are read on the page before long."""
        expect(self.main).to_contain_text(words)

    def is_told(self, words: str) -> None:
        """Fail unless the page answers so what was just done."""
        expect(self.page.locator(".messages")).to_contain_text(words)
