"""``manage.py play_case FILE``: play a case file through the services."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import NoReturn, TypedDict, Unpack

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from workflow.casefile.playing import Played, Player, fault_in_words
from workflow.casefile.reading import InvalidCaseFile, read_case_file
from workflow.mail.posting import silenced

INVALID, REFUSED = 2, 1


class Options(TypedDict):
    """What the command is asked to do."""

    file: Path
    json: bool
    keep_going: bool
    send_mail: bool
    traceback: bool


class Command(BaseCommand):
    """Play one case. Exit status: 0 as the file says, 1 a step went otherwise, 2 a wrong file."""

    help = "Plays a case file through the same services as the screens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
        parser.add_argument("--keep-going", action="store_true", help="go on after a refused step")
        parser.add_argument("--send-mail", action="store_true", help="send the mails of each step")

    def handle(self, *args: object, **options: Unpack[Options]) -> None:
        try:
            problems = self._carry_out(options)
        except InvalidCaseFile as error:
            self._fail(f"{options['file'].name}: {error}", status=INVALID)
        except Exception as fault:
            if options["traceback"]:
                raise
            self._fail(f"{options['file'].name}: {fault_in_words(fault)}", status=REFUSED)
        if problems:
            sys.exit(REFUSED)

    def _carry_out(self, options: Options) -> list[Played]:
        player = Player(
            read_case_file(options["file"]),
            today=timezone.localdate(),
            shows_faults=options["traceback"],
        )
        with nullcontext() if options["send_mail"] else silenced():
            problems = self._play(player, options)
        if options["json"]:
            told: dict[str, object] = {**player.report()} if player.case else {}
            if problems:
                told["problems"] = [_as_json(played) for played in problems]
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        return problems

    def _play(self, player: Player, options: Options) -> list[Played]:
        """Return the steps that went otherwise than the file says."""
        opened = player.open()
        self._tell(opened, quiet=options["json"])
        if opened.problem:
            return [opened]
        problems = []
        for played in player.play():
            self._tell(played, quiet=options["json"])
            if played.problem:
                problems.append(played)
                if not options["keep_going"]:
                    break
        return problems

    def _tell(self, played: Played, *, quiet: bool) -> None:
        if played.problem:
            words = f"[{played.code}] {played.problem}" if played.code else played.problem
            self.stderr.write(
                _one_line(f"step {played.number} ({played.on} {played.verb}): {words}")
            )
        elif not quiet:
            self.stdout.write(_one_line(f"{played.on}  {played.line}"))

    def _fail(self, message: str, *, status: int) -> NoReturn:
        self.stderr.write(_one_line(message))
        sys.exit(status)


def _one_line(words: str) -> str:
    """A name in the file may hold a line break; what is said of it does not."""
    return " ".join(words.splitlines())


def _as_json(played: Played) -> dict[str, object]:
    return {
        "step": played.number,
        "on": played.on.isoformat(),
        "do": played.verb,
        "code": played.code,
        "message": played.problem,
    }
