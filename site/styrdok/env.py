"""The environment, read in one place; every variable is described in docs/settings.md."""

import os
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import dj_database_url
import dj_email_url
from dj_database_url import DBConfig
from django.core.exceptions import ImproperlyConfigured

from styrdok.own_words import FOR_MEASURES, MEASURES

BASE_DIR = Path(__file__).resolve().parents[2]

REQUIRED = (
    "ALLOWED_HOSTS",
    "BASE_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_URL",
    "SECRET_KEY",
)
OPTIONAL = {
    "BEHIND_PROXY": "no",
    "CONTENT_LANGUAGES": "sv,en,ar,fi,sv-simple",
    "DEBUG": "no",
    "WORD_FOR_MEASURES": MEASURES,
}
SECONDS_TO_WAIT_FOR_A_WRITER = 20


@dataclass(frozen=True, slots=True)
class Environment:
    """What the machine decides, and the program does not."""

    secret_key: str
    database: DBConfig
    allowed_hosts: list[str]
    base_url: str
    data_dir: Path
    email: dict[str, object]
    default_from_email: str
    content_languages: list[str]
    behind_proxy: bool
    debug: bool
    own_words: list[Path]


def read(defaults: Mapping[str, str]) -> Environment:
    """Read every variable; ``defaults`` stands in for those that are not set, or set empty.

    Raises ImproperlyConfigured naming, at once, all that are missing, or the one that is wrong.
    """
    set_here = {name: value for name, value in os.environ.items() if value}
    given = ChainMap(set_here, dict(defaults), OPTIONAL)
    if missing := [name for name in REQUIRED if name not in given]:
        raise ImproperlyConfigured(
            f"Set the environment variable(s) {', '.join(missing)}; see docs/settings.md."
        )
    return Environment(
        secret_key=given["SECRET_KEY"],
        database=_database(given["DATABASE_URL"]),
        allowed_hosts=_words(given["ALLOWED_HOSTS"]),
        base_url=given["BASE_URL"].rstrip("/"),
        data_dir=BASE_DIR / given["DATA_DIR"],
        email=_email(given["EMAIL_URL"]),
        default_from_email=given["DEFAULT_FROM_EMAIL"],
        content_languages=_words(given["CONTENT_LANGUAGES"]),
        behind_proxy=_yes("BEHIND_PROXY", given["BEHIND_PROXY"]),
        debug=_yes("DEBUG", given["DEBUG"]),
        own_words=_own_words(given["WORD_FOR_MEASURES"]),
    )


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _yes(name: str, text: str) -> bool:
    if text.lower() not in {"yes", "no"}:
        raise ImproperlyConfigured(f"{name} is “{text}”; write yes or no. See docs/settings.md.")
    return text.lower() == "yes"


def _own_words(text: str) -> list[Path]:
    """Return where the sentences with the municipality's own word are, unless it is ours."""
    known = (MEASURES, *FOR_MEASURES)
    if text not in known:
        raise ImproperlyConfigured(
            f"WORD_FOR_MEASURES is “{text}”; write {' or '.join(known)}. See docs/settings.md."
        )
    return [BASE_DIR / "locale" / text] if text in FOR_MEASURES else []


def _database(url: str) -> DBConfig:
    """Make each request one transaction, and let those who write to SQLite wait for each other.

    A SQLite transaction that begins by reading cannot wait when it comes to write: it fails at
    once. IMMEDIATE takes the write lock first, so that it waits instead.
    """
    try:
        database = dj_database_url.parse(url)
    except ValueError as error:  # never shows the URL: it may hold a password
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; write sqlite:///path or postgres://user@host/name."
        ) from error
    database["ATOMIC_REQUESTS"] = True
    if "sqlite" not in database["ENGINE"]:
        return {**database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    if database["NAME"] != ":memory:":
        database["NAME"] = str(BASE_DIR / database["NAME"])
    database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": SECONDS_TO_WAIT_FOR_A_WRITER,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        **database.get("OPTIONS", {}),
    }
    return database


def _email(url: str) -> dict[str, object]:
    """Letters may also be written to files (``file:///var/mail``), below the project."""
    email: dict[str, object] = {**dj_email_url.parse(url)}
    return {**email, "EMAIL_FILE_PATH": str(BASE_DIR / str(email["EMAIL_FILE_PATH"]))}
