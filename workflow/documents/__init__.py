"""The municipality's letters, filled from the record: memo, extract of minutes, journal sheet."""

from workflow.documents.journal_sheet import dagboksblad
from workflow.documents.letterhead import letterhead, official
from workflow.documents.memo import memo_letter
from workflow.documents.minutes import minutes_extract

__all__ = ["dagboksblad", "letterhead", "memo_letter", "minutes_extract", "official"]
