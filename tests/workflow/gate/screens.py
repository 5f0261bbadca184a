"""What somebody can do to a page on Wagtail's screens, as the browser does it.

Each takes the signed-in client and a page and returns the response. The same attempts are made on
an ordinary page (test_ordinary_pages), where they must succeed: otherwise a refusal proves nothing.
"""

import json
from datetime import timedelta

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text

from plandocs.models import (
    HomePage,
    InformationPage,
    PlanIndexPage,
    PlanPage,
    PlanRevisionPage,
    RemissRoundPage,
    TjansteskrivelsePage,
)

NONE = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
PROMOTED = {"seo_title": "", "search_description": ""}


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def form_of(page, **changes):
    """Return what the edit form of ``page`` posts when somebody has changed its words."""
    words = rich_text("<p>Något annat.</p>")
    fields = {
        PlanRevisionPage: {
            "summary": "Något annat.",
            "valid_from": 1999,
            "valid_to": 2001,
            "body": {"count": 0},
        },
        PlanPage: {"summary": "Något annat.", "kind": "plan", "applies_to": ""},
        TjansteskrivelsePage: {
            "to_body": getattr(page, "to_body_id", None) or "",
            "dated_on": "2026-01-20",
            "proposal": {
                "count": 1,
                0: {"type": "att_sats", "value": "Avslag.", "order": 0, "deleted": "", "id": ""},
            },
            "summary": words,
            "background": words,
            "assessment": words,
            "attachments": NONE,
        },
        RemissRoundPage: {},
        InformationPage: {"body": words, "slug": page.slug, **PROMOTED},
        HomePage: {"introduction": words, "slug": page.slug, **PROMOTED},
        PlanIndexPage: {"introduction": words, "slug": page.slug, **PROMOTED},
    }[type(page)]
    return nested_form_data({"title": "Något annat", "comments": NONE, **fields, **changes})


def edit(client, page, **changes):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, **changes))


def publish_from_editor(client, page):
    return edit(client, page, **{"action-publish": "1"})


def autosave(client, page, **changes):
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        form_of(page, **changes),
        headers={"accept": "application/json"},
    )


def schedule_from_editor(client, page):
    soon = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    return edit(client, page, **{"action-publish": "1", "go_live_at": soon})


def expire_from_editor(client, page):
    soon = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    return edit(client, page, **{"action-publish": "1", "expire_at": soon})


def publish_earlier_version(client, page):
    """The page's history: look at an earlier version, and publish that."""
    version = page.revisions.order_by("pk").first()
    return client.post(
        reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, version.pk]),
        form_of(page, **{"action-publish": "1"}),
    )


def revert(client, page):
    version = page.revisions.order_by("pk").first()
    return client.post(
        reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, version.pk]), form_of(page)
    )


def submit_for_moderation(client, page):
    return edit(client, page, **{"action-submit": "1"})


def unpublish(client, page):
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))


def unpublish_with_descendants(client, page):
    return client.post(
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"include_descendants": "on"}
    )


def delete(client, page):
    return client.post(
        reverse("wagtailadmin_pages:delete", args=[page.pk]), {"confirm_site_name": "Styrdok"}
    )


def move(client, page, target):
    return client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))


def reorder(client, page):
    return client.post(
        reverse("wagtailadmin_pages:set_page_position", args=[page.pk]) + "?position=0",
        headers={"x-requested-with": "XMLHttpRequest"},
    )


def copy(client, page, **choices):
    return client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "En kopia",
            "new_slug": "en-kopia",
            "new_parent_page": page.get_parent().pk,
            **choices,
        },
    )


def copy_published(client, page):
    return copy(client, page, publish_copies="on", copy_subpages="on")


def copy_as_draft(client, page):
    return copy(client, page)


def alias(client, page):
    return copy(client, page, alias="on")


def convert_alias(client, page):
    return client.post(reverse("wagtailadmin_pages:convert_alias", args=[page.pk]))


def make_private(client, page):
    return client.post(
        reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
        {"restriction_type": "login", "groups": [], "password": ""},
    )


def change_slug(client, page):
    return edit(client, page, **{"action-publish": "1", "slug": "en-annan-adress"})


def bulk(client, action, page, **form):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return client.post(f"{address}?id={page.pk}&next=/admin/", form)


def bulk_publish(client, page):
    return bulk(client, "publish", page)


def bulk_publish_descendants(client, page):
    return bulk(client, "publish", page, include_descendants="on")


def bulk_unpublish(client, page):
    return bulk(client, "unpublish", page)


def bulk_unpublish_descendants(client, page):
    return bulk(client, "unpublish", page, include_descendants="on")


def bulk_delete(client, page):
    return bulk(client, "delete", page, confirm_site_name="Styrdok")


def bulk_move(client, page, target):
    return bulk(client, "move", page, chooser=target.pk)


def api(client, action, page, **data):
    """Wagtail's admin API, which its own screens use."""
    return client.post(
        reverse("wagtailadmin_api:pages:action", args=[page.pk, action]),
        json.dumps(data),
        content_type="application/json",
        headers={"accept": "application/json"},
    )


def api_publish(client, page):
    return api(client, "publish", page)


def api_unpublish(client, page):
    return api(client, "unpublish", page, recursive=True)


def api_delete(client, page):
    return api(client, "delete", page)


def api_copy(client, page):
    return api(client, "copy", page, keep_live=True, recursive=True, slug="en-kopia")


def api_alias(client, page):
    return api(client, "create_alias", page, recursive=True, update_slug="en-kopia")


def api_move(client, page, target):
    return api(client, "move", page, destination_page_id=target.pk, position="last-child")


def api_revert(client, page):
    version = page.revisions.order_by("pk").first()
    return api(client, "revert_to_page_revision", page, revision_id=version.pk)


def api_copy_for_translation(client, page):
    return api(client, "copy_for_translation", page, locale="ar", alias=True, copy_parents=True)
