"""How text from people is made fit to be set: clean characters, and things kept on one line."""

import re
import unicodedata
from collections.abc import Iterable

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_NUMBERED = "[Aa]vsnitt|[Bb]ilaga|[Ff]okusområde|[Ii]nsats|[Kk]apitel|[Mm]ål|[Pp]unkt|[Ss]idan"
_DIARIENUMMER = r"\b[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5} \d{2,4}/\d+"
_KEPT_TOGETHER = re.compile(
    rf"""
      \b\d{{1,2}}\ (?:{_MONTHS})(?:\ \d{{4}})?\b   # 19 december 2022
    | §§?\ \d+                                     # § 187
    | \b\d+\ (?:§§?|kap\.)                         # 50 §, 5 kap.
    | {_DIARIENUMMER.replace(" ", chr(92) + " ")}  # KS 2022/0037
    | \b(?:kl\.|nr|s\.|st\.|p\.)\ \d+              # kl. 18
    | \b(?:{_NUMBERED})\ \d+                      # bilaga 2
    | \b\d{{1,3}}(?:\ \d{{3}})+\b                  # 240 000
    """,
    re.VERBOSE,
)


def clean(text: str) -> str:
    """Compose characters, drop stray spaces and signs that only steer; breaks become ``\\n``."""
    composed = unicodedata.normalize("NFC", re.sub("\r\n|[\r\u2028\u2029]", "\n", text))
    kept = "".join(map(_plain, composed))
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in kept.split("\n"))
    return "\n".join(lines).strip("\n")


def _plain(character: str) -> str:
    if character in "\t\v\f":
        return " "
    steers = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}
    return "" if steers and character != "\n" else character


def keep_together(text: str) -> str:
    """Put no-break spaces in dates, paragraph signs, diarienummer and large numbers."""
    return _KEPT_TOGETHER.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)


def typeset(text: str) -> str:
    """Make ``text`` ready for a page."""
    return keep_together(clean(text))


def paragraphs(texts: Iterable[str]) -> list[str]:
    """Split every text at its blank lines and drop what is empty."""
    parts = (part for text in texts for part in re.split(r"\n\s*\n", clean(text)))
    return [part.strip("\n") for part in parts if part.strip()]


def present(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, cleaned."""
    return tuple(cleaned for text in texts if (cleaned := clean(text)))
