"""What Django's Finnish formats leave to be broken."""

from styrdok.formats import HARD_SPACE

DATE_FORMAT = f"j.{HARD_SPACE}E{HARD_SPACE}Y"
