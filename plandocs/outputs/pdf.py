"""A letter as PDF/UA-1 and PDF/A-2a in one file, set by Typst."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from plandocs.outputs import typefaces
from plandocs.outputs.composing import compose
from plandocs.outputs.document import Block, Document, Table
from plandocs.outputs.letters import Letter, Letterhead, logo_format
from plandocs.outputs.pictures import as_png
from plandocs.outputs.typography import typeset

TEMPLATES = Path(__file__).parent / "typst"
_PRINTED = ("language", "kind", "title", "metadata_title", "running_head")


def render_pdf(letter: Letter) -> bytes:
    """Set ``letter`` as a tagged PDF in Swedish.

    The same letter gives the same bytes; a damaged logo raises ValueError. Text from
    people reaches Typst as JSON strings only and is never read as markup.
    """
    document = compose(letter)
    return _compile(TEMPLATES / "letter.typ", document_data(document), day=document.date)


def document_data(document: Document) -> dict[str, object]:
    """What the template reads: plain lists and strings, each fit to be shown."""
    data = {
        **{name: getattr(document, name) for name in _PRINTED},
        "date": [document.date.year, document.date.month, document.date.day],
        "facts": [asdict(fact) for fact in document.facts],
        "contact": [asdict(fact) for fact in document.contact],
        "blocks": [_block(block) for block in document.blocks],
        "municipality": document.letterhead.municipality,
        "department": document.letterhead.department,
    }
    with translation.override(document.language):
        data["words"] = {"page": _("Page")}
    shown = {key: _shown(part) for key, part in data.items()}
    return {**shown, "logo": _logo(document.letterhead)}


def _block(block: Block) -> dict[str, object]:
    more = {"is_small": block.is_small} if isinstance(block, Table) else {}
    return {"type": type(block).__name__.lower(), **asdict(block), **more}


def _logo(letterhead: Letterhead) -> dict[str, object] | None:
    """The picture as numbers: JSON has no bytes. One that cannot be drawn is refused."""
    if letterhead.logo is None:
        return None
    as_png(letterhead.logo)
    return {"format": logo_format(letterhead.logo).value, "bytes": list(letterhead.logo)}


def _shown(value: object) -> object:
    match value:
        case str():
            return typefaces.showable(typeset(value))
        case Enum():
            return value.value
        case Mapping():
            return {key: _shown(part) for key, part in value.items()}
        case Sequence():
            return [_shown(part) for part in value]
    return value


def _compile(template: Path, data: Mapping[str, object], *, day: date) -> bytes:
    midnight = datetime.combine(day, time.min, UTC)
    return typst.compile(
        template,
        root=template.parent,
        font_paths=typefaces.typst_fonts(),
        format="pdf",
        sys_inputs={"letter": json.dumps(data)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=midnight,
    )
