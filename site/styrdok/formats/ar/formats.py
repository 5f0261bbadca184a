"""What Django's Arabic formats leave to be broken."""

from styrdok.formats import HARD_SPACE

DATE_FORMAT = f"j{HARD_SPACE}F،{HARD_SPACE}Y"
