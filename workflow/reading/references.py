"""What a text refers to, fetched at once: bodies, images, and what its links lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from plandocs.models.organisation import Organisation
from plandocs.text.fields import Holds
from plandocs.text.references import found_in
from plandocs.text.walk import Block, depth_first
from workflow.reading.links import safe_texts
from workflow.reading.printed import Picture

RENDITION = "max-1600x1600"


@dataclass(frozen=True, slots=True)
class References:
    """What the blocks of one text refer to; ``rich`` is safe HTML, by its place in the text."""

    rich: Mapping[str, SafeString]
    organisations: Mapping[int, Organisation]
    images: Mapping[int, AbstractImage]

    def html(self, path: str) -> SafeString:
        return self.rich.get(path, SafeString(""))

    def organisation(self, key: object) -> Organisation | None:
        """Return a body; None if it has gone."""
        return self.organisations.get(key) if isinstance(key, int) else None

    def picture(self, key: object) -> Picture | None:
        """Return an image in the size in which it is shown; None if it has gone."""
        image = self.images.get(key) if isinstance(key, int) else None
        if image is None:
            return None
        rendition = image.get_rendition(RENDITION)
        return Picture(rendition.url, rendition.width, rendition.height)


def references_of(blocks: Iterable[Block]) -> References:
    """Fetch what the blocks refer to, in as many queries as there are kinds of things."""
    sources: dict[str, str] = {}
    bodies, images = set[int](), set[int]()
    for block, entry in found_in(depth_first(blocks), Holds.RICH, Holds.BODY, Holds.PICTURE):
        if entry.words:
            sources[f"{block.path}{entry.address}"] = entry.words
        elif isinstance(entry.value, int):
            (bodies if entry.field.holds is Holds.BODY else images).add(entry.value)
    pictures = get_image_model().objects.filter(pk__in=images).prefetch_renditions(RENDITION)
    return References(
        rich=safe_texts(sources),
        organisations=Organisation.objects.in_bulk(bodies),
        images={picture.pk: picture for picture in pictures},
    )
