"""Playing a case file as ``manage.py play_case`` does."""

import pytest
from django.core.management import call_command


@pytest.fixture
def play(tmp_path, capsys, kommun):
    """Return a function that plays a file: its exit status, what it printed, its complaint."""

    def run(text, *flags):
        path = tmp_path / "arende.toml"
        path.write_text(str(text), encoding="utf-8")
        return played(path, *flags)

    def played(path, *flags):
        status = 0
        try:
            call_command("play_case", str(path), *flags)
        except SystemExit as stop:
            status = stop.code
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    run.file = played
    return run
