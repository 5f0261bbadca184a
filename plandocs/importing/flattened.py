"""Rebuilding tables whose cells a PDF has laid one under the other, column heads on one line."""

import re
from itertools import pairwise

from plandocs.importing.flat import Flat, Lines, Rows
from plandocs.importing.labels import Label, column_label, is_goal_column

_OFTEN = re.compile(
    r"(?:^|\s)(?P<often>(?:års|halvårs|kvartals|månads|vecko)vis|årligen|löpande|kontinuerligt"
    r"|varje (?:år|halvår|kvartal|månad)|vart(?:annat| tredje| fjärde| femte) år"
    r"|(?:en|två|1|2) gång(?:er)? (?:per|om) år(?:et)?)\.?$",
    re.IGNORECASE,
)


def rebuild_tables(blocks: list[Flat]) -> list[Flat]:
    """Return the blocks with every table of goals, indicators and how often put together again.

    A row ends where it says how often. What never comes to an end stays as it stands.
    """
    heads = [place for place, block in enumerate(blocks) if _columns(block)]
    if not heads:
        return blocks
    result = blocks[: heads[0]]
    for head, next_head in pairwise([*heads, len(blocks) + 1]):
        rows, read = _rows(blocks, head + 1, next_head - 1)  # what names a table stands before it
        if rows:
            result.append(Rows([_columns(blocks[head]), *rows]))
        result += blocks[read if rows else head : next_head]
    return result


def _columns(block: Flat) -> tuple[str, ...]:
    """Return the column heads of a line that is nothing but such: goal, indicator, how often."""
    if not isinstance(block, Lines) or len(block.lines) != 1:
        return ()
    words = tuple(block.lines[0].split())
    if not words or not is_goal_column(words[0]):
        return ()
    labels = [column_label(word) for word in words[1:]]
    return words if labels == [Label.INDICATOR, Label.FREQUENCY] else ()


def _rows(blocks: list[Flat], start: int, end: int) -> tuple[list[tuple[str, ...]], int]:
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    read = start
    for place in range(start, min(end, len(blocks))):
        block = blocks[place]
        if not isinstance(block, Lines):
            break
        cells.append("\n".join(line.strip() for line in block.lines))
        if match := _OFTEN.search(cells[-1]):
            goal, *indicators = [*cells[:-1], cells[-1][: match.start()]]
            # A comma at the end of a line parts two indicators; one within it belongs to its name.
            parts = (part.strip() for cell in indicators for part in re.split(r",\s*\n", cell))
            rows.append((goal, "; ".join(filter(None, parts)), match["often"]))
            cells, read = [], place + 1
    return rows, read
