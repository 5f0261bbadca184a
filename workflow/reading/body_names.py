"""A body as the owner of its decision: kommunstyrelsens, Region Västs, Barnens hus."""

from django.conf import settings
from django.utils.translation import get_language

from plandocs.models import Organisation

# After these Swedish adds nothing to make a genitive.
WITHOUT_S = ("s", "x", "z")


def owner_of_decision(body: Organisation) -> str:
    """Return the name in the genitive of the reader's language, where that language has one.

    A name keeps its form in a language that says whose a decision is in another way.
    """
    language = get_language() or settings.LANGUAGE_CODE
    if language.startswith(settings.LANGUAGE_CODE):
        name = body.name_in_sentence
        return name if name.casefold().endswith(WITHOUT_S) else f"{name}s"
    if language.startswith("en"):
        return f"{body.name}’s"
    return body.name
