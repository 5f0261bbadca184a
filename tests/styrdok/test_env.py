"""The environment is read in one place, and says by name what is missing or wrong."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from styrdok import env
from styrdok.settings.base import from_environment

COMPLETE = {
    "ALLOWED_HOSTS": "a.example, b.example",
    "BASE_URL": "https://a.example/",
    "DATABASE_URL": "sqlite:///var/some.sqlite3",
    "DATA_DIR": "var",
    "DEFAULT_FROM_EMAIL": "styrdok@a.example",
    "EMAIL_URL": "file:///var/mail",
    "SECRET_KEY": "a secret",
}


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    for name in (*env.REQUIRED, *env.OPTIONAL):
        monkeypatch.delenv(name, raising=False)


def test_all_missing_variables_are_named_at_once():
    with pytest.raises(ImproperlyConfigured) as complaint:
        env.read(defaults={})

    assert all(name in str(complaint.value) for name in env.REQUIRED)


@pytest.mark.parametrize("name", env.REQUIRED)
def test_a_variable_that_is_set_empty_is_missing(monkeypatch, name):
    monkeypatch.setenv(name, "")

    with pytest.raises(ImproperlyConfigured, match=name):
        env.read({key: value for key, value in COMPLETE.items() if key != name})


def test_what_is_set_wins_over_the_default(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "another secret")

    assert env.read(COMPLETE).secret_key == "another secret"


def test_lists_are_split_at_commas():
    assert env.read(COMPLETE).allowed_hosts == ["a.example", "b.example"]


def test_the_base_url_ends_without_a_slash():
    assert env.read(COMPLETE).base_url == "https://a.example"


def test_relative_paths_are_counted_from_the_project():
    environment = env.read(COMPLETE)

    assert environment.database["NAME"] == str(env.BASE_DIR / "var" / "some.sqlite3")
    assert environment.data_dir == env.BASE_DIR / "var"
    assert environment.email["EMAIL_FILE_PATH"] == str(env.BASE_DIR / "var" / "mail")


@pytest.mark.parametrize("url", ["sqlite:///var/some.sqlite3", "postgres://someone@host/name"])
def test_every_request_is_one_transaction(url):
    assert env.read({**COMPLETE, "DATABASE_URL": url}).database["ATOMIC_REQUESTS"] is True


def test_a_database_that_cannot_be_read_is_refused_without_showing_its_password():
    with pytest.raises(ImproperlyConfigured) as complaint:
        env.read({**COMPLETE, "DATABASE_URL": "oops://someone:hemligt@host/name"})

    assert "DATABASE_URL" in str(complaint.value)
    assert "hemligt" not in str(complaint.value)


@pytest.mark.parametrize("name", ["DEBUG", "BEHIND_PROXY"])
def test_a_switch_is_yes_or_no(monkeypatch, name):
    monkeypatch.setenv(name, "perhaps")

    with pytest.raises(ImproperlyConfigured, match=name):
        env.read(COMPLETE)


def test_measures_are_called_what_the_municipality_calls_them(monkeypatch):
    monkeypatch.setenv("WORD_FOR_MEASURES", "insatser")

    paths = from_environment(env.read(COMPLETE))["LOCALE_PATHS"]

    assert paths[0] == env.BASE_DIR / "locale" / "insatser"


def test_measures_cannot_be_called_just_anything(monkeypatch):
    monkeypatch.setenv("WORD_FOR_MEASURES", "aktiviteter")

    with pytest.raises(ImproperlyConfigured, match="åtgärder or insatser"):
        env.read(COMPLETE)
