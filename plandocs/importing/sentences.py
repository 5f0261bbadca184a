"""Parting running text into sentences."""

import re

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])")
_LONGEST = 2000


def sentences(text: str) -> list[str]:
    """Part running text at the stops that end a sentence."""
    return [part for part in _ENDS.split(text) if part.strip()]


def short_sentences(text: str) -> list[str]:
    """Return the sentences that are worth searching: what never comes to an end is none."""
    return [sentence for sentence in sentences(text) if len(sentence) <= _LONGEST]
