"""An adopted text in translation."""

from tests.factories.translations import (  # noqa: F401 - fixtures
    draft,
    english,
    text,
)
