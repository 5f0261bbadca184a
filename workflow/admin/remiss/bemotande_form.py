"""The form in which one point is answered."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plandocs.models import RemissPoint
from plandocs.text.compare import BlockChange, TextBlock
from plandocs.vocabulary import PointResponse
from workflow.admin.form_fields import choose_among

Places = list[tuple[str, object]]
_LABEL_LENGTH = 100


class BemotandeForm(forms.Form):
    """What is done with one point, why, and where in the text it shows."""

    use_required_attribute = False

    response = forms.ChoiceField(
        label=_("What is done"),
        choices=PointResponse.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is done with the comment.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Whoever answered will read why. Write a sentence or two.")},
    )
    block_id = forms.ChoiceField(label=_("Changed place in the text"), required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        point: RemissPoint,
        places: Places,
        changed: set[str],
    ) -> None:
        super().__init__(data, prefix=f"point-{point.pk}", initial=_initial(point, changed))
        self.point = point
        choose_among(self, "block_id", places)

    def clean_block_id(self) -> UUID | None:
        value = self.cleaned_data["block_id"]
        return UUID(value) if value else None


def _initial(point: RemissPoint, changed: set[str]) -> dict[str, object]:
    """Start from what was said before; else from the place commented on, where it has changed."""
    bemotande = getattr(point, "bemotande", None)
    if bemotande is not None:
        return {
            "response": bemotande.response,
            "reason": bemotande.reason,
            "block_id": str(bemotande.block_id or ""),
        }
    place = str(point.block_id or "")
    return {"block_id": place if place in changed else ""}


def changed_place_choices(
    changes: Iterable[BlockChange], blocks: Iterable[TextBlock], *, used: set[str]
) -> Places:
    """Return the places a bemötande may point at: first those that have changed since."""
    changed = [(change.id, _label(change)) for change in changes if change.id]
    known = {block_id for block_id, _name in changed}
    others = [
        (block.id, _label(block))
        for block in blocks
        if block.id not in known and (block.is_of_a_named_kind or block.id in used)
    ]
    groups = [(gettext("Changed since the remiss"), changed), (gettext("Not changed"), others)]
    return [("", gettext("No certain place")), *(group for group in groups if group[1])]


def _label(block: BlockChange | TextBlock) -> str:
    words = block.text if isinstance(block, TextBlock) else (block.after or block.before)
    place = block.place.split(" › ")[-1]
    named = words if words.startswith(place) else f"{place}: {words}"
    return str(Truncator(" ".join(named.split())).chars(_LABEL_LENGTH))
