"""What is done to one language of one text: begun, released, its PO file sent and read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale

from workflow.admin.translation.editor import chosen_file, outcome
from workflow.admin.translation.screens import OfEdition
from workflow.services import translation
from workflow.services.translation.conditions import EASY_SWEDISH


class BeginView(OfEdition):
    """Begin a translation, or the easy-to-read text."""

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        text, on, user = self.text, self.today, self.user
        if code == EASY_SWEDISH:
            page = translation.write_easy_read(revision=text, on=on, user=user)
        else:
            translation.request_translations(revision=text, locales=[code], on=on, user=user)
            page = text.get_translation(Locale.objects.get(language_code=code))
            self.say(
                _("The translation is begun. Nothing is public until an editor publishes it."),
                (self.address, _("To the languages of the text")),
            )
        return redirect("wagtailadmin_pages:edit", page.pk)


class PublishView(OfEdition):
    """Release a translation, or the easy-to-read text."""

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        text, on, user = self.text, self.today, self.user
        if code == EASY_SWEDISH:
            page = translation.publish_easy_read(revision=text, on=on, user=user)
            said = _("The easy-to-read text is public. It retells %(n)s of %(total)s parts.")
        else:
            page = translation.publish_translation(revision=text, locale=code, on=on, user=user)
            said = _("The translation is public: %(n)s of %(total)s texts. The rest is in Swedish.")
            if page.coverage["translated"] == page.coverage["total"]:
                said = _("The whole translation is public: %(total)s texts.")
        numbers = {"n": page.coverage["translated"], "total": page.coverage["total"]}
        self.say(said % numbers, (page.url, _("Read it")))
        return self.back()


class PoView(OfEdition):
    """The PO file of a translation: out and in."""

    def get(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        file = translation.export_po(revision=self.text, locale=code)
        name = f"{slugify(self.text.title)[:60]}-{self.text.number}-{code}.po"
        return HttpResponse(
            file,
            content_type="text/x-gettext-translation; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        result = translation.import_translation(
            revision=self.text,
            locale=code,
            po=chosen_file(request, "po").read(),
            on=self.today,
            user=self.user,
        )
        self.say(outcome(result))
        return self.back()
