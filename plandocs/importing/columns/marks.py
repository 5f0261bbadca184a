"""What marks a measure, its bodies and its level in text that has lost its columns."""

import re

MARK = re.compile(
    r"\s*(?:[ÅA]tg\w{1,3}rd|Insats|Aktivitet)\s*"
    r"(?:(?P<area>\d{1,2})\s*[:.]\s*(?P<place>\d{1,2})|(?P<misread>\d1\d))\s*",
    re.IGNORECASE,
)
"""A line that is nothing but the number of a measure."""
TABLE_HEAD = re.compile(r"\s*[ÅA]tg\w?\W?\s?(?:ä)?rd(?:er)?\s*", re.IGNORECASE)
BULLET = re.compile(r"(?:^|\s+)[«»•+●*]\s+(?=[A-ZÅÄÖ])")
"""What a body in the column begins with; what stands before it on the line is the measure's."""
