"""What is wrong with the catalogues, one sentence each."""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from babel.messages.catalog import Message

from styrdok.messages.catalogues import Key, by_key, key, new, read, shown, texts
from styrdok.messages.project import COMPLETE, WAGTAIL, Project
from styrdok.messages.usage import messages_in_use
from styrdok.own_words import FOR_MEASURES


def find_faults(project: Project) -> Iterator[str]:
    """Say what is missing, unused, doubtful or wrongly formed, one sentence each."""
    in_use = by_key(messages_in_use(project))
    for language in project.translated:
        yield from (f"{language}: {fault}" for fault in _of_ours(project, language, in_use))
    for path in project.of_wagtail():
        language = path.parts[-3]
        found = _of_theirs(project, path, in_use.keys())
        yield from (f"{WAGTAIL}/{language}: {fault}" for fault in found)


def _of_ours(project: Project, language: str, in_use: Mapping[Key, Message]) -> Iterator[str]:
    path = project.catalogue(language)
    catalogue = read(path) if path.exists() else new(language)
    held = by_key(catalogue)
    out_of_line = [
        *(f"{shown(missing)} is not in the catalogue" for missing in in_use.keys() - held.keys()),
        *(f"{shown(unused)} is not used any more" for unused in held.keys() - in_use.keys()),
        *(f"{shown(key(message))} is obsolete" for message in catalogue.obsolete.values()),
    ]
    moved = [
        name for name in held.keys() & in_use.keys() if _files(held[name]) != _files(in_use[name])
    ]
    if moved:
        out_of_line.append(f"{len(moved)} messages stand in other files than it says")
    if out_of_line and language != COMPLETE:
        out_of_line = [f"{len(out_of_line)} messages are not those of the code"]
    yield from (f"{fault}; run make messages." for fault in out_of_line)
    for name, message in held.items():
        faults = _of(message, complete=language == COMPLETE)
        yield from (f"{shown(name)} {fault}" for fault in faults)
        if language == COMPLETE:
            yield from (f"{shown(name)} {fault}" for fault in _of_words(message))


def _files(message: Message) -> set[str]:
    return {file for file, _line in message.locations}


def _of_words(message: Message) -> Iterator[str]:
    """Our word for what a municipality may call otherwise means that and nothing else."""
    said = " ".join(message.id) if isinstance(message.id, tuple | list) else str(message.id)
    for word in FOR_MEASURES.values():
        if any(map(word.stands_in, texts(message))) != (word.english in said.lower()):
            yield f"says “{word.ours}” otherwise than of a {word.english}; choose the words anew."


def _of_theirs(project: Project, path: Path, in_use: Set[Key]) -> Iterator[str]:
    """A word is needed while a package's screens say it, and its own catalogue not the same."""
    theirs = {name for source in project.upstream("en") for name in by_key(read(source))}
    translated = [_in_effect(read(source)) for source in project.upstream(path.parts[-3])]
    for name, message in by_key(read(path)).items():
        yield from (f"{shown(name)} {fault}" for fault in _of(message, complete=True))
        if name in in_use:
            yield f"{shown(name)} stands in our own catalogue; take it out here."
        if name not in theirs:
            yield f"{shown(name)} is not a message of Wagtail's any more; take it out."
        if any(held.get(name) == texts(message) for held in translated):
            yield f"{shown(name)} is said the same by Wagtail's own catalogue now; take it out."


def _in_effect(messages: Iterable[Message]) -> dict[Key, tuple[str, ...]]:
    """The translations that are shown; a fuzzy one is not."""
    return {name: texts(held) for name, held in by_key(messages).items() if not held.fuzzy}


def _of(message: Message, *, complete: bool) -> Iterator[str]:
    """Say what is wrong with one message; in a complete catalogue each is translated."""
    if message.fuzzy:
        yield "is marked fuzzy; read the translation and remove the mark."
    if all(texts(message)):
        yield from (f"is wrongly translated: {error}." for error in message.check())
    elif complete or any(texts(message)):
        yield "is not translated."
