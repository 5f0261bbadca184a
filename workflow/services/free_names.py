"""The first name that nobody has: for addresses and codes that must be alone of their kind."""

from collections.abc import Container
from itertools import count


def first_free(base: str, taken: Container[str]) -> str:
    """Return ``base``, or else ``base-2``, ``base-3`` … whichever is first free."""
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(name for name in candidates if name not in taken)
