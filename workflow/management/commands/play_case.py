"""``manage.py play_case FILE``: play a case file through the services."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from workflow.casefile.playing import Played, Player
from workflow.casefile.reading import InvalidCaseFile, read_case_file
from workflow.notifications import silenced

INVALID, REFUSED = 2, 1


class Command(BaseCommand):
    """Play one case. Exit status: 0 as the file says, 1 a step went otherwise, 2 a wrong file."""

    help = "Plays a case file through the same services as the screens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
        parser.add_argument("--keep-going", action="store_true", help="go on after a refused step")
        parser.add_argument("--send-mail", action="store_true", help="send the mails of each step")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            player = Player(read_case_file(options["file"]))
        except InvalidCaseFile as error:
            self._fail(f"{options['file'].name}: {error}", status=INVALID)
        with nullcontext() if options["send_mail"] else silenced():
            failed = self._play(player, options)
        if options["json"] and player.case:
            self.stdout.write(json.dumps(player.report(), ensure_ascii=False, indent=2))
        if failed:
            sys.exit(REFUSED)

    def _play(self, player: Player, options: dict[str, Any]) -> bool:
        opened = player.open()
        self._tell(opened, quiet=options["json"])
        if opened.problem:
            return True
        failed = False
        for played in player.play():
            self._tell(played, quiet=options["json"])
            failed = failed or bool(played.problem)
            if played.problem and not options["keep_going"]:
                break
        return failed

    def _tell(self, played: Played, *, quiet: bool) -> None:
        if played.problem:
            words = f"[{played.code}] {played.problem}" if played.code else played.problem
            self.stderr.write(f"step {played.number} ({played.on} {played.verb}): {words}")
        elif not quiet:
            self.stdout.write(f"{played.on}  {played.line}")

    def _fail(self, message: str, *, status: int) -> None:
        self.stderr.write(message)
        sys.exit(status)
