"""An adopted text in translation."""

from tests.factories.translations import (  # noqa: F401 - fixtures
    draft,
    english,
    exported,
    released,
    text,
)
