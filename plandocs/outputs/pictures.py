"""A logo drawn once, to know that it can be and for programs that show no SVG."""

import json
from functools import lru_cache
from pathlib import Path

import typst

from plandocs.outputs.letters import logo_format
from plandocs.outputs.typefaces import typst_fonts

# Also all that a drawing may refer to by a path of its own: no picture lies there.
_TEMPLATES = Path(__file__).parent / "typst"


@lru_cache(maxsize=8)
def as_png(logo: bytes) -> bytes:
    """Draw ``logo`` (PNG or SVG) 40 mm high at 300 dots per inch on a clear ground.

    Raises ValueError for a file that is damaged, or a drawing that refers to other files.
    """
    try:
        return typst.compile(
            _TEMPLATES / "logo.typ",
            root=_TEMPLATES,
            font_paths=typst_fonts(),
            format="png",
            ppi=300,
            sys_inputs={"logo": json.dumps(list(logo)), "format": logo_format(logo).value},
        )
    except typst.TypstError as fault:
        raise ValueError(f"the logo cannot be drawn: {fault.message}") from fault
