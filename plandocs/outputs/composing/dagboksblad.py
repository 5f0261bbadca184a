"""The dagboksblad: what came in, went out and was made in a case, in order."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plandocs.outputs import document as doc
from plandocs.outputs.composing.parts import composed, day_in_words
from plandocs.outputs.letters import Dagboksblad, DiaryRow, Direction


def compose_dagboksblad(sheet: Dagboksblad) -> doc.Document:
    """Word the sheet in the active language."""
    return composed(
        sheet,
        _("Journal sheet"),
        filed_as=f"{sheet.diarienummer}, ",
        running=sheet.diarienummer,
        day=sheet.printed_on,
        facts=_facts(sheet),
        blocks=_blocks(sheet),
    )


def _facts(sheet: Dagboksblad) -> Iterator[doc.Fact]:
    yield doc.Fact(_("Reference number"), sheet.diarienummer)
    yield doc.Fact(pgettext("case", "Opened"), day_in_words(sheet.opened_on))
    yield doc.Fact(pgettext("case", "Closed"), sheet.closed or _("The case is open"))
    if sheet.handlaggare:
        yield doc.Fact(_("Case officer"), sheet.handlaggare.name, more=sheet.handlaggare.title)


def _blocks(sheet: Dagboksblad) -> Iterator[doc.Block]:
    yield doc.Heading(_("Documents in the case"))
    if sheet.rows:
        yield doc.Table(
            columns=(
                doc.Column(pgettext("document", "No."), 7, numeric=True),
                doc.Column(_("Date"), 15),
                doc.Column(pgettext("document", "In, out or made"), 15),
                doc.Column(_("From or to"), 25),
                doc.Column(_("What it concerns"), 38),
            ),
            rows=tuple(_row(row) for row in sheet.rows),
        )
    else:
        yield doc.Paragraph(_("No document has been registered yet."))
    printed = _("Printed on %(day)s") % {"day": day_in_words(sheet.printed_on)}
    yield doc.Paragraph(printed, doc.Tone.QUIET)


def _row(row: DiaryRow) -> tuple[doc.Cell, ...]:
    direction = {
        Direction.IN: pgettext("document", "In"),
        Direction.OUT: pgettext("document", "Out"),
        Direction.MADE: pgettext("document", "Made here"),
    }[row.direction]
    told = (str(row.number), row.date.isoformat(), direction, row.party or "–", row.concerns)
    return tuple((doc.Line(text),) for text in told)
