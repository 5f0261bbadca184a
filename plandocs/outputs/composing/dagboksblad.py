"""The dagboksblad: what came in, went out and was made in a case, in order."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs.composing.parts import (
    contact_facts,
    day_in_words,
    metadata_title,
    official_fact,
    one_line,
)
from plandocs.outputs.document import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    Line,
    Paragraph,
    Table,
    Tone,
)
from plandocs.outputs.letters import Dagboksblad, DiaryRow, Direction


def compose_dagboksblad(sheet: Dagboksblad, *, language: str) -> Document:
    """Word the sheet in the active language, which the caller names as ``language``."""
    kind = _("Journal sheet")
    title = one_line(sheet.title)
    return Document(
        letterhead=sheet.letterhead,
        language=language,
        kind=kind,
        title=title,
        metadata_title=metadata_title(kind, f"{sheet.diarienummer}, {title}"),
        running_head=f"{kind} · {sheet.diarienummer}",
        date=sheet.printed_on,
        facts=tuple(_facts(sheet)),
        contact=contact_facts(sheet.letterhead),
        blocks=tuple(_blocks(sheet)),
    )


def _facts(sheet: Dagboksblad) -> Iterator[Fact]:
    yield Fact(_("Reference number"), sheet.diarienummer)
    yield Fact(pgettext("case", "Opened"), day_in_words(sheet.opened_on))
    yield Fact(pgettext("case", "Closed"), sheet.closed or _("The case is open"))
    if sheet.handlaggare:
        yield official_fact(_("Case officer"), sheet.handlaggare)


def _blocks(sheet: Dagboksblad) -> Iterator[Block]:
    yield Heading(_("Documents in the case"))
    if sheet.rows:
        yield Table(
            columns=(
                Column(pgettext("document", "No."), 7, numeric=True),
                Column(_("Date"), 15),
                Column(pgettext("document", "In, out or made"), 15),
                Column(_("From or to"), 25),
                Column(_("What it concerns"), 38),
            ),
            rows=tuple(_row(row) for row in sheet.rows),
        )
    else:
        yield Paragraph(_("No document has been registered yet."))
    printed = _("Printed on %(day)s") % {"day": day_in_words(sheet.printed_on)}
    yield Paragraph(printed, Tone.QUIET)


def _row(row: DiaryRow) -> tuple[Cell, ...]:
    direction = {
        Direction.IN: pgettext("document", "In"),
        Direction.OUT: pgettext("document", "Out"),
        Direction.MADE: pgettext("document", "Made here"),
    }[row.direction]
    return (
        (Line(str(row.number)),),
        (Line(row.date.isoformat()),),
        (Line(direction),),
        (Line(row.party or "–"),),
        (Line(row.concerns),),
    )
