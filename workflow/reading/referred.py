"""What a text refers to, fetched at once: bodies, images, and what its links lead to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from wagtail.images import get_image_model

from plandocs.models.organisation import Organisation
from plandocs.text.references import organisation_keys, picture_keys
from plandocs.text.schema import is_rich
from workflow.reading.links import safe_texts
from workflow.reading.nodes import Picture

RENDITION = "max-1600x1600"


@dataclass(frozen=True, slots=True)
class Referred:
    """What the blocks of one text refer to.

    ``rich`` holds each rich text as safe HTML, by the id of its block and the name of its field.
    """

    rich: Mapping[str, SafeString]
    organisations: Mapping[int, Organisation]
    images: Mapping[int, Any]

    def html(self, block_id: str, name: str) -> SafeString:
        """Return a rich text field as safe HTML."""
        return self.rich.get(f"{block_id}.{name}", SafeString(""))

    def picture(self, key: Any) -> Picture | None:
        """Return an image in the size in which it is shown; None if it has gone."""
        image = self.images.get(key or 0)
        if image is None:
            return None
        rendition = image.get_rendition(RENDITION)
        return Picture(rendition.url, rendition.width, rendition.height)


def referred_in(blocks: list[dict[str, Any]]) -> Referred:
    """Fetch what the blocks refer to, in as many queries as there are kinds of things."""
    sources = {
        f"{block['id']}.{name}": said
        for block in _all_blocks(blocks)
        for name, said in block["value"].items()
        if said and is_rich(block["type"], name)
    }
    organisations, images = organisation_keys(blocks), picture_keys(blocks)
    return Referred(
        rich=safe_texts(sources),
        organisations=Organisation.objects.in_bulk(organisations) if organisations else {},
        images=_images(images) if images else {},
    )


def _images(keys: set[int]) -> dict[int, Any]:
    found = get_image_model().objects.filter(pk__in=keys).prefetch_renditions(RENDITION)
    return {image.pk: image for image in found}


def _all_blocks(blocks: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Return every block at any depth; a measure in a list counts as one."""
    for block in blocks:
        if block["type"] == "measures":
            yield from ({**item, "type": "measure"} for item in block["value"])
            continue
        yield block
        value = block["value"]
        yield from _all_blocks(value.get("content") or [])
        yield from ({**item, "type": "measure"} for item in value.get("measures") or [])
