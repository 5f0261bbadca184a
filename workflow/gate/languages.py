"""What may be translated: adopted texts, from Swedish. Not memos, not rounds, not drafts.

And a language stays the language it is.
"""

from django.conf import settings
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from plandocs.models import PlanRevisionPage, RemissRoundPage, TjansteskrivelsePage
from workflow.errors import RuleViolation
from workflow.gate import refusals
from workflow.models import Adoption


def connect() -> None:
    """Ask before wagtail-localize takes a text in, or a language is begun or renamed."""
    pre_save.connect(_guard_code, sender=Locale, dispatch_uid="gate.locale")
    pre_save.connect(_guard_source, sender=TranslationSource, dispatch_uid="gate.source")
    pre_save.connect(_guard_language, sender=Translation, dispatch_uid="gate.language")


def _guard_code(instance: Locale, **_: object) -> None:
    """All pages of a language would change theirs; those in Swedish would be no record at all."""
    stored = Locale.objects.filter(pk=instance.pk).first()
    if stored is None or stored.language_code == instance.language_code:
        return
    if Page.objects.filter(locale_id=stored.pk, depth__gt=1).exists():
        raise refusals.language_stays(stored)


def _guard_source(instance: TranslationSource, **_: object) -> None:
    model = instance.specific_content_type.model_class()
    if model in (TjansteskrivelsePage, RemissRoundPage):
        raise _never_translated(instance)
    if model is PlanRevisionPage and not _is_of_adopted(instance):
        raise _not_yet_translated(instance)


def _is_of_adopted(source: TranslationSource) -> bool:
    return (
        source.locale.language_code == settings.LANGUAGE_CODE
        and Adoption.objects.filter(
            page__translation_key=source.object_id, page__locale_id=source.locale_id
        ).exists()
    )


def _guard_language(instance: Translation, **_: object) -> None:
    """Lättläst is a text of its own: wagtail-localize would destroy its structure."""
    language = instance.target_locale.language_code
    is_edition = instance.source.specific_content_type.model_class() is PlanRevisionPage
    if is_edition and language.startswith(f"{settings.LANGUAGE_CODE}-"):
        raise _written_not_translated(instance.source)


def _never_translated(source: TranslationSource) -> RuleViolation:
    said = _(
        "“%(title)s” is not translated: memos and remiss rounds are kept in the language they "
        "were written in. Translate the adopted text."
    )
    return RuleViolation(said % {"title": source.object_repr}, code="not_adopted")


def _not_yet_translated(source: TranslationSource) -> RuleViolation:
    said = _(
        "“%(title)s” has not been adopted, so it cannot be translated yet: its words may still "
        "change. Translate it when the decision is recorded."
    )
    return RuleViolation(said % {"title": source.object_repr}, code="not_adopted")


def _written_not_translated(source: TranslationSource) -> RuleViolation:
    said = _(
        "The easy-to-read text of “%(title)s” is written, not translated. "
        "Begin it under “Languages”."
    )
    return RuleViolation(said % {"title": source.object_repr}, code="not_a_translation")
