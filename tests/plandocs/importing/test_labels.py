"""The lines under a measure are known by their labels, and heads of columns by the same words."""

import pytest

from plandocs.importing.labels import (
    Label,
    awaits_list,
    column_label,
    is_goal_column,
    is_lead,
    is_responsibility,
    label_lines,
    labelled,
)


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("Ansvar: Miljönämnden", Label.LEAD, "Miljönämnden"),
        ("Ansvarig: Miljönämnden", Label.LEAD, "Miljönämnden"),
        ("Ansvariga nämnder: A och B", Label.LEAD, "A och B"),
        ("Huvudansvar: A", Label.LEAD, "A"),
        ("Ansvar för genomförande: A", Label.LEAD, "A"),
        ("**Ansvarig:** A", Label.LEAD, "A"),
        ("**Ansvarig**: A", Label.LEAD, "A"),
        ("  ANSVAR :A", Label.LEAD, "A"),
        ("Medansvarig: A", Label.CO_RESPONSIBLE, "A"),
        ("Med-ansvariga: A", Label.CO_RESPONSIBLE, "A"),
        ("Delat ansvar: A", Label.CO_RESPONSIBLE, "A"),
        ("Samverkan: A", Label.COLLABORATING, "A"),
        ("I samarbete med: A", Label.COLLABORATING, "A"),
        ("Samverkanspart: A", Label.COLLABORATING, "A"),
        ("Nivå: Universell", Label.LEVEL, "Universell"),
        ("Tidplan: 2027", Label.DEADLINE, "2027"),
        ("Klart senast: 2027", Label.DEADLINE, "2027"),
        ("Genomförs senast: 2027", Label.DEADLINE, "2027"),
        ("Genomförs av: A", Label.LEAD, "A"),
        ("Indikatorer/uppföljning: x", Label.INDICATOR, "x"),
        ("Uppföljningsfrekvens: x", Label.FREQUENCY, "x"),
        ("Ansvar", Label.TEXT, "Ansvar"),
        ("Ansvaret är delat: så är det", Label.TEXT, "Ansvaret är delat: så är det"),
        ("Ansvarsfull: ja", Label.TEXT, "Ansvarsfull: ja"),
        ("Mål: rent vatten", Label.TEXT, "Mål: rent vatten"),
    ],
)
def test_a_line_is_known_by_the_label_that_opens_it(line, label, rest):
    found, _words, after = labelled(line)

    assert (found, after) == (label, rest)


@pytest.mark.parametrize(
    ("line", "lead", "responsibility", "awaits"),
    [
        ("Ansvar: A", True, True, False),
        ("Ansvar:", True, True, True),
        ("Medansvarig: A", False, True, False),
        ("Medansvarig:", False, False, True),
        ("Samverkan: A", False, False, False),
        ("Samverkan:", False, False, False),
        ("Text.", False, False, False),
    ],
)
def test_a_label_says_who_answers_now_or_in_the_list_below(line, lead, responsibility, awaits):
    assert is_lead(line) is lead
    assert is_responsibility(line) is responsibility
    assert awaits_list(line) is awaits


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Mäta. Ansvar: A", ["Mäta.", "Ansvar: A"]),
        ("Mäta. **Ansvarig:** A", ["Mäta.", "**Ansvarig:** A"]),
        ("Mäta. Ansvar: A. Medansvarig: B", ["Mäta.", "Ansvar: A.", "Medansvarig: B"]),
        ("Mäta, ansvar: A", ["Mäta, ansvar: A"]),
        ("Mäta. Ansvaret är allas.", ["Mäta. Ansvaret är allas."]),
    ],
)
def test_a_label_after_a_sentence_gets_a_line_of_its_own(line, parts):
    assert label_lines([line]) == parts


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("Insats", Label.TEXT),
        ("Åtgärder", Label.TEXT),
        ("Aktivitet/uppdrag", Label.TEXT),
        ("Vad", Label.TEXT),
        ("Vad ska göras?", Label.TEXT),
        ("Ansvarig nämnd", Label.LEAD),
        (" När ", Label.DEADLINE),
        ("Kostnad", None),
        ("Vadställe", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_head(head, label):
    assert column_label(head) is label


@pytest.mark.parametrize(
    ("head", "is_goal"),
    [
        ("Mål", True),
        ("Delmål", True),
        ("Målsättningar", True),
        (" Målen ", True),
        ("Målgrupp", False),
    ],
)
def test_a_column_of_goals_is_told_from_one_of_target_groups(head, is_goal):
    assert is_goal_column(head) is is_goal
