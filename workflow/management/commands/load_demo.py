"""``manage.py load_demo``: a municipality to try Styrdok in, made by playing case files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from plandocs.models import Case
from workflow.casefile.playing import Player
from workflow.casefile.reading import InvalidCaseFile, read_case_file
from workflow.demo.accounts import ACCOUNTS, PASSWORD, ensure_accounts
from workflow.demo.municipality import ensure_municipality
from workflow.notifications import silenced
from workflow.rules.diarienummer import Diarienummer
from workflow.services.installation import install_site

CASES = Path(__file__).resolve().parents[2] / "demo" / "cases"


class Command(BaseCommand):
    """Load what is missing; what was done in the demo is kept."""

    help = "Loads the demo municipality through the same services as the screens."

    def handle(self, *args: Any, **options: Any) -> None:
        install_site()
        ensure_municipality()
        ensure_accounts()
        files = sorted(CASES.glob("*.toml"))
        for number, path in enumerate(files, start=1):
            self._load(path, f"  case {number} of {len(files)}: ")
        self._tell()

    def _load(self, path: Path, heading: str) -> None:
        try:
            player = Player(read_case_file(path))
        except InvalidCaseFile as error:
            raise CommandError(f"{path.name}: {error}") from error
        number = Diarienummer.parse(player.file.case["diarienummer"])
        if Case.objects.filter(diarienummer_key=number.key).exists():
            return
        self.stdout.write(f"{heading}{player.file.case['title']} ({number.printed})")
        with silenced():
            for played in [player.open(), *player.play()]:
                if played.problem:
                    raise CommandError(f"{path.name} step {played.number}: {played.problem}")

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
