"""What Django's Swedish formats leave to be broken. Lättläst reads them too."""

from styrdok import formats

DATE_FORMAT = formats.DATE_FORMAT
DATETIME_FORMAT = formats.DATETIME_FORMAT
