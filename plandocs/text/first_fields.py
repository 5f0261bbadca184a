"""Which fields the blocks had when the first sums of texts were kept.

These stand in the canonical form of a text whether they say something or not. A field that came
later stands there only where it says something: else the sum of every adopted text would be another
on the day the field is declared, and each easy-to-read section would seem to retell other words.

Nothing is added here, and nothing taken away.
"""

_BODIES = ("lead", "collaborating", "co_responsible")

FIRST_FIELDS: dict[str, set[str]] = {
    "paragraph": {"text", "footnotes"},
    "definition": {"term", "text", "footnotes"},
    "goal": {"kind", "text"},
    "table": {"caption", "table"},
    "image": {"image", "alt", "caption"},
    "quote": {"text", "source"},
    "easy_read": {"heading", "text", "covers"},
    "focus_area": {"number", "title", "intro", "lead_in", "preconditions", "measures"},
    "measure": {
        *("number", "title", "text", *_BODIES, "responsible_as_printed"),
        *("level", "indicators", "deadline"),
    },
    **{f"{kind}.footnotes": {"mark", "text"} for kind in ("paragraph", "definition")},
    **{f"measure.{role}": {"organisation", "as_printed"} for role in _BODIES},
    "measure.indicators": {"text", "frequency"},
    **{
        kind: {"number", "heading", "content"}
        for kind in ("section", "subsection", "subsubsection")
    },
}
"""The fields by kind of block, or by the field of a block in whose items they stand."""
