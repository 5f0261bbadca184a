"""What each of the municipality's letters holds: plain values, no database, no clock."""

from plandocs.outputs.letters.journal import Dagboksblad, DiaryRow, Direction
from plandocs.outputs.letters.letterhead import Letterhead, LogoFormat, Official, logo_format
from plandocs.outputs.letters.memo import AnsweredMotive, MemoLetter, TextChange
from plandocs.outputs.letters.minutes import (
    CarriedMotive,
    Deviation,
    MinutesExtract,
    Statement,
    Vote,
)

Letter = MemoLetter | MinutesExtract | Dagboksblad

__all__ = [
    "AnsweredMotive",
    "CarriedMotive",
    "Dagboksblad",
    "Deviation",
    "DiaryRow",
    "Direction",
    "Letter",
    "Letterhead",
    "LogoFormat",
    "MemoLetter",
    "MinutesExtract",
    "Official",
    "Statement",
    "TextChange",
    "Vote",
    "logo_format",
]
