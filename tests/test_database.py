"""A kept database is taken only by those whose migrations made it."""

import sys
from pathlib import Path

import pytest
from django.db.migrations.loader import MigrationLoader

from tests.database import key, migrations


@pytest.fixture
def files(tmp_path):
    """Two migrations of an app."""
    folder = tmp_path / "app" / "migrations"
    folder.mkdir(parents=True)
    files = [folder / "0001_initial.py", folder / "0002_more.py"]
    for file in files:
        file.write_text("operations = []")
    return files


def test_the_same_migrations_have_one_key_in_whatever_order_they_are_found(files):
    assert key(files, ["5.2"]) == key(reversed(files), ["5.2"])


def test_a_migration_that_says_something_else_gives_another_key(files):
    before = key(files, [])

    files[1].write_text("operations = [Another()]")

    assert key(files, []) != before


def test_a_migration_of_another_name_gives_another_key(files):
    before = key(files, [])

    renamed = files[1].rename(files[1].with_name("0003_more.py"))

    assert key([files[0], renamed], []) != before


def test_a_migration_less_gives_another_key(files):
    assert key(files[:1], []) != key(files, [])


def test_another_version_gives_another_key(files):
    assert key(files, ["7.4"]) != key(files, ["8.0"])


def test_the_key_is_of_every_migration_that_django_runs(db):
    modules = {migration.__module__ for migration in MigrationLoader(None).disk_migrations.values()}

    assert {Path(sys.modules[module].__file__) for module in modules} <= {*migrations()}
