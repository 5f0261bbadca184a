"""The StreamField blocks of a steering document's text: here, and only here, a field is declared.

The id of a block is the thread of the whole system: answers, changes, measures and translations
hang on it, so no block is ever renumbered or rebuilt where it can be kept.

``plandocs.text.schema`` reads what a field holds from its class, and in which order fields are read
from the order in which they stand. What neither says of a block stands in its ``Meta``:

- ``heading``: the field with the heading of a part, as in the table of contents;
- ``called_by``: the field with the name people call the block by, where that is no heading;
- ``items_are``: the kind of block that the items of a list are, each with its place in the text;
- ``name_of_body``: the field with the printed name of the body that the block chooses;
- ``line_of_bodies``: the field with the names of all its bodies as one printed line;
- ``points_at``: the field with the ids of other blocks.
"""

from collections.abc import Iterable, Mapping
from typing import TypedDict, TypeVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import INLINE_TAGS

# The mark of a footnote belongs to its sentence. wagtail-localize takes a tag it does not know for
# a paragraph of its own: it would cut the sentence in two and hand out the bare mark as a text.
INLINE_TAGS.append("sup")

Value = TypeVar("Value")
Fields = Mapping[str, object]
"""What is stored of a block with fields."""

TEXT_FEATURES = ["bold", "italic", "superscript", "ol", "ul", "link"]


class UntranslatedBlock:
    """Mixin for what a translator must not touch: printed numbers and responsible bodies."""

    def get_translatable_segments(self, value: object) -> list[StringSegmentValue]:
        return []

    def restore_translated_segments(self, value: Value, segments: Iterable[object]) -> Value:
        """Keep the value of the decided text."""
        return value


class PrintedBlock(UntranslatedBlock, blocks.CharBlock):
    """Text that stands as printed in every language, such as a measure's number."""


class MergedCells(TypedDict):
    """The cell at ``row`` and ``col``, from 0, that has grown over those beside and below it."""

    row: int
    col: int
    rowspan: int
    colspan: int


class StoredTable(TypedDict, total=False):
    """A table as it is stored: its cells row by row, and which of them are headers."""

    data: list[list[str | None]]
    first_row_is_table_header: bool
    first_col_is_header: bool
    table_header_choice: str
    table_caption: str
    cell: list[dict[str, object]]
    mergeCells: list[MergedCells]


def address_of_cell(row: int, column: int) -> str:
    """Return the place of a cell in its table, counted from 0."""
    return f"r{row}c{column}"


class TextTableBlock(TableBlock):
    """A table whose cells a translator may fill in, one segment a cell."""

    def get_translatable_segments(self, value: StoredTable | None) -> list[StringSegmentValue]:
        """Return the cells that hold text, each with its place as path."""
        return [
            StringSegmentValue(address_of_cell(row, column), cell)
            for row, cells in enumerate((value or {}).get("data") or [])
            for column, cell in enumerate(cells)
            if cell
        ]

    def restore_translated_segments(
        self, value: StoredTable, segments: Iterable[StringSegmentValue]
    ) -> StoredTable:
        """Put the translated cells back in a copy of the table."""
        data = [list(cells) for cells in value["data"]]
        for segment in segments:
            row, column = segment.path.removeprefix("r").split("c")
            data[int(row)][int(column)] = segment.render_text()
        return {**value, "data": data}


class _Struct(blocks.StructBlock):
    """Fields; one that is words is empty, and not nothing, in a text that was written before it."""

    def to_python(self, value: Fields) -> blocks.StructValue:
        return super().to_python(self._filled(value))

    def bulk_to_python(self, values: Iterable[Fields]) -> list[blocks.StructValue]:
        filled: list[blocks.StructValue] = super().bulk_to_python(list(map(self._filled, values)))
        return filled

    def _filled(self, value: Fields) -> Fields:
        words = (blocks.CharBlock, blocks.TextBlock)
        said = (name for name, child in self.child_blocks.items() if isinstance(child, words))
        return dict.fromkeys(said, "") | dict(value)


