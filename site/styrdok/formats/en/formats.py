"""Dates with the day first, and no abbreviated months."""

from styrdok import formats

DATE_FORMAT = formats.DATE_FORMAT
DATETIME_FORMAT = formats.DATETIME_FORMAT
SHORT_DATE_FORMAT = "Y-m-d"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
FIRST_DAY_OF_WEEK = 1
