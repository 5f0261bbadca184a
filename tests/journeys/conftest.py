"""The browser of the journeys, the people in front of it, and the HTML checker."""

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from tests.factories import OrganisationFactory, UserFactory
from tests.journeys.people import PASSWORD, Person
from workflow.services.installation import install_site

# Playwright keeps an event loop in this thread, and Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
VNU_JAR = Path(__file__).parents[2] / ".venv" / "share" / "vnu.jar"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Every test in this folder is a journey, and starts with the rows of the migrations.

    The server has a connection of its own, so a journey's rows are committed, and it ends in a
    flush that takes the groups, the workflow and the languages too.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, playwright):
    """Start Playwright before there is a database.

    While its event loop runs, Django gives this thread another connection than before, and that
    one would know nothing of the rows to put back.
    """


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not CHROMIUM:
        pytest.skip("There is no Chromium here: install Debian's package chromium.")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


@pytest.fixture(scope="session")
def html_errors(tmp_path_factory):
    """A function from pages, as {name: html}, to the HTML checker's errors, one line each."""
    if not shutil.which("java"):
        pytest.skip("The HTML checker needs Java.")
    if not VNU_JAR.exists():
        pytest.skip("The HTML checker is not here: make vnu")

    def check(pages):
        folder = tmp_path_factory.mktemp("html")
        for name, html in pages.items():
            (folder / f"{name}.html").write_text(html, encoding="utf-8")
        command = ["java", "-jar", VNU_JAR, "--format", "json", "--stdout", "--exit-zero-always"]
        said = subprocess.run(
            [*command, *sorted(folder.iterdir())], capture_output=True, check=True, text=True
        )
        return [
            f"{Path(message['url']).stem}, line {message.get('lastLine')}: {message['message']}"
            for message in json.loads(said.stdout)["messages"]
            if message["type"] == "error"
        ]

    return check


@pytest.fixture(autouse=True)
def _words_are_found(search_index):
    """A visitor searches, so what is saved is indexed as in life."""


@pytest.fixture
def town(live_server, settings):
    """The address of a municipality that is in place, with its pages and its roles."""
    settings.BASE_URL = live_server.url
    install_site()  # the rows of the migrations, put back, point the site at Wagtail's own page
    return live_server.url


@pytest.fixture
def bodies(town):
    """A function that puts the bodies of a case file in the register, each with an address."""

    def register(tables):
        for table in tables:
            address = f"{table['code'].lower()}@example.org"
            OrganisationFactory(email=address, members=table.get("members"), **_named(table))

    return register


def _named(table):
    return {key: table[key] for key in ("code", "name", "type")}


@pytest.fixture
def today_is(monkeypatch):
    """A function that sets the day on which everything is done, here and in the server."""

    def set_day(day: date):
        monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: day)

    return set_day


@pytest.fixture
def passer_by(new_context, town):
    """A function that lets in somebody without an account, in a browser of their own."""
    people = []

    def let_in(**how):
        people.append(Person(new_context(**how).new_page(), town))
        return people[-1]

    yield let_in
    assert [complaint for person in people for complaint in person.complaints] == []


@pytest.fixture
def enters(passer_by):
    """A function that signs somebody in who has the role."""

    def sign_in(role, **how):
        user = UserFactory(username=role.lower(), first_name=role, password=PASSWORD)
        user.groups.add(Group.objects.get(name=role))
        return passer_by(**how).signs_in(user.username)

    return sign_in