class FootnoteBlock(_Struct):
    """A note, anchored where its mark stands raised in the text."""

    mark = PrintedBlock(label=_("Mark"), max_length=5)
    text = blocks.TextBlock(label=_("Text of the note"), rows=2)

    class Meta:
        icon = "superscript"
        label = _("Footnote")


class NotedBlock:
    """Mixin for a text with notes: the mark of a note is no part of the word before it."""

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        """Part the marks from the words, so that a search finds the words."""
        parted = value["text"].source.replace("<sup>", " <sup>")
        content: list[str] = super().get_searchable_content(  # type: ignore[misc]
            {**value, "text": RichText(parted)}
        )
        return content


class ParagraphBlock(NotedBlock, _Struct):
    """Running text and lists, with the notes that stand in it."""

    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    footnotes = blocks.ListBlock(FootnoteBlock(), label=_("Footnotes"), default=[], required=False)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "plandocs/blocks/paragraph.html"


class DefinitionBlock(NotedBlock, _Struct):
    """A term and what it means in this document."""

    term = blocks.CharBlock(label=_("Term"))
    text = blocks.RichTextBlock(label=_("Meaning"), features=TEXT_FEATURES)
    footnotes = blocks.ListBlock(FootnoteBlock(), label=_("Footnotes"), default=[], required=False)

    class Meta:
        icon = "openquote"
        label = _("Definition")
        template = "plandocs/blocks/definition.html"
        called_by = "term"


class GoalBlock(_Struct):
    """The vision, the main goal, the purpose or a direction, set apart from the running text."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("vision", _("Vision")),
            ("main_goal", _("Main goal")),
            ("purpose", _("Purpose")),
            ("direction", _("Direction")),
        ],
    )
    text = blocks.TextBlock(label=_("Text"), rows=2)

    class Meta:
        icon = "crosshairs"
        label = _("Vision or goal")
        template = "plandocs/blocks/goal.html"


class TableSectionBlock(_Struct):
    """A table with its caption."""

    caption = blocks.CharBlock(label=_("Caption of the table"), required=False)
    table = TextTableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "plandocs/blocks/table.html"


class ImageBlock(_Struct):
    """An image with the words for those who do not see it."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        help_text=_(
            "What the image says, for those who cannot see it. Empty if it only decorates."
        ),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "plandocs/blocks/image.html"


