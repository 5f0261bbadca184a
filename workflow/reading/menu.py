"""The pages that a public page links to around itself: the menu, and those above it."""

from dataclasses import dataclass, field

from wagtail.models import Page

from workflow.reading.languages import DEPTH_OF_HOME


@dataclass(slots=True)
class Menu:
    """The start page, the list of documents and the pages of information in one language."""

    home: Page | None = None
    documents: Page | None = None
    information: list[Page] = field(default_factory=list)

    @property
    def trail(self) -> list[Page]:
        return [page for page in (self.home, self.documents) if page]


def menu_for(language: str) -> Menu:
    """Return the menu in ``language``: one query."""
    menu = Menu()
    pages = (
        Page.objects.live()
        .filter(locale__language_code=language, depth__in=[DEPTH_OF_HOME, DEPTH_OF_HOME + 1])
        .select_related("locale")
        .order_by("path")
    )
    for page in pages:
        match page.cached_content_type.model:
            case "homepage":
                menu.home = menu.home or page
            case "planindexpage":
                menu.documents = menu.documents or page
            case "informationpage":
                menu.information.append(page)
    return menu


def pages_above(page: Page) -> list[Page]:
    """Return the published pages above ``page``, from the start page on: one query."""
    return list(
        page.get_ancestors().live().filter(depth__gte=DEPTH_OF_HOME).select_related("locale")
    )
