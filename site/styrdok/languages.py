"""The languages a municipality may publish in, also those that Django has no name for."""

from collections.abc import Iterable

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


def gettext_noop(message: str) -> str:
    """Mark a message for the catalogues. Django's own would read the settings, while they load."""
    return message


# Lättläst is a registered variant of Swedish (BCP 47: sv-simple). It reads the Swedish catalogue.
NOT_IN_DJANGO = {
    # code: (its name in English, its own name, written from right to left)
    "sv-simple": (gettext_noop("Easy-to-read Swedish"), "lättläst svenska", False),
    "fit": (gettext_noop("Meänkieli"), "meänkieli", False),
    "prs": (gettext_noop("Dari"), "دری", True),
    "rom": (gettext_noop("Romani"), "romani ćhib", False),
    "se": (gettext_noop("Northern Sami"), "davvisámegiella", False),
    "so": (gettext_noop("Somali"), "Soomaali", False),
    "ti": (gettext_noop("Tigrinya"), "ትግርኛ", False),
    "yi": (gettext_noop("Yiddish"), "ייִדיש", True),
}

RIGHT_TO_LEFT = [code for code, (_name, _own_name, bidi) in NOT_IN_DJANGO.items() if bidi]


def teach_django() -> None:
    """Add our languages to Django's register, so that templates can name them."""
    for code, (name, own_name, bidi) in NOT_IN_DJANGO.items():
        LANG_INFO.setdefault(
            code, {"code": code, "name": name, "name_local": own_name, "bidi": bidi}
        )


def named(codes: Iterable[str]) -> list[tuple[str, Promise]]:
    """Pair each code with its name in the language of the screen.

    Raises KeyError for a language that neither Django nor we know.
    """
    return [(code, gettext_lazy(LANG_INFO[code]["name"])) for code in codes]
