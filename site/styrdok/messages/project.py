"""Where the words stand, and where their translations are kept."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from styrdok.env import BASE_DIR
from styrdok.languages import NOT_IN_DJANGO

COMPLETE = "sv"  # what the others lack is shown in Swedish; English needs no catalogue
WAGTAIL = "wagtail"  # the folder of the words that Wagtail's own catalogues lack or say otherwise


@dataclass(frozen=True, slots=True)
class Project:
    """A project: its folders, its languages, and the packages whose screens it shows."""

    root: Path
    code: tuple[str, ...] = ("site/styrdok", "plandocs", "workflow")
    templates: tuple[str, ...] = ("templates", "plandocs", "workflow")
    translated: tuple[str, ...] = (COMPLETE, "ar", "fi", "so")
    packages: tuple[Path, ...] = ()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Django accepts a language only where it finds a catalogue, be it empty.

        Lättläst finds the Swedish one.
        """
        return tuple(sorted(NOT_IN_DJANGO.keys() - {"sv-simple", *self.translated}))

    def catalogue(self, language: str) -> Path:
        return self.root / "locale" / language / "LC_MESSAGES" / "django.po"

    def of_wagtail(self) -> list[Path]:
        """Return the paths of the words of others' screens, which no code of ours uses."""
        return sorted(self.root.glob(f"locale/{WAGTAIL}/*/LC_MESSAGES/django.po"))

    def reworded(self, choice: str) -> Path:
        """Return where our Swedish words are compiled with one of a municipality's own."""
        return self.root / "locale" / choice / COMPLETE / "LC_MESSAGES" / "django.mo"

    def catalogues(self) -> list[Path]:
        """Return the paths of all that there is."""
        return [*sorted(self.root.glob("locale/*/LC_MESSAGES/django.po")), *self.of_wagtail()]

    def upstream(self, language: str) -> list[Path]:
        """Return the paths of the packages' own catalogues in a language."""
        pattern = f"**/locale/{language}/LC_MESSAGES/django.po"
        return [path for package in self.packages for path in sorted(package.glob(pattern))]


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed")
    return Path(spec.origin).parent


OURS = Project(BASE_DIR, packages=(_folder("wagtail"), _folder("wagtail_localize")))
