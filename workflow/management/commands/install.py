"""``manage.py install``: make the languages and pages that a new site needs. May be run again."""

from django.conf import settings
from django.core.management.base import BaseCommand

from workflow.services.installation import install_site


class Command(BaseCommand):
    """Install the site, or add what a new language in the settings needs."""

    help = "Makes the languages, start pages and information pages that are missing."

    def handle(self, *args: object, **options: object) -> None:
        site = install_site()
        codes = ", ".join(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
        self.stdout.write(f"Installed at {site.root_url}, in {codes}.")
