"""Parts that every kind of letter has: dates in words, the address, headed sections."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.outputs.document import Block, Bullets, Document, Fact, Heading, Item, Paragraph
from plandocs.outputs.letters import Letterhead, Statement
from plandocs.outputs.typography import paragraphs, present


def day_in_words(day: date) -> str:
    """ "19 december 2022", in the active language."""
    return date_format(day, "j F Y")


def one_line(text: str) -> str:
    """A title as metadata and headings want it."""
    return " ".join(text.split())


def composed(
    letterhead: Letterhead,
    kind: str,
    title: str,
    *,
    filed_as: str,
    running: str,
    day: date,
    facts: Iterable[Fact],
    blocks: Iterable[Block],
) -> Document:
    """Put a letter together in the active language, which is that of the record.

    ``filed_as`` and ``running``, after the kind of letter, are the title that the file carries with
    it and the head of every page but the first.
    """
    return Document(
        letterhead=letterhead,
        language=settings.LANGUAGE_CODE,
        kind=kind,
        title=title,
        metadata_title=_("%(kind)s: %(title)s") % {"kind": kind, "title": filed_as},
        running_head=f"{kind} · {running}",
        date=day,
        facts=tuple(facts),
        contact=tuple(fact for fact in _contact(letterhead) if fact.value.strip()),
        blocks=tuple(blocks),
    )


def _contact(letterhead: Letterhead) -> Iterator[Fact]:
    yield Fact(_("Address"), letterhead.address)
    yield Fact(_("E-mail"), letterhead.email)
    yield Fact(_("Telephone"), letterhead.phone)
    yield Fact(_("Website"), letterhead.website)
    yield Fact(_("Organisation number"), letterhead.organisation_number)


def prose(heading: str, texts: Iterable[str]) -> Iterator[Block]:
    """A heading and its paragraphs, or nothing when there is no text."""
    if found := paragraphs(texts):
        yield Heading(heading)
        yield from (Paragraph(text) for text in found)


def listing(heading: str, lines: Sequence[str]) -> Iterator[Block]:
    """A heading and a list, or nothing when the list is empty."""
    if found := present(lines):
        yield Heading(heading)
        yield Bullets(tuple(Item(line) for line in found))


def statements(heading: str, said: Sequence[Statement]) -> Iterator[Block]:
    """A heading and who said what, or nothing when nobody did."""
    if said:
        yield Heading(heading)
        yield Bullets(tuple(Item(one.text, lead=one.by) for one in said))
