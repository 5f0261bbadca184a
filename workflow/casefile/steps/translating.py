"""Steps in other languages, and in easy Swedish."""

from typing import Literal

from plandocs.models import PlanRevisionPage
from plandocs.text.compare import blocks_of
from workflow.casefile.role_holder import holder_of
from workflow.casefile.scene import Scene, block_with
from workflow.casefile.steps.step import Step
from workflow.casefile.values import FileName, Table, Text, Title
from workflow.services import translation
from workflow.services.memos import as_html
from workflow.services.translation.conditions import EASY_SWEDISH


class Translate(Step):
    """Begin a translation, and read it from the PO file beside the case file."""

    do: Literal["translate"]
    locale: Text
    po: FileName

    def files(self) -> list[str]:
        return [self.po]

    def play(self, scene: Scene) -> None:
        revision, user = scene.case.revision, holder_of("Översättare")
        translation.request_translations(
            revision=revision, locales=[self.locale], on=self.on, user=user
        )
        translation.import_translation(
            revision=revision,
            locale=self.locale,
            po=(scene.folder / self.po).read_bytes(),
            on=self.on,
            user=user,
        )


class PublishTranslation(Step):
    """Release it, or the easy-to-read text."""

    do: Literal["publish_translation"]
    locale: Text

    def play(self, scene: Scene) -> None:
        revision, user = scene.case.revision, holder_of("Redaktör")
        if self.locale == EASY_SWEDISH:
            translation.publish_easy_read(revision=revision, on=self.on, user=user)
        else:
            translation.publish_translation(
                revision=revision, locale=self.locale, on=self.on, user=user
            )


class SectionTable(Table):
    """A section of the lättläst text, and which parts of the decided text it retells."""

    heading: Title = ""
    text: list[Text]
    covers: list[Text] = []

    def as_block(self, revision: PlanRevisionPage) -> dict[str, object]:
        """Return the value of its block."""
        blocks = blocks_of(revision)
        return {
            "heading": self.heading,
            "text": as_html(self.text),
            "covers": [block_with(phrase, blocks).id for phrase in self.covers],
        }


class EasyRead(Step):
    """Write the lättläst text."""

    do: Literal["easy_read"]
    title: Title | None = None
    sections: list[SectionTable]

    def play(self, scene: Scene) -> None:
        revision, user = scene.case.revision, holder_of("Översättare")
        page = translation.write_easy_read(revision=revision, on=self.on, user=user)
        page.title = self.title or page.title
        page.body = [("easy_read", section.as_block(revision)) for section in self.sections]
        page.save_revision(user=user)
