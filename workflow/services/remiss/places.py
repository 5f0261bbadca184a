"""The places of the text sent out, in the words by which people call them."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from plandocs.models import RemissPoint, RemissRoundPage
from plandocs.text.compare import blocks_of_stream
from workflow.errors import RuleViolation

PLACE_LENGTH: int = RemissPoint._meta.get_field("place").max_length or 255


def places_of(page: RemissRoundPage) -> dict[str, str]:
    """Return each block of the text sent out: its id, and its place in words."""
    return {
        block.id: Truncator(block.place or block.text).chars(PLACE_LENGTH)
        for block in blocks_of_stream(list(page.text.raw_data))
    }


def unknown_place() -> RuleViolation:
    """Return the refusal of a place that is not in the text."""
    return RuleViolation(
        _("The place chosen is not in the text. Choose one from the list, or the text as a whole."),
        code="unknown_place",
    )
