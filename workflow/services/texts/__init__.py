"""Changing a text, marking what has changed in it, and bringing in one that is imported."""

from workflow.services.texts.editing import edit_text
from workflow.services.texts.importing import Imported, import_draft, register_of_names
from workflow.services.texts.marking import mark_changes

__all__ = ["Imported", "edit_text", "import_draft", "mark_changes", "register_of_names"]
