"""What a text says before its body: its title, its summary and its years."""

from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from plandocs.models.revision import PlanRevisionPage
from plandocs.text.text_blocks import TextBlock
from plandocs.text.words import lines


def id_of(name: str) -> str:
    """Return the id that a part outside the body goes by in every text, as a block does by its."""
    return str(uuid5(NAMESPACE_URL, f"urn:styrdok:front:{name}"))


THE_WHOLE = "text"
OUTSIDE_THE_BODY = {id_of(name) for name in ("title", "summary", "years", THE_WHOLE)}


def front_of(page: PlanRevisionPage) -> list[TextBlock]:
    """Return the parts before the body, named in the language of the record."""
    with override(settings.LANGUAGE_CODE):
        names = {"title": _("Title"), "summary": _("Summary"), "years": _("Years of validity")}
    words = {"title": page.title, "summary": page.summary, "years": _years(page)}
    return [
        TextBlock(
            id=id_of(kind),
            kind=kind,
            place=names[kind],
            text=lines(words[kind]),
            value={"text": words[kind]},
        )
        for kind in names
    ]


def _years(page: PlanRevisionPage) -> str:
    first, last = page.valid_from or "", page.valid_to or ""
    return f"{first}–{last}" if first or last else ""
