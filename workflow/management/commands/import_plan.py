"""Read a steering document from a text file: as a case's draft, or as JSON to look at."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import TypedDict, Unpack

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from plandocs.importing import (
    UnreadableDocument,
    parse_document,
    read_text,
    structure_of,
    to_blocks,
)
from workflow.casefile.role_holder import holder_of
from workflow.errors import RuleViolation
from workflow.services.texts import Imported, import_draft, register_of_names


class Options(TypedDict):
    """What the command is asked to do."""

    file: str
    json: bool
    case: str | None
    user: str | None


class Command(BaseCommand):
    """Import a plan. With ``--json`` alone nothing is written and no database row is needed."""

    help = "Imports a steering document, in Markdown or plain text, as the draft of a case."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="the document: Markdown or text, UTF-8")
        parser.add_argument(
            "--json",
            action="store_true",
            help="print the structure; without --case nothing is written",
        )
        parser.add_argument("--case", metavar="DNR", help="the diarienummer of the case")
        parser.add_argument(
            "--user", metavar="NAME", help="who imports (else an official in charge)"
        )

    def handle(self, *args: object, **options: Unpack[Options]) -> None:
        try:
            text = read_text(options["file"])
            imported = None
            if options["case"] or not options["json"]:
                imported = self._import(text, options["case"], options["user"])
            if options["json"]:
                structure = {"seed": Path(options["file"]).name, **_structure(text)}
                self.stdout.write(json.dumps(structure, ensure_ascii=False, indent=1))
            elif imported:
                self._report(imported)
        except (UnreadableDocument, RuleViolation) as refusal:
            raise CommandError(refusal.message) from refusal

    def _import(self, text: str, diarienummer: str | None, username: str | None) -> Imported:
        return import_draft(
            document=parse_document(text, register=register_of_names()),
            diarienummer=diarienummer,
            on=timezone.localdate(),
            user=_importer(username),
        )

    def _report(self, imported: Imported) -> None:
        self.stdout.write(
            _("%(case)s: %(areas)d focus areas and %(measures)d measures were imported.")
            % {
                "case": imported.case.diarienummer,
                "areas": imported.focus_areas,
                "measures": imported.measures,
            }
        )
        if imported.new_organisations:
            self.stdout.write(
                _("New in the register of bodies: %(names)s.")
                % {"names": ", ".join(imported.new_organisations)}
            )


def _structure(text: str) -> dict[str, object]:
    document = parse_document(text)
    return structure_of(to_blocks(document, organisations={}, namespace=""), document)


def _importer(username: str | None) -> User:
    """Return the user called this, or the official whom a case file would let import."""
    if not username:
        return holder_of("Handläggare")
    users = User.objects.filter(is_active=True, username=username)
    if user := users.first():
        return user
    raise CommandError(
        _("There is no active user “%(name)s”. Say who imports with --user.") % {"name": username}
    )
