"""Reading and writing a catalogue, and naming what is in it."""

from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from styrdok.own_words import OwnWord

Key = tuple[str, str]
"""What a message goes by: its context, empty if it has none, and its words in the singular."""


def read(path: Path) -> Catalog:
    """Return the catalogue at this path, which names its language: ``sv/LC_MESSAGES/django.po``."""
    with path.open("rb") as source:
        return read_po(source, locale=path.parts[-3], abort_invalid=True)


def new(language: str | None) -> Catalog:
    """Return an empty catalogue; without a language, one of words in the code."""
    return Catalog(
        locale=language,
        header_comment="# The words of Styrdok.",
        project="Styrdok",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team=language or "",
        fuzzy=False,
    )


def write(path: Path, catalogue: Catalog) -> None:
    """Write it in the order of the files that its words stand in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as written:
        write_po(
            written,
            catalogue,
            width=100,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=True,
        )


def compile_beside(path: Path) -> None:
    """Write the .mo file of a catalogue beside it, without the words that are not translated."""
    catalogue = read(path)
    for message in [message for message in catalogue if not all(texts(message))]:
        catalogue.delete(message.id, message.context)
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


def compile_reworded(path: Path, to: Path, word: OwnWord) -> None:
    """Write the messages of a catalogue that hold our word as a .mo file that holds the other."""
    catalogue = read(path)
    for message in list(by_key(catalogue).values()):
        held = texts(message)
        if not any(map(word.stands_in, held)):
            catalogue.delete(message.id, message.context)
        elif isinstance(message.string, str):
            message.string = word.put_in(message.string)
        else:
            message.string = tuple(map(word.put_in, held))
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("wb") as compiled:
        write_mo(compiled, catalogue)


def by_key(messages: Iterable[Message]) -> dict[Key, Message]:
    """Return the messages by what they go by, without the head of a catalogue."""
    return {key(message): message for message in messages if message.id}


def texts(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one for each plural form; an empty one is missing."""
    held = message.string
    return tuple(held) if isinstance(held, tuple | list) else (held or "",)


def key(message: Message) -> Key:
    """Return what a message goes by."""
    singular = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return (message.context or "", singular)


def shown(key: Key) -> str:
    """Return a message as a fault names it."""
    context, singular = key
    return f"“{singular}”" + (f" ({context})" if context else "")
