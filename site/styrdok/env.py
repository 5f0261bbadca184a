"""The environment, read in one place; every variable is described in docs/settings.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvValidationError, validate

BASE_DIR = Path(__file__).resolve().parents[2]

SQLITE_SETUP = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"
SECONDS_TO_WAIT_FOR_A_WRITER = 20


@dataclass(frozen=True, slots=True)
class Environment:
    """What the machine decides, and the program does not."""

    secret_key: str
    database: dict[str, Any]
    allowed_hosts: list[str]
    base_url: str
    data_dir: Path
    email: dict[str, Any]
    default_from_email: str
    content_languages: list[str]
    behind_proxy: bool
    debug: bool


def read(defaults: Mapping[str, str]) -> Environment:
    """Read every variable, falling back on ``defaults``.

    Raises ImproperlyConfigured naming all variables that are missing or wrong, at once.
    """
    env = Env(eager=False)

    def required(name: str) -> dict[str, Any]:
        fallback = {"default": defaults[name]} if name in defaults else {}
        return {"validate": validate.Length(min=1), **fallback}

    def parsed(name: str) -> dict[str, Any]:
        return {"default": defaults[name]} if name in defaults else {}

    data_dir = env.path("DATA_DIR", **parsed("DATA_DIR"))
    values: dict[str, Any] = {
        "secret_key": env.str("SECRET_KEY", **required("SECRET_KEY")),
        "database": env.dj_db_url("DATABASE_URL", **parsed("DATABASE_URL")),
        "allowed_hosts": env.list("ALLOWED_HOSTS", **required("ALLOWED_HOSTS")),
        "base_url": env.str("BASE_URL", **required("BASE_URL")),
        "email": env.dj_email_url("EMAIL_URL", **parsed("EMAIL_URL")),
        "default_from_email": env.str("DEFAULT_FROM_EMAIL", **required("DEFAULT_FROM_EMAIL")),
        "content_languages": env.list("CONTENT_LANGUAGES", ["sv", "en", "ar", "fi", "sv-simple"]),
        "behind_proxy": env.bool("BEHIND_PROXY", False),
        "debug": env.bool("DEBUG", defaults.get("DEBUG", "no")),
    }
    try:
        env.seal()
    except EnvValidationError as error:
        raise ImproperlyConfigured(_complaint(error.error_messages)) from None
    return Environment(
        **{
            **values,
            "data_dir": BASE_DIR / data_dir,
            "database": _with_our_options(values["database"]),
            "base_url": values["base_url"].rstrip("/"),
            "email": _with_whole_path(values["email"]),
        }
    )


def _complaint(errors: Mapping[str, Any] | list[Any]) -> str:
    problems = errors.items() if isinstance(errors, Mapping) else [("environment", errors)]
    lines = [f"  {name}: {' '.join(map(str, said))}" for name, said in sorted(problems)]
    return "\n".join(["Set these environment variables (see docs/settings.md):", *lines])


def _with_whole_path(email: dict[str, Any]) -> dict[str, Any]:
    """Letters written to files (``file:///var/mail``) land below the project, like the database."""
    return {**email, "EMAIL_FILE_PATH": BASE_DIR / email["EMAIL_FILE_PATH"]}


def _with_our_options(database: dict[str, Any]) -> dict[str, Any]:
    """Make each request one transaction, and let writers on SQLite wait for each other.

    A transaction that begins by reading cannot wait for a writer in SQLite: it fails at once.
    IMMEDIATE takes the write lock first, so that it waits instead.
    """
    database = {**database, "ATOMIC_REQUESTS": True}
    if "sqlite" not in database["ENGINE"]:
        return {**database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    in_memory = database["NAME"] == ":memory:"
    return {
        **database,
        "NAME": ":memory:" if in_memory else BASE_DIR / str(database["NAME"]),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_TO_WAIT_FOR_A_WRITER,
            "init_command": SQLITE_SETUP,
            **database.get("OPTIONS", {}),
        },
    }
