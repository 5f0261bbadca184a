"""Parts that every kind of letter has: dates in words, the address, headed sections."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plandocs.outputs.document import Block, Bullets, Fact, Heading, Item, Paragraph
from plandocs.outputs.letters import Letterhead, Official, Statement
from plandocs.outputs.typography import paragraphs, present


def day_in_words(day: date) -> str:
    """ "19 december 2022", in the active language."""
    return date_format(day, "j F Y")


def one_line(text: str) -> str:
    """A title as metadata and headings want it."""
    return " ".join(text.split())


def metadata_title(kind: str, title: str) -> str:
    """The title that a file carries with it."""
    return _("%(kind)s: %(title)s") % {"kind": kind, "title": title}


def contact_facts(letterhead: Letterhead) -> tuple[Fact, ...]:
    """How to reach the sender; what is not known is left out."""
    facts = (
        Fact(_("Address"), letterhead.address),
        Fact(_("E-mail"), letterhead.email),
        Fact(_("Telephone"), letterhead.phone),
        Fact(_("Website"), letterhead.website),
        Fact(_("Organisation number"), letterhead.organisation_number),
    )
    return tuple(fact for fact in facts if fact.value.strip())


def official_fact(label: str, official: Official) -> Fact:
    """A person, with the title on a line of its own."""
    return Fact(label, official.name, more=official.title)


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
