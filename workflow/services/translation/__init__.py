"""Translations of adopted texts: begun, filled in, released. A text nobody adopted has none."""

from workflow.services.translation.easy_read import (
    link_easy_read,
    publish_easy_read,
    write_easy_read,
)
from workflow.services.translation.parents import ensure_parents
from workflow.services.translation.po import PoImport, export_po, import_translation
from workflow.services.translation.release import publish_translation
from workflow.services.translation.requesting import request_translations
from workflow.services.translation.status import LanguageStatus, statuses_of, translation_status

__all__ = [
    "LanguageStatus",
    "PoImport",
    "ensure_parents",
    "export_po",
    "import_translation",
    "link_easy_read",
    "publish_easy_read",
    "publish_translation",
    "request_translations",
    "statuses_of",
    "translation_status",
    "write_easy_read",
]
