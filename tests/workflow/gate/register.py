"""Every known way to publish a text past the record, or to alter, hide or lose what is in it.

The list is written by hand, from reading Wagtail, wagtail-localize and Django; the tests name the
ways they close (``@closes``), and test_register holds the two against each other.
"""

WAYS = (
    # Wagtail's screens: making something public
    "editor: publish",
    "editor: publish, with a schedule",
    "editor: set an expiry",
    "editor: submit for moderation",
    "editor: run or restart a workflow action",
    "editor: cancel the workflow as the one who submitted it",
    "workflow address: approve or reject",
    "create: with publish",
    "create: as a draft under a page of the record",
    "history: publish an earlier version",
    "bulk: publish",
    "bulk: publish an ancestor with its descendants",
    "copy: published",
    "copy: as a draft",
    "copy: an ancestor with its subpages, published",
    "copy: as an alias",
    "copy: an ancestor as an alias",
    "alias: convert",
    # Wagtail's screens: altering, hiding, losing
    "editor: save an adopted text, a sent memo or a round",
    "editor: autosave into an adopted text",
    "editor: autosave over a version that a body has received",
    "history: revert to an earlier version",
    "editor: change the address of a page above",
    "unpublish",
    "unpublish: an ancestor with its descendants",
    "bulk: unpublish",
    "bulk: unpublish an ancestor with its descendants",
    "delete",
    "delete: an ancestor",
    "bulk: delete",
    "bulk: delete an ancestor",
    "delete: a body, a person or a workflow that the record refers to",
    "move",
    "bulk: move",
    "move: an ancestor",
    "reorder",
    "privacy: limit the readers",
    "privacy: limit the readers of an ancestor",
    "privacy: open the collection of the cases",
    # What the record refers to
    "files: replace a picture in a text that a body has received",
    "files: remove a picture from a text that a body has received",
    "files: replace or open a file that was sent with a memo",
    "register: change the code of a body",
    "register: remove a body that stands in a text",
    # What stands above the pages
    "sites: another start page",
    "sites: remove the site",
    "locales: make a language another one",
    "locales: remove a language",
    # Wagtail's admin API
    "api: publish",
    "api: unpublish",
    "api: delete",
    "api: copy",
    "api: create an alias",
    "api: copy for translation",
    "api: convert an alias",
    "api: move",
    "api: revert",
    # wagtail-localize
    "localize: submit a text for translation",
    "localize: submit a page with its subtree",
    "localize: publish from the translation editor",
    "localize: sync translated pages, with publish",
    "localize: convert to alias",
    "localize: stop the translation and use the plain editor",
    "localize: synchronise a language's tree",
    "localize: translate into easy-to-read Swedish",
    "localize: save_target(publish=True) in code",
    "localize: publish the translation of an unadopted text",
    # Code that goes through Django's models
    "code: revision.publish()",
    "code: revision.publish() of an earlier version",
    "code: page.save()",
    "code: page.save() as a plain Page",
    "code: page.save(update_fields=…)",
    "code: page.save_revision()",
    "code: page.unpublish()",
    "code: page.delete()",
    "code: page.move()",
    "code: page.copy()",
    "code: page.create_alias()",
    "code: page.copy_for_translation(alias=True)",
    "code: a new page that is live",
    "code: a workflow that ends without an adoption",
    "code: a workflow that ends with a later draft",
    "code: write a fact again",
    "code: remove a fact",
    "code: write over a version that a fact names",
    "code: change the attachments of a sent memo",
    # Commands
    "command: publish_scheduled",
    "command: purge_revisions",
    "command: loaddata",
    "command: flush",
    "command: import_plan into an adopted text",
    # Past Django's models
    "database: queryset.update(live=True)",
    "database: queryset.update(live=False)",
    "database: queryset.update() of words or address",
    "database: queryset.update() of a page above",
    "database: queryset.update() of a schedule",
    "database: queryset.update() of an alias",
    "database: queryset.update() of a version",
    "database: queryset.update() and delete() of facts",
    "database: answers to motives and points of an ended case",
    "database: a case that decides another text",
    "database: the log",
    "database: bulk_update",
    "database: bulk_create",
    "database: plain SQL",
    "database: truncate",
    "database: INSERT OR REPLACE, UPDATE OR REPLACE, ON CONFLICT DO UPDATE",
    "database: the § that a decision has claimed",
    "database: the closing of a round",
    # Between two acts
    "two acts: a fault in the middle of an adoption",
    "two acts: a refusal after half of a bulk action",
)

CLOSED_BY: dict[str, list[str]] = {}
"""Way → the tests that close it."""


def closes(*ways):
    """Say which ways a test closes."""

    def register(test):
        for way in ways:
            CLOSED_BY.setdefault(way, []).append(f"{test.__module__}.{test.__name__}")
        return test

    return register
