"""Reading a text in from a file."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plandocs.importing import (
    MAX_BYTES,
    ImportedDocument,
    UnreadableDocument,
    parse_document,
    read_text,
)
from workflow import permissions
from workflow.admin.form_screens import FormScreen
from workflow.admin.screens import StepScreen
from workflow.record.prose import listed
from workflow.services.texts import Imported, import_draft, register_of_names


class DocumentField(forms.FileField):
    """A file with a text. It is read at once, or said in a sentence why it cannot be."""

    widget = forms.FileInput(attrs={"accept": ".txt,.md,text/plain,text/markdown"})

    def clean(self, data: object, initial: object = None) -> ImportedDocument | None:
        """Return what the file says, or nothing where there is none."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            text = read_text(upload.read(MAX_BYTES + 1))
            return parse_document(text, register=register_of_names())
        except UnreadableDocument as unreadable:
            raise forms.ValidationError(unreadable.message, code=unreadable.code) from None


class ImportForm(forms.Form):
    """The file with the text."""

    document = DocumentField(
        label=gettext_lazy("Text or Markdown file"),
        help_text=gettext_lazy(
            "In UTF-8. Headings, measures, footnotes and bodies are recognised."
        ),
    )


class ImportView(FormScreen, StepScreen):
    """Read a text in as the draft of a case."""

    step = "import_draft"
    template_name = "workflow/admin/texts/import.html"
    header_icon = "upload"
    page_title = gettext_lazy("Import a text")
    may = staticmethod(permissions.may_open_case)
    form_class = ImportForm

    def act(self, form: forms.BaseForm) -> HttpResponse:
        imported = import_draft(
            document=form.cleaned_data["document"],
            diarienummer=self.case.diarienummer,
            on=self.today,
            user=self.user,
        )
        self.say(found_in_words(imported))
        return self.back("text")

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        has_text = bool(len(self.case.latest_text().body))
        return super().get_context_data(has_text=has_text, **kwargs)


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
