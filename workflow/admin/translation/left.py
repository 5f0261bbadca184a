"""What is left to do in the languages of an adopted text, one sentence for each thing."""

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflow.admin.translation.editions import Edition
from workflow.procedure.in_force import STEP
from workflow.services.translation.conditions import language_name


def left_to_write(edition: Edition, *, retold: set[str]) -> Iterator[str]:
    """Yield what a translator can go on with; ``retold`` are the plans that are retold already."""
    new = [one for one in edition.translations if one.status == "none"]
    if new:
        names = ", ".join(language_name(one.locale) for one in new)
        yield _("%(languages)s: translate the adopted text.") % {"languages": capfirst(names)}
    for one in edition.translations:
        left = one.total - one.done
        if one.status != "none" and left > 0:
            yield ngettext(
                "%(language)s: %(count)d text is left to translate.",
                "%(language)s: %(count)d texts are left to translate.",
                left,
            ) % {"language": one.locale, "count": left}
    if edition.easy and edition.easy.status == "none":
        yield (
            _("The easy-to-read text retells an older edition. Write it for this one.")
            if edition.page.path[:-STEP] in retold
            else _("Write the easy-to-read text.")
        )


def ready_for_release(edition: Edition) -> Iterator[str]:
    """Yield the languages in which more has been written than the public can read."""
    for one in edition.languages:
        if not one.has_more_to_publish:
            continue
        if one.is_easy_swedish:
            yield _("Read the easy-to-read text, and publish it.")
            continue
        yield _("%(language)s: %(done)d of %(total)d texts are translated. Read and publish.") % {
            "language": one.locale,
            "done": one.done,
            "total": one.total,
        }


def plans_retold(editions: Iterable[Edition]) -> set[str]:
    """Return the paths of the plans of which some edition has a public easy-to-read text."""
    return {
        edition.page.path[:-STEP]
        for edition in editions
        if edition.easy and edition.easy.status == "published"
    }
