"""Footnotes: tie each mark in the text to its note, and the note back to the mark."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

RAISED = re.compile(r"<sup>\s*([^<\s]{1,5})\s*</sup>")
RAISED_AT_START = re.compile(r"^(\s*(?:<p>)?\s*)<sup>\s*([^<\s]{1,5})\s*</sup>\s*")


@dataclass(slots=True)
class Note:
    """A footnote. ``met`` is how many times its mark has been met in the text."""

    id: str
    mark: str
    text: str
    language: str = ""
    met: int = 0

    @property
    def anchor(self) -> str:
        return f"note-{self.id}"

    @property
    def back(self) -> str:
        return f"ref-{self.id}"


class NoteBook:
    """The notes of one text, in the order in which they are met."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    @property
    def notes(self) -> list[Note]:
        return list(self._notes.values())

    def anchor(self, html: str, notes: Sequence[Note]) -> SafeString:
        """Make each raised mark that belongs to a note a link to it. ``html`` must be safe."""
        if not notes:
            return mark_safe(html)  # noqa: S308 – cleaned by the caller
        by_mark = {note.mark: note for note in self._enter(notes)}

        def link(match: re.Match[str]) -> str:
            note = by_mark.get(match[1])
            return self._reference(note) if note else match[0]

        return mark_safe(RAISED.sub(link, html))  # noqa: S308 – only our own link is added

    def lift_from_start(self, html: str, notes: Sequence[Note]) -> tuple[SafeString, str]:
        """Take away a mark that stands first in ``html``: it belongs to the term before it."""
        match = RAISED_AT_START.match(html)
        note = next((n for n in self._enter(notes) if match and n.mark == match[2]), None)
        if match is None or note is None:
            return SafeString(""), html
        return self._reference(note), match[1] + html[match.end() :]

    def _enter(self, notes: Sequence[Note]) -> list[Note]:
        return [self._notes.setdefault(note.id, note) for note in notes]

    def _reference(self, note: Note) -> SafeString:
        note.met += 1
        own_id = note.back if note.met == 1 else f"{note.back}-{note.met}"
        return format_html(
            '<sup class="note-ref"><a id="{}" href="#{}" role="doc-noteref">{}</a></sup>',
            own_id,
            note.anchor,
            note.mark,
        )
