"""The pages above a translation: real ones, made from the top down, and not live before it is."""

from django.utils.translation import gettext as _
from wagtail.models import Locale

from plandocs.models import PlanPage, PlanRevisionPage
from workflow.errors import RuleViolation
from workflow.services.translation.conditions import as_locale, language_name


def ensure_parents(plan_or_revision: PlanPage | PlanRevisionPage, locale: Locale | str) -> PlanPage:
    """Return the plan's page in ``locale``, made as a draft if there is none.

    Home and list of documents exist in every language since the installation. Left to themselves,
    Wagtail and wagtail-localize would make live aliases: Swedish text under another language.

    Raises RuleViolation (``language_unknown``, ``not_installed``).
    """
    language = as_locale(locale)
    original = plan_or_revision.original
    plan: PlanPage = original if isinstance(original, PlanPage) else original.plan
    found = plan.get_translation_or_none(language)
    if found is not None:
        return found
    if not plan.get_parent().has_translation(language):
        said = _("There are no pages in %(language)s yet. Run “manage.py install”, and try again.")
        raise RuleViolation(said % {"language": language_name(language)}, code="not_installed")
    page: PlanPage = plan.copy_for_translation(language, copy_parents=False)
    return page
