"""Compiling the catalogues, and bringing our own in line with the code."""

from styrdok.messages.catalogues import compile_beside, compile_reworded, new, read, write
from styrdok.messages.project import COMPLETE, Project
from styrdok.messages.usage import messages_in_use
from styrdok.own_words import FOR_MEASURES


def compile_all(project: Project) -> None:
    """Write each catalogue's .mo file beside it, and the Swedish ones of other words."""
    for path in project.catalogues():
        compile_beside(path)
    for choice, word in FOR_MEASURES.items():
        compile_reworded(project.catalogue(COMPLETE), project.reworded(choice), word)


def update_all(project: Project) -> None:
    """Add new messages to our catalogues and drop those no longer used. Nothing is guessed.

    The words of Wagtail's screens are left as they are: no code of ours uses them.
    """
    in_use = messages_in_use(project)
    for language in (*project.translated, *project.placeholders):
        path = project.catalogue(language)
        catalogue = read(path) if path.exists() else new(language)
        if language in project.translated:
            catalogue.update(in_use, no_fuzzy_matching=True, update_creation_date=False)
        write(path, catalogue)
