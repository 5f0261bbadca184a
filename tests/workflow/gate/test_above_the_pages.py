"""The site and its languages stand above the pages: the record keeps them as well."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models.deletion import ProtectedError
from django.urls import reverse
from wagtail.models import Locale, Site

from tests.workflow.gate.record import nothing_changes
from tests.workflow.gate.register import closes
from workflow.errors import RuleViolation

pytestmark = pytest.mark.django_db


def site_form(site, **changes):
    form = {
        "hostname": site.hostname,
        "port": site.port,
        "site_name": site.site_name,
        "root_page": site.root_page_id,
        "is_default_site": "on",
    }
    return form | changes


@closes("sites: another start page")
def test_the_site_keeps_the_start_page_that_the_record_stands_under(
    actor, client, record, another_site
):
    site = Site.objects.get()

    client.post(
        reverse("wagtailsites:edit", args=[site.pk]),
        site_form(site, root_page=another_site.home.pk),
    )

    assert Site.objects.get().root_page_id == record.home.pk


@closes("sites: remove the site")
def test_the_site_of_the_record_is_not_removed(actor, client, record):
    site = Site.objects.get()

    client.post(reverse("wagtailsites:delete", args=[site.pk]))

    assert Site.objects.filter(pk=site.pk).exists()


def test_the_site_may_get_another_name_and_host(admin, client, record):
    site = Site.objects.get()

    client.post(
        reverse("wagtailsites:edit", args=[site.pk]),
        site_form(site, hostname="styrdokument.example.se", site_name="Lindsjö"),
    )

    assert Site.objects.get().hostname == "styrdokument.example.se"


@closes("locales: make a language another one")
@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_language_with_pages_does_not_become_another(record, code):
    locale = Locale.objects.get(language_code=code)
    locale.language_code = "so"

    with nothing_changes():
        with pytest.raises(RuleViolation), transaction.atomic():
            locale.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            Locale.objects.filter(pk=locale.pk).update(language_code="so")


@closes("locales: remove a language")
@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_language_with_pages_is_not_removed(actor, client, record, code):
    locale = Locale.objects.get(language_code=code)

    with nothing_changes():
        client.post(reverse("wagtaillocales:delete", args=[locale.pk]))
        with pytest.raises((RuleViolation, ProtectedError)), transaction.atomic():
            locale.delete()

    assert Locale.objects.filter(pk=locale.pk).exists()
