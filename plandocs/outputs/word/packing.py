"""A Word file whose bytes depend on nothing but what is in it."""

import io
import zipfile
from datetime import UTC, date, datetime, time

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL
PROPERTY_LIMIT = 255
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def describe(word: WordDocument, *, title: str, author: str, language: str, day: date) -> None:
    """Set the properties a reader sees, in place of those of the library's template."""
    midnight = datetime.combine(day, time.min, UTC)
    properties = word.core_properties
    properties.title = _fitting(title)
    properties.author = properties.last_modified_by = _fitting(author)
    properties.language = language
    properties.created = properties.modified = midnight
    properties.revision = 1
    for left_out in ("comments", "keywords", "subject", "category"):
        setattr(properties, left_out, "")


def _fitting(text: str) -> str:
    """A property may hold 255 characters; a longer text ends in an ellipsis."""
    return text if len(text) <= PROPERTY_LIMIT else f"{text[: PROPERTY_LIMIT - 1]}…"


def saved(word: WordDocument) -> bytes:
    """Save without the template's thumbnail, with every entry dated alike."""
    relationships = word.part.package.rels
    for key in [key for key, one in relationships.items() if one.reltype == THUMBNAIL]:
        relationships.pop(key)
    written = io.BytesIO()
    word.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
