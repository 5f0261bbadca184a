"""The database of a test run: migrated once for each set of migrations, then copied.

Migrating takes longer than most test files. What it leaves is therefore kept, under a key that says
all it depends on: as a file in ``var/test-databases``, or as a database on the PostgreSQL server.
Each process of a run gets a copy. Nobody needs to throw anything away: another migration is another
key. The triggers, which the code says and no migration, are put up anew in each copy.
"""

import fcntl
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import django
import wagtail
from django.apps import apps
from django.conf import settings
from django.db import connection

from styrdok.env import BASE_DIR
from workflow.gate.triggers.installing import install as install_triggers

FOLDER = BASE_DIR / "var" / "test-databases"
PREFIX = "styrdok_migrated_"
KEPT = 3  # so that one may go between branches, and between versions of Wagtail
LOCK = 0x53545952  # any number that nobody else on the server locks


class Shelf(Protocol):
    """Where migrated databases are kept, by name, and copied from and to."""

    def one_at_a_time(self) -> AbstractContextManager[None]: ...
    def kept(self) -> list[str]: ...  # the oldest first
    def copy(self, source: str, target: str) -> None: ...
    def drop(self, name: str) -> None: ...


def lay_out(*, afresh: bool) -> None:
    """Give this process a migrated database of its own; ``afresh`` looks at none that is kept."""
    shelf: Shelf = Files() if connection.vendor == "sqlite" else Server()
    template = PREFIX + key(migrations(), versions())
    with shelf.one_at_a_time():
        if template in shelf.kept() and not afresh:
            _take(shelf, template)
        else:
            _make(shelf, template)
    install_triggers()


def key(files: Iterable[Path], versions: Iterable[str]) -> str:
    """Return 16 characters that are others when a file has another name, place or content."""
    digest = hashlib.sha256(repr(tuple(versions)).encode())
    for file in sorted(files):
        digest.update(repr((file.parts[-3:], file.read_bytes())).encode())
    return digest.hexdigest()[:16]


def migrations() -> Iterator[Path]:
    """Yield the files of every app's migrations."""
    for app in apps.get_app_configs():
        yield from Path(app.path).glob("migrations/*.py")


def versions() -> tuple[str, ...]:
    """Return what decides the rows that Django and Wagtail write after they have migrated."""
    return (django.__version__, wagtail.__version__, *settings.INSTALLED_APPS)


def _take(shelf: Shelf, template: str) -> None:
    name = connection.creation._get_test_db_name()
    shelf.copy(template, name)
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name


def _make(shelf: Shelf, template: str) -> None:
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    shelf.copy(name, template)
    for old in shelf.kept()[:-KEPT]:
        shelf.drop(old)


class Files:
    """SQLite's."""

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        with (FOLDER / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
            yield

    def kept(self) -> list[str]:
        files = FOLDER.glob(f"{PREFIX}*")
        return [file.name for file in sorted(files, key=lambda file: file.stat().st_mtime)]

    def copy(self, source: str, target: str) -> None:
        """Copy by way of another name, so that what is there is there whole."""
        part = (FOLDER / target).with_name("part")
        shutil.copyfile(FOLDER / source, part)
        part.rename(FOLDER / target)

    def drop(self, name: str) -> None:
        (FOLDER / name).unlink()


class Server:
    """PostgreSQL's, which copies a whole database or nothing."""

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until it is disconnected
            yield

    def kept(self) -> list[str]:
        query = "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid"
        with connection._nodb_cursor() as cursor:
            cursor.execute(query, [f"{PREFIX}%"])
            return [name for (name,) in cursor.fetchall()]

    def copy(self, source: str, target: str) -> None:
        self.drop(target)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    def drop(self, name: str) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
