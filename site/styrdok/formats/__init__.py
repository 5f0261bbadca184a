"""How a day is written on the screens: in words, and never broken between two lines.

Each language that Styrdok comes with has a module here; another one that a municipality adds is
written as Django writes it. Letters, documents and files write the same days with ordinary spaces.
"""

HARD_SPACE = "\N{NO-BREAK SPACE}"

DATE_FORMAT = f"j{HARD_SPACE}F{HARD_SPACE}Y"
DATETIME_FORMAT = f"{DATE_FORMAT} H:i"
