"""What a goal is called, and whether a heading has said so already."""

import re

from plandocs.text.labels import GOAL, choices_of

# What the record's own headings call them; those of a translation follow the labels.
SWEDISH_NAMES = {
    "vision": ("vision", "visionen"),
    "main_goal": ("huvudmål", "huvudmålet", "övergripande mål", "mål", "målet"),
    "purpose": ("syfte", "syftet"),
    "direction": ("inriktning", "inriktningen"),
}


def kinds_named_in(heading: str) -> set[str]:
    """Return the kinds of goal that a heading names, in Swedish or in the reader's language."""
    said = " ".join(re.findall(r"\w+", heading.casefold()))
    return {
        kind
        for kind, label in choices_of(GOAL).items()
        if any(f" {name} " in f" {said} " for name in (*SWEDISH_NAMES[kind], label.casefold()))
    }
