"""What an official is told of a file that was read in."""

import pytest

from workflow.admin.texts.importing import found_in_words
from workflow.services.texts import Imported


@pytest.mark.parametrize(
    ("sections", "areas", "measures", "told"),
    [
        (2, 0, 0, "Texten är inläst: 2 avsnitt."),
        (1, 0, 3, "Texten är inläst: 1 avsnitt och 3 åtgärder."),
        (4, 6, 34, "Texten är inläst: 4 avsnitt, 6 fokusområden och 34 åtgärder."),
        (0, 0, 0, "Texten är inläst. Ingen rubrik hittades i den."),
    ],
)
def test_only_what_a_file_holds_is_counted(sections, areas, measures, told):
    imported = Imported(None, sections, areas, measures, new_organisations=())

    assert found_in_words(imported) == told


def test_bodies_that_are_new_to_the_register_are_named():
    imported = Imported(None, 1, 0, 1, new_organisations=("Parkkontoret",))

    assert found_in_words(imported).endswith("Nytt i organisationsregistret: Parkkontoret.")
