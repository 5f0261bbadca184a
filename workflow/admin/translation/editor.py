"""wagtail-localize's editor, where it stands between translators and the services."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import upload_pofile

from plandocs.models import PlanRevisionPage
from workflow import permissions
from workflow.errors import RuleViolation
from workflow.services import translation as services
from workflow.services.translation import PoImport
from workflow.services.translation.po_file import read_po


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponseBase:
    """Read the PO file that was chosen in wagtail-localize's editor.

    Its own reading breaks off at a file that it did not write itself. The texts of the record are
    read by the service; for other pages its own reader is only spared what it cannot read.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    file = chosen_file(request)
    po: bytes = file.read()
    page = translation.get_target_instance()
    if not isinstance(page, PlanRevisionPage):
        if "X-WagtailLocalize-TranslationID" not in read_po(po).metadata:
            raise _not_from_here()
        file.seek(0)
        response: HttpResponseBase = upload_pofile(request, translation_id)
        return response
    result = services.import_translation(
        revision=page,
        locale=translation.target_locale,
        po=po,
        on=timezone.localdate(),
        user=permissions.signed_in(request),
    )
    messages.success(request, outcome(result))
    return _to_editor(page)


def chosen_file(request: HttpRequest, name: str = "file") -> UploadedFile:
    """Return the file that was sent with the form.

    Raises RuleViolation (``po_unreadable``) if none was.
    """
    upload = request.FILES.get(name)
    if not isinstance(upload, UploadedFile):
        raise RuleViolation(
            _("No file was chosen, so nothing was read. Choose a PO file, and try again."),
            code="po_unreadable",
        )
    return upload


def _to_editor(page: PlanRevisionPage) -> HttpResponse:
    return redirect("wagtailadmin_pages:edit", page.pk)


def _not_from_here() -> RuleViolation:
    return RuleViolation(
        _(
            "The file was not downloaded from this page, so nothing was read. "
            "Download the PO file here, fill it in, and upload that."
        ),
        code="po_unreadable",
    )


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
