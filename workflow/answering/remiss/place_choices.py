"""The places of the text sent out, as a form offers them."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext

from plandocs.models import RemissRoundPage
from plandocs.text.compare import TextBlock, blocks_of_stream

_LABEL_LENGTH = 90

Choice = tuple[str, str | list[tuple[str, str]]]


def place_choices(
    page: RemissRoundPage, *, also: Sequence[str] = (), data: QueryDict | None = None
) -> list[Choice]:
    """Return the places of the text for a select, grouped by what stands on the first level.

    Headings and measures are offered; any other block only where a reader came from it.
    """
    chosen = {*also, *_chosen(data or {})}
    groups: dict[str, list[tuple[str, str]]] = {}
    for block in blocks_of_stream(list(page.text.raw_data)):
        if block.id and (block.is_of_a_named_kind or block.id in chosen):
            group = Truncator(block.place.split(" › ")[0] or gettext("Text")).chars(_LABEL_LENGTH)
            groups.setdefault(group, []).append((block.id, _label(block)))
    return [("", gettext("The text as a whole")), *groups.items()]


def _label(block: TextBlock) -> str:
    name = block.name if block.is_of_a_named_kind else f"“{block.text}”"
    if block.kind == "measure":
        name = f"{name} {block.text}" if not block.text.startswith(name) else block.text
    return str(Truncator(" ".join(name.split())).chars(_LABEL_LENGTH))


def _chosen(data: Mapping[str, object]) -> list[str]:
    return [str(data[name]) for name in data if name.endswith("-place")]
