"""Changing words in a text after it went up, and reading a text in from a file."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from plandocs.importing import MAX_BYTES, UnreadableDocument, parse_document, read_text
from plandocs.vocabulary import ChangeKind
from workflow import permissions
from workflow.admin.screens import UNPROCESSABLE, CaseScreen, case_url
from workflow.errors import RuleViolation
from workflow.record.prose import listed
from workflow.services.texts import Imported, edit_text, import_draft, register_of_names


class EditTextForm(forms.Form):
    """Words that stand once in the text, and what they are to read."""

    find = forms.CharField(
        label=gettext_lazy("Words as they stand"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Copy them exactly. They must stand in one place of the text only."),
        strip=False,
    )
    replace = forms.CharField(
        label=gettext_lazy("Words as they are to read"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Left empty, the words are taken away."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of change is it?"),
        choices=[
            (
                ChangeKind.REDAKTIONELL.value,
                gettext_lazy("Editorial: spelling, names, numbering. The meaning is the same."),
            ),
            (
                ChangeKind.I_SAK.value,
                gettext_lazy(
                    "In substance: the executive board must decide again before the council."
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what kind of change it is.")},
    )


class EditTextView(CaseScreen):
    """Change words in the text, and mark the change in the same go."""

    template_name = "workflow/admin/texts/edit.html"
    header_icon = "edit"

    def may(self, user: Any) -> bool:
        """Those who edit the text."""
        return permissions.may_edit_text(user)

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Change words in the text")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form."""
        return self.show(EditTextForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make the change."""
        form = EditTextForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                edit_text(
                    case=self.case,
                    find=data["find"],
                    replace=data["replace"],
                    kind=ChangeKind(data["kind"]),
                    on=timezone.localdate(),
                    user=request.user,
                )
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, _("The text has been changed, and the change marked."))
                return redirect(case_url(self.case, "andringar"))
        return self.show(form, status=UNPROCESSABLE)

    def show(self, form: EditTextForm, *, status: int = 200) -> HttpResponse:
        """Print the form."""
        return self.render(form=form, media=form.media, status=status)


class ImportForm(forms.Form):
    """The file with the text."""

    document = forms.FileField(
        label=gettext_lazy("Text or Markdown file"),
        help_text=gettext_lazy(
            "In UTF-8. Headings, measures, footnotes and bodies are recognised."
        ),
        widget=forms.FileInput(attrs={"accept": ".txt,.md,text/plain,text/markdown"}),
    )

    def clean_document(self) -> Any:
        """Read the file, or say in a sentence why it cannot be read."""
        return read_upload(self.cleaned_data["document"])


def read_upload(upload: Any) -> Any:
    """Return the document in an uploaded file; a form's error where it cannot be read."""
    try:
        return parse_document(read_text(upload.read(MAX_BYTES + 1)), register=register_of_names())
    except UnreadableDocument as unreadable:
        raise forms.ValidationError(unreadable.message, code=unreadable.code) from None


class ImportView(CaseScreen):
    """Read a text in as the draft of a case."""

    template_name = "workflow/admin/texts/import.html"
    header_icon = "upload"

    def may(self, user: Any) -> bool:
        """Those who open cases."""
        return permissions.may_open_case(user)

    def get_page_title(self) -> str:
        """Say what is done here."""
        return _("Import a text")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form."""
        return self.show(ImportForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read the file in."""
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                imported = import_draft(
                    document=form.cleaned_data["document"],
                    diarienummer=self.case.diarienummer,
                    on=timezone.localdate(),
                    user=request.user,
                )
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, found_in_words(imported))
                return redirect(case_url(self.case, "text"))
        return self.show(form, status=UNPROCESSABLE)

    def show(self, form: ImportForm, *, status: int = 200) -> HttpResponse:
        """Print the form."""
        has_text = bool(len(self.case.latest_text().body))
        return self.render(form=form, media=form.media, has_text=has_text, status=status)


def found_in_words(imported: Imported) -> str:
    """Say what was found in a file."""
    kinds = (
        (ngettext("%(count)d section", "%(count)d sections", imported.sections), imported.sections),
        (
            ngettext("%(count)d focus area", "%(count)d focus areas", imported.focus_areas),
            imported.focus_areas,
        ),
        (ngettext("%(count)d measure", "%(count)d measures", imported.measures), imported.measures),
    )
    found = listed([words % {"count": count} for words, count in kinds if count])
    said = (
        _("The text has been read in: %(found)s.") % {"found": found}
        if found
        else _("The text has been read in. No heading was found in it.")
    )
    if not imported.new_organisations:
        return said
    names = _("New in the register of bodies: %(names)s.")
    return f"{said} {names % {'names': ', '.join(imported.new_organisations)}}"
