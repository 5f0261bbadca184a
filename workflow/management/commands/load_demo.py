"""``manage.py load_demo``: a municipality to try Styrdok in, made by playing case files."""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from plandocs.models import Case
from workflow.casefile.playing import Player
from workflow.casefile.reading import CaseFile, InvalidCaseFile, read_case_file
from workflow.demo.accounts import ACCOUNTS, PASSWORD, ensure_accounts
from workflow.demo.dates import moved, weeks_since_written
from workflow.demo.municipality import ensure_municipality
from workflow.mail.posting import silenced
from workflow.rules.diarienummer import Diarienummer
from workflow.services.installation import install_site

CASES = Path(__file__).resolve().parents[2] / "demo" / "cases"
RUNNING = "running"


class Command(BaseCommand):
    """Load what is missing; what was done in the demo is kept."""

    help = "Loads the demo municipality through the same services as the screens."

    def handle(self, *args: object, **options: object) -> None:
        install_site()
        ensure_municipality()
        ensure_accounts()
        today = timezone.localdate()
        files = sorted(CASES.rglob("*.toml"), key=lambda path: path.name)
        for number, path in enumerate(files, start=1):
            self._load(path, f"  case {number} of {len(files)}: ", today)
        self._tell()

    def _load(self, path: Path, heading: str, today: date) -> None:
        is_running = path.parent.name == RUNNING
        file = self._read(path, by=weeks_since_written(today) if is_running else timedelta())
        number = file.case.number
        if _is_there(number, whatever_year=is_running):
            return
        self.stdout.write(f"{heading}{file.case.title} ({number.printed})")
        self.stdout.flush()
        with silenced(), transaction.atomic():  # a case is loaded whole, or not at all
            player = Player(file, today=today, shows_faults=True)
            for played in (player.open(), *player.play()):
                if played.problem:
                    raise CommandError(
                        f"{path.name} step {played.number} ({played.line}): {played.problem}"
                    )

    def _read(self, path: Path, *, by: timedelta) -> CaseFile:
        try:
            return moved(read_case_file(path), by=by)
        except InvalidCaseFile as error:
            raise CommandError(f"{path.name}: {error}") from error

    def _tell(self) -> None:
        base = settings.BASE_URL
        self.stdout.write("")
        self.stdout.write(f"The public pages:   {base}/")
        self.stdout.write(f"The officials' own: {base}/admin/")
        self.stdout.write(f"The politicians':   {base}/las/")
        self.stdout.write("")
        self.stdout.write(f"Accounts, all with the password {PASSWORD}:")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username:<14} {account.role:<16} {account.starts_at}")
        self.stdout.write("")


def _is_there(number: Diarienummer, *, whatever_year: bool) -> bool:
    """Whether the case is loaded: one that is going on may have been so in another year."""
    known = map(Diarienummer.parse, Case.objects.values_list("diarienummer", flat=True))
    if not whatever_year:
        return number in known
    return (number.series, number.number) in {(one.series, one.number) for one in known}
