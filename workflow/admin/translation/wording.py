"""What the languages screens say of what was done."""

from django.utils.translation import ngettext

from workflow.services.translation import PoImport


def outcome(result: PoImport) -> str:
    """Say in words what came of reading a PO file."""
    said = ngettext(
        "%(n)d translation was read from the file.",
        "%(n)d translations were read from the file.",
        result.used,
    ) % {"n": result.used}
    if result.unknown:
        said += " " + ngettext(
            "%(n)d belongs to no text of this edition and was passed over.",
            "%(n)d belong to no text of this edition and were passed over.",
            result.unknown,
        ) % {"n": result.unknown}
    if result.faulty:
        said += " " + ngettext(
            "%(n)d has markup or a link that the Swedish text does not have; correct it in the "
            "editor.",
            "%(n)d have markup or links that the Swedish text does not have; correct them in the "
            "editor.",
            result.faulty,
        ) % {"n": result.faulty}
    return said
