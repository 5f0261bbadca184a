"""Steps in other languages, and in easy Swedish."""

from typing import Any

from plandocs.text.compare import blocks_of
from workflow.casefile.acting import acting
from workflow.casefile.scene import Scene, Step, block_with
from workflow.services import translation
from workflow.services.memos.sending import as_html
from workflow.services.translation.conditions import EASY_SWEDISH


def translate(scene: Scene, step: Step) -> None:
    """Begin a translation, and read it from the PO file beside the case file."""
    revision, user = scene.case.revision, acting("Översättare")
    translation.request_translations(
        revision=revision, locales=[step["locale"]], on=step["on"], user=user
    )
    translation.import_translation(
        revision=revision,
        locale=step["locale"],
        po=scene.file.beside(step["po"]).read_bytes(),
        on=step["on"],
        user=user,
    )


def publish_translation(scene: Scene, step: Step) -> None:
    """Release it, or the easy-to-read text."""
    revision, on, user = scene.case.revision, step["on"], acting("Redaktör")
    if step["locale"] == EASY_SWEDISH:
        translation.publish_easy_read(revision=revision, on=on, user=user)
    else:
        translation.publish_translation(revision=revision, locale=step["locale"], on=on, user=user)


def easy_read(scene: Scene, step: Step) -> None:
    """Write the lättläst text; each section says which parts of the decided text it covers."""
    revision = scene.case.revision
    page = translation.write_easy_read(revision=revision, on=step["on"], user=acting("Översättare"))
    page.title = step.get("title", page.title)
    page.body = [("easy_read", _easy_section(revision, section)) for section in step["sections"]]
    page.save_revision(user=acting("Översättare"))


def _easy_section(revision: Any, section: dict[str, Any]) -> dict[str, Any]:
    blocks = blocks_of(revision)
    return {
        "heading": section.get("heading", ""),
        "text": as_html(section["text"]),
        "covers": [block_with(phrase, blocks).id for phrase in section.get("covers", [])],
    }
