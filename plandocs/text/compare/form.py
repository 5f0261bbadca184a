"""What may differ between two wordings of a block besides the words, as it is stored."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What may change though the words do not; the value is stored with a marked change."""

    LINK = "link"
    BOLD = "bold"
    ITALIC = "italic"
    RAISED = "raised"
    SETTING = "setting"
    LIST = "list"
    FIELD = "field"
    CELL = "cell"
    HEADERS = "headers"
    PICTURE = "picture"
    BODY = "body"
    GOAL = "goal"
    VALUE = "value"
    COVERS = "covers"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPACES = "spaces"
    UNSEEN = "unseen"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class FormChange:
    """One change of form: of which words, and from what to what; an empty side means nothing."""

    what: Form
    words: str = ""
    before: str = ""
    after: str = ""
