"""Parts that every kind of letter has: dates in words, the address, headed sections."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.outputs.document import Block, Bullets, Document, Fact, Heading, Item, Paragraph
from plandocs.outputs.letters import Letter, Letterhead, Statement
from plandocs.outputs.typography import paragraphs, present


def day_in_words(day: date) -> str:
    """ "19 december 2022", in the active language."""
    return date_format(day, "j F Y")


def composed(
    letter: Letter,
    kind: str,
    *,
    headed: str = "",
    filed_as: str = "",
    running: str,
    day: date,
    facts: Iterable[Fact],
    blocks: Iterable[Block],
) -> Document:
    """Put a letter together in the active language, which is that of the record.

    ``headed`` and ``filed_as`` stand before its title in the heading and in the title that the file
    carries with it; ``running`` after the kind of letter on every page but the first.
    """
    title = " ".join(letter.title.split())
    return Document(
        letterhead=letter.letterhead,
        language=settings.LANGUAGE_CODE,
        kind=kind,
        title=f"{headed} {title}".strip(),
        metadata_title=_("%(kind)s: %(title)s") % {"kind": kind, "title": f"{filed_as}{title}"},
        running_head=f"{kind} · {running}",
        date=day,
        facts=tuple(facts),
        contact=tuple(fact for fact in _contact(letter.letterhead) if fact.value.strip()),
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
