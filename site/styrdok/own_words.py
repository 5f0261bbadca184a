"""What a municipality may call a thing in its own way, on every screen and in every document.

Our Swedish catalogue has one word for it. Where the municipality has chosen another, the same
sentences are compiled with that word in a catalogue of their own, which Django asks first.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWord:
    """The stem of our word and of the other one, which is inflected alike; and ours in English."""

    english: str
    ours: str
    instead: str

    def stands_in(self, text: str) -> bool:
        return self.ours in text.lower()

    def put_in(self, text: str) -> str:
        small = text.replace(self.ours, self.instead)
        return small.replace(self.ours.capitalize(), self.instead.capitalize())


MEASURES = "åtgärder"
FOR_MEASURES = {"insatser": OwnWord(english="measure", ours="åtgärd", instead="insats")}
"""What measures may be called instead of ``MEASURES`` → the words."""
