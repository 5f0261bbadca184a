"""What a case is said to wait for once it has been decided."""

from datetime import date

from tests.factories.translations import next_edition
from workflow.procedure.next_step import next_step
from workflow.procedure.situation import situation_of
from workflow.services.appeals import announce, confirm_laga_kraft


def said_of(case, on):
    return next_step(case, situation_of(case, on=on), on=on).sentence


def with_laga_kraft(matter):
    announce(
        case=matter.case,
        adjusted_on=date(2026, 6, 18),
        announced_on=date(2026, 6, 19),
        user=matter.registrator,
    )
    confirm_laga_kraft(case=matter.case, on=date(2026, 7, 20), user=matter.registrator)
    return matter.case


def test_a_text_is_said_to_be_in_force_only_until_the_next_edition(matter):
    case = with_laga_kraft(matter.adopted())
    before = said_of(case, date(2026, 8, 1))

    next_edition(matter, {"Trygga vägar": "Tryggare vägar"})

    assert before == "Texten gäller."
    assert said_of(case, date(2027, 12, 1)).startswith("Texten gäller inte längre")