class QuoteBlock(_Struct):
    """Somebody else's words."""

    text = blocks.TextBlock(label=_("Quotation"), rows=3)
    source = blocks.CharBlock(label=_("Source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "plandocs/blocks/quote.html"


class BodyBlock(UntranslatedBlock, _Struct):
    """A body in a measure: the organisation, and its name as the document prints it."""

    organisation = SnippetChooserBlock(
        "plandocs.Organisation",
        label=_("Organisation"),
        required=False,
        help_text=_("Leave empty for a group that is no single body, such as “all committees”."),
    )
    as_printed = blocks.CharBlock(label=_("As printed"))

    class Meta:
        icon = "group"
        label = _("Body")
        name_of_body = "as_printed"


class IndicatorBlock(_Struct):
    """How one sees that a measure has had effect, and how often one looks."""

    text = blocks.CharBlock(label=_("Indicator"))
    frequency = blocks.CharBlock(label=_("How often"), required=False)

    class Meta:
        icon = "history"
        label = _("Indicator")


class MeasureBlock(_Struct):
    """One measure (insats, åtgärd), as the document prints it."""

    number = PrintedBlock(
        label=_("Number as printed"),
        required=False,
        max_length=20,
        help_text=_("Exactly as in the document. Styrdok never renumbers."),
    )
    title = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, required=False)
    lead = blocks.ListBlock(BodyBlock(), label=_("Responsible"), default=[])
    collaborating = blocks.ListBlock(BodyBlock(), label=_("In collaboration with"), default=[])
    co_responsible = blocks.ListBlock(BodyBlock(), label=_("Co-responsible"), default=[])
    responsible_as_printed = PrintedBlock(
        label=_("Responsible, the line as printed"), required=False
    )
    level = blocks.CharBlock(label=_("Level"), required=False)
    indicators = blocks.ListBlock(IndicatorBlock(), label=_("Indicators"), default=[])
    deadline = PrintedBlock(label=_("Deadline as printed"), required=False)

    class Meta:
        icon = "tick"
        label = _("Measure")
        template = "plandocs/blocks/measure.html"
        called_by = "title"
        line_of_bodies = "responsible_as_printed"


class MeasureListBlock(blocks.ListBlock):
    """A list of measures, each with an id of its own."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(MeasureBlock(), **{"label": _("Measures"), "default": [], **kwargs})

    class Meta:
        items_are = "measure"


class FocusAreaBlock(_Struct):
    """A focus area (fokusområde, inriktningsmål) with its measures."""

    number = PrintedBlock(label=_("Number as printed"), required=False, max_length=20)
    title = blocks.CharBlock(label=_("Heading"))
    intro = blocks.RichTextBlock(label=_("Introduction"), features=TEXT_FEATURES, required=False)
    lead_in = blocks.TextBlock(label=_("Lead-in to the measures"), rows=2, required=False)
    preconditions = blocks.RichTextBlock(
        label=_("Preconditions"), features=TEXT_FEATURES, required=False
    )
    measures = MeasureListBlock()

    class Meta:
        icon = "list-ul"
        label = _("Focus area")
        template = "plandocs/blocks/focus_area.html"
        heading = "title"


class EasyReadBlock(_Struct):
    """A piece of easy-to-read text, and which blocks of the decided text it covers."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "ol", "ul"])
    covers = blocks.ListBlock(
        blocks.CharBlock(label=_("Id of a block")),
        label=_("Covers"),
        default=[],
        required=False,
        help_text=_("Ids of blocks. They are easier to set under “Languages”, by name."),
    )

    class Meta:
        icon = "doc-full"
        form_layout = blocks.BlockGroup(children=["heading", "text"], settings=["covers"])
        label = _("Easy-to-read section")
        template = "plandocs/blocks/easy_read.html"
        heading = "heading"
        points_at = "covers"


class _ContentBlock(blocks.StreamBlock):
    """What may stand under a heading of any level."""

    paragraph = ParagraphBlock()
    definition = DefinitionBlock()
    goal = GoalBlock()
    measures = MeasureListBlock(template="plandocs/blocks/measures.html")
    table = TableSectionBlock()
    image = ImageBlock()
    quote = QuoteBlock()


class _SectionBlock(_Struct):
    """A heading, with the number it has in print."""

    number = PrintedBlock(label=_("Number as printed"), required=False, max_length=20)
    heading = blocks.CharBlock(label=_("Heading"))

    class Meta:
        icon = "title"
        template = "plandocs/blocks/section.html"
        heading = "heading"


class SubsubsectionBlock(_SectionBlock):
    """A section of the third level."""

    content = _ContentBlock(label=_("Content"), required=False)

    class Meta:
        label = _("Section, third level")


class _SubsectionContentBlock(_ContentBlock):
    focus_area = FocusAreaBlock()
    subsubsection = SubsubsectionBlock()


class SubsectionBlock(_SectionBlock):
    """A section of the second level."""

    content = _SubsectionContentBlock(label=_("Content"), required=False)

    class Meta:
        label = _("Section, second level")


class _SectionContentBlock(_ContentBlock):
    focus_area = FocusAreaBlock()
    subsection = SubsectionBlock()


class SectionBlock(_SectionBlock):
    """A section of the first level."""

    content = _SectionContentBlock(label=_("Content"), required=False)

    class Meta:
        label = _("Section")


class PlanBodyBlock(_ContentBlock):
    """The whole text of a steering document."""

    section = SectionBlock()
    focus_area = FocusAreaBlock()
    easy_read = EasyReadBlock()
