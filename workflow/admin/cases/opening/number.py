"""How a record number is read, said while it is being typed."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from plandocs.models import Case
from workflow import permissions
from workflow.admin.screens import Guarded
from workflow.errors import RuleViolation
from workflow.rules.diarienummer import Diarienummer


class ReadNumberView(Guarded):
    """Say how a record number is read, while it is being typed."""

    may = staticmethod(permissions.may_open_case)

    def get(self, request: HttpRequest) -> JsonResponse:
        text = request.GET.get("nummer", "").strip()
        if not text:
            return JsonResponse({"said": "", "ok": True})
        try:
            number = Diarienummer.parse(text)
        except RuleViolation as violation:
            return JsonResponse({"said": violation.message, "ok": False})
        if Case.objects.filter(diarienummer_key=number.key).exists():
            said = _("There is a case with this number already.")
            return JsonResponse({"said": said, "ok": False})
        said = _("Read as series %(series)s, year %(year)s, number %(number)s.") % {
            "series": number.series,
            "year": number.year,
            "number": number.number,
        }
        return JsonResponse({"said": said, "ok": True})
