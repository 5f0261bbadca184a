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
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, table + 2)
    subtables: dict[int, int] = {}
    for index in range(count):
        (offset,) = struct.unpack_from(">I", font, table + 4 + 8 * index + 4)
        (subtable_format,) = struct.unpack_from(">H", font, table + offset)
        subtables[subtable_format] = table + offset
    if 12 in subtables:
        return _segments(font, subtables[12])
    if 4 in subtables:
        return _narrow_segments(font, subtables[4])
    raise ValueError(f"{path.name} has no character map of format 12 or 4")


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _checksum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag!r}")


def _segments(font: bytes, subtable: int) -> set[int]:
    (groups,) = struct.unpack_from(">I", font, subtable + 12)
    points: set[int] = set()
    for index in range(groups):
        first, last, _glyph = struct.unpack_from(">III", font, subtable + 16 + 12 * index)
        points.update(range(first, last + 1))
    return points


def _narrow_segments(font: bytes, subtable: int) -> set[int]:
    """Read a map of 16-bit code points; one that leads to glyph 0 has no glyph."""
    (twice,) = struct.unpack_from(">H", font, subtable + 6)
    arrays = [subtable + 14 + twice * number + 2 * (number > 0) for number in range(4)]
    points: set[int] = set()
    for index in range(twice // 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", font, array + 2 * index)[0] for array in arrays
        )
        for point in range(first, last + 1):
            glyph = point
            if offset:
                place = arrays[3] + 2 * index + offset + 2 * (point - first)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph and (glyph + delta) % 0x10000:
                points.add(point)
    return points - {0xFFFF}
