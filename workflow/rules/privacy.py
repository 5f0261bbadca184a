"""What must not be published of what people have written."""

import re
from datetime import date

_NUMBER = re.compile(
    r"(?<![\d-])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+\u2013 ]?(\d{4})(?![\d-])", re.ASCII
)
_COORDINATION = 60  # added to the day of a samordningsnummer
_ANY_LEAP_YEAR = 2000


def holds_personal_number(text: str) -> bool:
    """Say whether ``text`` seems to hold a personal identity number: a day, and the right sum.

    One number in ten of the same form does so by chance, so a person must look.

    Source: lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning
    3 kap. 10 §; folkbokföringslagen (1991:481) 18 § (R51).
    """
    return any(_is_number(*match.groups()) for match in _NUMBER.finditer(text))


def _is_number(year: str, month: str, day: str, last: str) -> bool:
    number = int(day)
    born = number - _COORDINATION if number > _COORDINATION else number
    try:
        date(_ANY_LEAP_YEAR, int(month), born)
    except ValueError:
        return False
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(year + month + day + last))
    return sum(product // 10 + product % 10 for product in doubled) % 10 == 0
