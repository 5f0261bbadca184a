"""The whole form of a §, read as minutes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from plandocs.models import Case
from plandocs.vocabulary import Basis, Outcome
from workflow.admin.decisions.forms import DecisionForm
from workflow.admin.decisions.rows import AmendmentSet, MotiveSet, VoteSet
from workflow.admin.form_fields import listed, said_none
from workflow.procedure.minutes import Minutes


class Protocol:
    """The whole form: the § itself with its votes, motives and amendments."""

    def __init__(
        self,
        case: Case,
        *,
        data: QueryDict | None = None,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        self.form = DecisionForm(data, case=case, initial=initial)
        self.despite: list[str] = data.getlist("despite") if data is not None else []
        self.votes = VoteSet(data, prefix="votes")
        self.motives = MotiveSet(data, prefix="motives")
        self.amendments = AmendmentSet(data, prefix="amendments")

    @property
    def media(self) -> forms.Media:
        return self.form.media

    def is_valid(self) -> bool:
        """Whether every part can be read. All are tried, so that all faults show."""
        parts = (self.form, self.votes, self.motives, self.amendments)
        tried = [part.is_valid() for part in parts]
        return all(tried)

    def minutes(self) -> Minutes:
        """Return what the form says, once it is valid."""
        data = self.form.cleaned_data
        return Minutes(
            body=data["body"],
            decided_on=data["decided_on"],
            outcome=Outcome(data["outcome"]),
            paragraph=data["paragraph"],
            present=data["present"],
            requested_by=data["requested_by"],
            votes=_said(self.votes),
            chair_in_favour={"yes": True, "no": False}.get(data["chair"]),
            motives=_said(self.motives),
            changes=_said(self.amendments),
            att_satser=data["att_satser"],
            yrkanden=listed(data["yrkanden"]),
            reservations=listed(data["reservations"]),
            jav=listed(data["jav"]),
            sent_to=listed(data["sent_to"]),
            immediately_adjusted=data["immediately_adjusted"],
            basis=Basis(data["basis"]) if data["basis"] else None,
            despite=frozenset(self.despite),
            note=data["note"].strip(),
        )

    def said(self, name: str, lines: Sequence[str]) -> Sequence[str] | None:
        """Return the lines of a list; None where the form says nothing of it, not even “inga”."""
        return lines if lines or said_none(self.form.cleaned_data[name]) else None

    @property
    def without_vote(self) -> bool:
        return bool(self.form.cleaned_data["without_vote"])


def _said(rows: forms.BaseFormSet) -> list[Any]:
    """Return what the rows say that are filled in."""
    return [row.said() for row in rows.forms if row.has_changed()]
