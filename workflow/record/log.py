"""The log as a promise: every service writes one entry with data enough to explain it later."""

from datetime import date

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

LOG_ACTIONS = [
    ("styrdok.open_case", _("Open a case"), _("Opened the case")),
    ("styrdok.import_text", _("Import a text"), _("Imported the text")),
    ("styrdok.draft_memo", _("Draft a memo"), _("Drafted a memo")),
    ("styrdok.redraft_memo", _("Write on a memo"), _("Wrote on a memo")),
    ("styrdok.send_memo", _("Send a memo"), _("Sent a memo")),
    ("styrdok.edit_text", _("Change the text"), _("Changed the text")),
    ("styrdok.mark_change", _("Mark a change"), _("Marked a change")),
    ("styrdok.answer_motive", _("Answer a motive"), _("Answered a motive")),
    ("styrdok.record_decision", _("Record a decision"), _("Recorded a decision")),
    ("styrdok.correct_decision", _("Correct a decision"), _("Corrected a decision")),
    ("styrdok.adopt", _("Adopt a text"), _("Adopted the text")),
    ("styrdok.end_plan", _("End a plan"), _("Ended the plan")),
    ("styrdok.announce", _("Put up a notice"), _("Put up the notice")),
    ("styrdok.record_appeal", _("Record an appeal"), _("Recorded an appeal")),
    ("styrdok.confirm_laga_kraft", _("Confirm laga kraft"), _("Confirmed laga kraft")),
    ("styrdok.assign_case", _("Assign a case"), _("Assigned the case")),
    ("styrdok.open_remiss", _("Open a remiss"), _("Sent the text out on remiss")),
    ("styrdok.extend_remiss", _("Extend a remiss"), _("Extended the remiss")),
    ("styrdok.close_remiss", _("Close a remiss"), _("Closed the remiss")),
    ("styrdok.renew_link", _("Renew a secret link"), _("Renewed a secret link")),
    ("styrdok.letter_failed", _("Fail to send a letter"), _("A letter could not be sent")),
    ("styrdok.receive_answer", _("File an answer"), _("Filed an answer to the remiss")),
    ("styrdok.show_answer", _("Show an answer"), _("Changed whether an answer is shown")),
    ("styrdok.answer_point", _("Answer a point"), _("Answered a point of the remiss")),
    ("styrdok.request_translation", _("Begin a translation"), _("Began a translation")),
    ("styrdok.import_translation", _("Read a PO file"), _("Read translations from a PO file")),
    ("styrdok.publish_translation", _("Publish a translation"), _("Published a translation")),
    ("styrdok.write_easy_read", _("Begin an easy-to-read text"), _("Began an easy-to-read text")),
    (
        "styrdok.link_easy_read",
        _("Link an easy-to-read text"),
        _("Said which parts the easy-to-read text retells"),
    ),
    (
        "styrdok.publish_easy_read",
        _("Publish an easy-to-read text"),
        _("Published the easy-to-read text"),
    ),
    ("styrdok.install_site", _("Install the site"), _("Installed the site")),
]
"""(action, label, message) of everything our services log, for Wagtail's registry."""


def log_fact(
    instance: Model, action: str, *, user: User | None, on: date | None = None, **data: object
) -> None:
    """Write one log entry; ``on`` is the day of the record, the entry's own time is real."""
    if on is not None:
        data["on"] = on.isoformat()
    log(instance=instance, action=f"styrdok.{action}", user=user, data=data)
