"""A drawing turned into a picture, for programs that show no SVG."""

import json

import typst

from plandocs.outputs.typefaces import typst_fonts

_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.drawing))), format: "svg", height: 40mm)
"""


def svg_to_png(svg: bytes) -> bytes:
    """Draw ``svg`` 40 mm high at 300 dots per inch on a clear ground."""
    return typst.compile(
        _PAGE,
        font_paths=typst_fonts(),
        format="png",
        ppi=300,
        sys_inputs={"drawing": json.dumps(list(svg))},
    )
