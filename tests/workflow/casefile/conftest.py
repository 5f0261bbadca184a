"""Playing a case file as ``manage.py play_case`` does."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import pytest
from django.core.management import call_command


def played(path, *flags):
    """Play a file: return its exit status, what it printed, its complaint."""
    status, out, err = 0, StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            call_command("play_case", str(path), *flags)
        except SystemExit as stop:
            status = stop.code
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def play(tmp_path, kommun):
    """Return a function that plays a file with this text."""

    def run(text, *flags):
        path = tmp_path / "arende.toml"
        path.write_text(str(text), encoding="utf-8")
        return played(path, *flags)

    return run
