"""The log as a promise: every service writes one entry with data enough to explain it later."""

from datetime import date

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

PREFIX = "styrdok."
"""How the actions of our services begin in Wagtail's log."""

LOG_ACTIONS = [
    ("open_case", _("Open a case"), _("Opened the case")),
    ("import_text", _("Import a text"), _("Imported the text")),
    ("draft_memo", _("Draft a memo"), _("Drafted a memo")),
    ("redraft_memo", _("Write on a memo"), _("Wrote on a memo")),
    ("send_memo", _("Send a memo"), _("Sent a memo")),
    ("edit_text", _("Change the text"), _("Changed the text")),
    ("mark_change", _("Mark a change"), _("Marked a change")),
    ("answer_motive", _("Answer a motive"), _("Answered a motive")),
    ("record_decision", _("Record a decision"), _("Recorded a decision")),
    ("correct_decision", _("Correct a decision"), _("Corrected a decision")),
    ("adopt", _("Adopt a text"), _("Adopted the text")),
    ("end_plan", _("End a plan"), _("Ended the plan")),
    ("announce", _("Put up a notice"), _("Put up the notice")),
    ("record_appeal", _("Record an appeal"), _("Recorded an appeal")),
    ("confirm_laga_kraft", _("Confirm laga kraft"), _("Confirmed laga kraft")),
    ("assign_case", _("Assign a case"), _("Assigned the case")),
    ("open_remiss", _("Open a remiss"), _("Sent the text out on remiss")),
    ("extend_remiss", _("Extend a remiss"), _("Extended the remiss")),
    ("close_remiss", _("Close a remiss"), _("Closed the remiss")),
    ("renew_link", _("Renew a secret link"), _("Renewed a secret link")),
    ("letter_failed", _("Fail to send a letter"), _("A letter could not be sent")),
    ("receive_answer", _("File an answer"), _("Filed an answer to the remiss")),
    ("show_answer", _("Show an answer"), _("Changed whether an answer is shown")),
    ("answer_point", _("Answer a point"), _("Answered a point of the remiss")),
    ("request_translation", _("Begin a translation"), _("Began a translation")),
    ("import_translation", _("Read a PO file"), _("Read translations from a PO file")),
    ("publish_translation", _("Publish a translation"), _("Published a translation")),
    ("write_easy_read", _("Begin an easy-to-read text"), _("Began an easy-to-read text")),
    (
        "link_easy_read",
        _("Link an easy-to-read text"),
        _("Said which parts the easy-to-read text retells"),
    ),
    ("publish_easy_read", _("Publish an easy-to-read text"), _("Published the easy-to-read text")),
    ("install_site", _("Install the site"), _("Installed the site")),
]
"""(action, label, message) of everything our services log, for Wagtail's registry."""


def log_fact(
    instance: Model, action: str, *, user: User | None, on: date | None = None, **data: object
) -> None:
    """Write one log entry; ``on`` is the day of the record, the entry's own time is real."""
    if on is not None:
        data["on"] = on.isoformat()
    log(instance=instance, action=f"{PREFIX}{action}", user=user, data=data)
