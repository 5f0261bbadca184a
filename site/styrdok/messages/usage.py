"""The messages that the code and the templates use."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from styrdok.messages.catalogues import new
from styrdok.messages.project import Project

KEYWORDS: Mapping[str, tuple[int | tuple[int, str], ...] | None] = {
    f"{name}{lazy}": positions
    for lazy in ("", "_lazy")
    for name, positions in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
} | {"_": None, "gettext_noop": None}


def messages_in_use(project: Project) -> Catalog:
    """Collect every message of the code and the templates."""
    catalogue = new(None)
    for path in _files(project, project.code, "*.py"):
        if "migrations" not in path.parts:
            _collect(catalogue, path.read_bytes(), _name(project, path))
    for path in _files(project, project.templates, "*.html", "*.txt"):
        if "templates" in path.parts:
            calls = templatize(path.read_text("utf-8"), origin=str(path))
            # In parentheses, Python's reader does not mind how the template is indented.
            _collect(catalogue, f"(\n{calls}\n)".encode(), _name(project, path), lines_before=1)
    return catalogue


def _collect(catalogue: Catalog, source: bytes, name: str, lines_before: int = 0) -> None:
    found = extract("python", BytesIO(source), KEYWORDS, ["Translators"], {"encoding": "utf-8"})
    for line, message, comments, context in found:
        catalogue.add(
            message,
            locations=[(name, line - lines_before)],
            auto_comments=comments,
            context=context,
        )


def _files(project: Project, folders: tuple[str, ...], *patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        for folder in folders:
            yield from sorted((project.root / folder).rglob(pattern))


def _name(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix()
