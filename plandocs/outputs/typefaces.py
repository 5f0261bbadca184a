"""The typefaces letters are set in, and which characters they can show.

Only the files beside this module are used: neither the machine's fonts nor those inside the
Typst library, so that the same letter looks the same everywhere.
"""

import struct
from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).parent / "fonts"
_REGULAR = ("SourceSerif4-Regular.otf", "SourceSans3-Regular.otf", "NotoSansArabic-Regular.ttf")


@cache
def typst_fonts() -> typst.Fonts:
    """Our own typefaces and no others."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER]
    )


@cache
def shown_characters() -> frozenset[int]:
    """Every code point that at least one of the faces can show."""
    return frozenset().union(*(_code_points(FOLDER / name) for name in _REGULAR))


def showable(text: str) -> str:
    """Write a character that no face can show as its code point: ``[U+1F600]``.

    PDF/A forbids text without a glyph. Nothing is left out, so the record can be read back.
    """
    shown = shown_characters()
    return "".join(
        character if character == "\n" or ord(character) in shown else f"[U+{ord(character):04X}]"
        for character in text
    )


def _code_points(path: Path) -> set[int]:
    """Read the character map (OpenType ``cmap``, subtable format 12 or 4) of a font file."""
    font = path.read_bytes()
    entries = struct.iter_unpack(">4sIII", font[12 : 12 + 16 * _short(font, 4)])
    table = next(offset for tag, _checksum, offset, _length in entries if tag == b"cmap")
    records = struct.iter_unpack(">4sI", font[table + 4 : table + 4 + 8 * _short(font, table + 2)])
    subtables = {_short(font, table + offset): table + offset for _platform, offset in records}
    if 12 in subtables:
        return _segments(font, subtables[12])
    return _narrow_segments(font, subtables[4])


def _short(font: bytes, place: int) -> int:
    return int.from_bytes(font[place : place + 2])


def _segments(font: bytes, subtable: int) -> set[int]:
    (count,) = struct.unpack_from(">I", font, subtable + 12)
    groups = struct.iter_unpack(">III", font[subtable + 16 : subtable + 16 + 12 * count])
    return {point for first, last, _glyph in groups for point in range(first, last + 1)}


def _narrow_segments(font: bytes, subtable: int) -> set[int]:
    """Read a map of 16-bit code points; one that leads to glyph 0 has no glyph."""
    twice = _short(font, subtable + 6)
    arrays = [subtable + 14 + twice * number + 2 * (number > 0) for number in range(4)]
    points: set[int] = set()
    for index in range(twice // 2):
        last, first, delta, offset = (_short(font, array + 2 * index) for array in arrays)
        for point in range(first, last + 1):
            glyph = point
            if offset:
                glyph = _short(font, arrays[3] + 2 * index + offset + 2 * (point - first))
            if glyph and (glyph + delta) % 0x10000:
                points.add(point)
    return points - {0xFFFF}
