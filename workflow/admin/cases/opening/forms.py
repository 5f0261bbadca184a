"""The form that opens a case. What the uploaded document says need not be typed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plandocs.importing import ImportedDocument
from plandocs.models import Organisation, PlanPage, SubjectArea
from plandocs.models.plan import plan_kinds
from plandocs.vocabulary import DECIDING, OrganisationType
from workflow.admin.cases.people import PersonField, officials
from workflow.admin.form_fields import RowField, RowsField, choose_among, choose_among_rows
from workflow.admin.texts.importing import DocumentField
from workflow.errors import RuleViolation
from workflow.procedure.in_force import ended_plans
from workflow.rules.diarienummer import Diarienummer

NEW, EDITION = "new", "edition"
FIRST_YEAR, LAST_YEAR = 1990, 2099


def plans_in_record() -> QuerySet[PlanPage]:
    """Return the plans in the language of the record that have not ended."""
    record = PlanPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return record.exclude(path__in=ended_plans()).order_by("title")


class OpenCaseForm(forms.Form):
    """Number, plan, who decides and who is in charge."""

    use_required_attribute = False

    diarienummer = forms.CharField(
        label=gettext_lazy("Record number"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("As in your register, for example KS 2026/0101."),
    )
    document = DocumentField(
        label=gettext_lazy("The text, if there is one already"),
        required=False,
        help_text=gettext_lazy(
            "Text or Markdown. Title, kind, years and number are taken from it where you leave "
            "them empty."
        ),
    )
    what = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=[
            (NEW, gettext_lazy("A new steering document")),
            (EDITION, gettext_lazy("A new edition of a document that there is")),
        ],
        initial=NEW,
        widget=forms.RadioSelect,
    )
    plan = RowField(
        label=gettext_lazy("The document"), queryset=PlanPage.objects.none(), required=False
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=255, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    area = forms.ModelChoiceField(
        label=gettext_lazy("Subject area"), queryset=SubjectArea.objects.all(), required=False
    )
    summary = forms.CharField(
        label=gettext_lazy("In short"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("A sentence or two for the list of documents."),
    )
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("Responsible for the document"),
        queryset=Organisation.objects.all(),
        required=False,
    )
    applies_to = forms.CharField(
        label=gettext_lazy("Applies to"),
        max_length=255,
        required=False,
        help_text=gettext_lazy("Who is bound, for example “all committees and companies”."),
    )
    decided_by = forms.ModelChoiceField(
        label=gettext_lazy("Decided by"),
        queryset=Organisation.objects.of_type(*DECIDING),
        empty_label=None,
        error_messages={
            "required": gettext_lazy(
                "Choose the body that decides. Add it to the register of bodies if it is missing."
            )
        },
    )
    handlaggare = PersonField(
        label=gettext_lazy("Official in charge"), queryset=User.objects.none()
    )
    first_year = forms.IntegerField(
        label=gettext_lazy("First year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    last_year = forms.IntegerField(
        label=gettext_lazy("Last year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    replaces = RowsField(
        label=gettext_lazy("Replaces"),
        queryset=PlanPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("They end in the same § when this text is adopted."),
    )

    def __init__(self, *, user: User, initial: Mapping[str, object], **kwargs: Any) -> None:
        council = Organisation.objects.of_type(OrganisationType.FULLMAKTIGE).first()
        suggested = {"handlaggare": user.pk, "decided_by": council and council.pk, **initial}
        super().__init__(initial=suggested, **kwargs)
        for name in ("plan", "replaces"):
            choose_among_rows(self, name, plans_in_record())
        choose_among_rows(self, "handlaggare", officials(or_else=user))
        choose_among(self, "kind", [("", _("Choose")), *plan_kinds()])

    def clean_diarienummer(self) -> str:
        text = self.cleaned_data["diarienummer"].strip()
        if text:
            try:
                Diarienummer.parse(text)
            except RuleViolation as violation:
                raise forms.ValidationError(violation.message, code=violation.code) from None
        return text

    def clean(self) -> dict[str, Any]:
        """Take from the document what was left empty, and ask for what nobody has said."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if "document" in self.errors:
            return data  # what is missing may stand in the file
        document = data.get("document")
        if document:
            _fill_in(data, document)
        if "diarienummer" not in self.errors and not data.get("diarienummer"):
            self.add_error(
                "diarienummer", _("Write the number that the case has in your register.")
            )
        if data.get("what") == EDITION and not data.get("plan"):
            self.add_error("plan", _("Choose which document gets a new edition."))
        if data.get("what") == NEW:
            if not data.get("title"):
                self.add_error("title", _("Write what the document is to be called."))
            if not data.get("kind"):
                self.add_error("kind", _("Choose what kind of document it is."))
        first, last = data.get("first_year"), data.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("The last year comes before the first. Check both."))
        return data


def _fill_in(data: dict[str, Any], document: ImportedDocument) -> None:
    letter = document.cover_letter
    found = {
        "diarienummer": letter.case_number if letter else "",
        "title": document.page_title,
        "kind": document.kind,
        "first_year": document.period[0] if document.period else None,
        "last_year": document.period[1] if document.period else None,
    }
    for name, value in found.items():
        if value and not data.get(name):
            data[name] = value
