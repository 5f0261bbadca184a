"""The message catalogues, without gettext's programs: ``python -m styrdok.messages VERB``.

``compile`` writes the .mo files that Django reads. ``update`` brings the catalogues in line with
the code and the templates. ``check`` says what is wrong with them, and ends with 1 if anything is.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from styrdok.env import BASE_DIR
from styrdok.languages import NOT_IN_DJANGO

LOCALE = BASE_DIR / "locale"
COMPLETE = "sv"  # what the others lack is shown in Swedish; English needs no catalogue
TRANSLATED = (COMPLETE, "ar", "fi", "so")
# Django accepts a language only where it finds a catalogue, be it empty. Lättläst finds Swedish.
PLACEHOLDERS = tuple(sorted(NOT_IN_DJANGO.keys() - {"sv-simple", *TRANSLATED}))

CODE = ("site/styrdok", "plandocs", "workflow")
TEMPLATES = ("templates", "plandocs", "workflow")
KEYWORDS: dict[str, Any] = {
    f"{name}{lazy}": positions
    for lazy in ("", "_lazy")
    for name, positions in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
} | {"_": None, "gettext_noop": None}


def main(arguments: list[str]) -> int:
    """Carry out the verb given on the command line, and return the exit status."""
    match arguments:
        case ["compile"]:
            compile_all()
        case ["update"]:
            update_all()
        case ["check"]:
            faults = list(find_faults())
            sys.stderr.writelines(f"{fault}\n" for fault in faults)
            return 1 if faults else 0
        case _:
            sys.stderr.write("Say compile, update or check.\n")
            return 2
    return 0


def compile_all() -> None:
    """Write each catalogue's .mo file beside it, without the words that are not translated."""
    for path in LOCALE.glob("*/LC_MESSAGES/django.po"):
        catalogue = _read(path)
        for message in [message for message in catalogue if not all(_texts(message))]:
            catalogue.delete(message.id, message.context)
        with path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)


def update_all() -> None:
    """Add new messages to every catalogue and drop those no longer used. Nothing is guessed."""
    in_use = _messages_in_use()
    for language in (*TRANSLATED, *PLACEHOLDERS):
        path = _path(language)
        catalogue = _read(path) if path.exists() else _new(language)
        if language in TRANSLATED:
            catalogue.update(in_use, no_fuzzy_matching=True, update_creation_date=False)
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


def find_faults() -> Iterator[str]:
    """Say what is missing, unused, doubtful or wrongly formed, one sentence each."""
    in_use = {_key(message): message for message in _messages_in_use() if message.id}
    for language in TRANSLATED:
        catalogue = _read(_path(language)) if _path(language).exists() else _new(language)
        held = {_key(message): message for message in catalogue if message.id}
        out_of_line = [
            *(f"{_shown(key)} is not in the catalogue" for key in in_use.keys() - held.keys()),
            *(f"{_shown(key)} is not used any more" for key in held.keys() - in_use.keys()),
            *(f"{_shown(_key(message))} is obsolete" for message in catalogue.obsolete.values()),
        ]
        if out_of_line and language != COMPLETE:
            out_of_line = [f"{len(out_of_line)} messages are not those of the code"]
        yield from (f"{language}: {fault}; run make messages." for fault in out_of_line)
        for key, message in held.items():
            for fault in _faults_of(message, complete=language == COMPLETE):
                yield f"{language}: {_shown(key)} {fault}"


def _faults_of(message: Message, *, complete: bool) -> Iterator[str]:
    texts = _texts(message)
    if message.fuzzy:
        yield "is marked fuzzy; read the translation and remove the mark."
    if all(texts):
        yield from (f"is wrongly translated: {error}." for error in message.check())
    elif complete or any(texts):
        yield "is not translated."


def _messages_in_use() -> Catalog:
    """Collect every message of the code and the templates."""
    catalogue = _new(None)
    for path in _files(CODE, "*.py"):
        if "migrations" not in path.parts:
            _collect(catalogue, path, path.read_bytes())
    for path in (*_files(TEMPLATES, "*.html"), *_files(TEMPLATES, "*.txt")):
        if "templates" in path.parts:
            calls = templatize(path.read_text("utf-8"), origin=str(path))
            # In parentheses, Python's reader does not mind how the template is indented.
            _collect(catalogue, path, f"(\n{calls}\n)".encode(), lines_before=1)
    return catalogue


def _collect(catalogue: Catalog, path: Path, source: bytes, lines_before: int = 0) -> None:
    name = path.relative_to(BASE_DIR).as_posix()
    found = extract("python", BytesIO(source), KEYWORDS, ["Translators"], {"encoding": "utf-8"})
    for line, message, comments, context in found:
        catalogue.add(
            message,
            locations=[(name, line - lines_before)],
            auto_comments=comments,
            context=context,
        )


def _files(folders: tuple[str, ...], pattern: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((BASE_DIR / folder).rglob(pattern))


def _path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, locale=path.parts[-3], abort_invalid=True)


def _new(language: str | None) -> Catalog:
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


def _texts(message: Message) -> tuple[str, ...]:
    held = message.string
    return tuple(held) if isinstance(held, tuple | list) else (held or "",)


def _key(message: Message) -> tuple[str, str]:
    singular = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return (message.context or "", singular)


def _shown(key: tuple[str, str]) -> str:
    context, singular = key
    return f"“{singular}”" + (f" ({context})" if context else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
