"""Areas and measures are told with their numbers, their words and the one name of each body."""

from tests.plandocs.importing.projection.conftest import area, items, measure, told


def first_measure(*args, **kwargs):
    (found,) = told(area("Sjöar", measure(*args, **kwargs)))["focus_areas"][0]["measures"]
    return found


def test_a_measure_without_a_printed_number_goes_by_its_place():
    (one, two) = told(area("A"), area("B", measure("<p>x</p>"), measure("<p>y</p>", number="7")))[
        "focus_areas"
    ][1]["measures"]

    assert (one["id"], two["id"]) == ("2.1", "7")


def test_the_title_of_a_measure_opens_its_words():
    found = first_measure("<p>i tio sjöar.</p>", title="Mäta")

    assert (found["title"], found["text"]) == ("Mäta", "Mäta i tio sjöar.")


def test_the_items_of_the_outer_list_are_words_of_the_measure_and_marks_of_notes_are_not():
    found = first_measure(
        "<p>Mäta<sup>1</sup>:</p><ul><li>näring<ul><li>fosfor</li></ul></li><li>djup</li></ul>"
    )

    assert found["text"] == "Mäta: näring djup"


def test_a_body_has_one_name_however_it_is_spelt_in_the_blocks():
    structure = told(
        area(
            "A",
            measure("<p>x</p>", lead=["Østerås kommunaldelsförvaltning"]),
            measure("<p>y</p>", lead=["Österås kommundelsförvaltning"]),
        )
    )

    names = [one["responsible"] for one in structure["focus_areas"][0]["measures"]]
    assert names == [["Österås kommundelsförvaltning"]] * 2
    assert structure["corrections"] == [
        {
            "as_printed": ["Østerås kommunaldelsförvaltning"],
            "corrected": "Österås kommundelsförvaltning",
        }
    ]


def test_small_letters_are_no_misspelling_but_a_stray_sign_is():
    structure = told(area("A", measure("<p>x</p>", lead=["socialnämnden", "**Miljönämnden**"])))

    assert [one["corrected"] for one in structure["corrections"]] == ["Miljönämnden"]


def test_bodies_are_listed_once_in_the_order_of_the_text_with_their_types():
    first = measure("<p>x</p>", lead=["Miljönämnden", "Vattenhem"])
    second = measure("<p>y</p>", collaborating=items({"as_printed": "Miljönämnden"}))

    structure = told(area("A", first, second))

    assert [(one["name"], one["type"]) for one in structure["bodies"]] == [
        ("Miljönämnden", "namnd"),
        ("Vattenhem", "bolag"),
    ]


def test_what_a_measure_does_not_say_is_left_out():
    found = first_measure("<p>Mäta.</p>")

    assert set(found) == {
        "id",
        "text",
        "responsible_as_printed",
        "responsible",
        "in_collaboration_with",
    }


def test_level_deadline_co_responsible_and_indicators_are_told_where_they_stand():
    found = first_measure(
        "<p>Mäta.</p>",
        level="Universell",
        deadline="2027",
        co_responsible=items({"as_printed": "Vattenhem"}),
        indicators=items({"text": "Antal sjöar", "frequency": "Årsvis"}),
    )

    assert (found["level"], found["deadline"]) == ("Universell", "2027")
    assert found["co_responsible"] == ["Vattenhem"]
    assert found["indicators"] == [{"text": "Antal sjöar", "frequency": "Årsvis"}]


def test_an_area_tells_its_introduction_line_by_line_and_its_preconditions_if_any():
    with_both = area(
        "A", intro="<p>Ett.</p><p>Två.</p>", preconditions="<p>Finns:</p><ul><li>karta</li></ul>"
    )

    one, two = told(with_both, area("B"))["focus_areas"]

    assert one["intro"] == "Ett.\nTvå."
    assert one["preconditions"] == "Finns:\nkarta"
    assert "preconditions" not in two


def test_areas_with_indicators_and_nobody_who_answers_are_goals_followed_up():
    goals = told(area("A", measure("<p>Rent (sjö, å).</p>", indicators=items({"text": "Prov"}))))

    (row,) = goals["goals"][0]["rows"]
    assert row == {
        "id": "1.1",
        "text": "Rent",
        "examples": "sjö, å",
        "indicators": ["Prov"],
        "frequency": None,
    }


def test_areas_whose_measures_say_who_answers_are_no_goals():
    led = measure("<p>Mäta.</p>", lead=["Miljönämnden"], indicators=items({"text": "Prov"}))

    assert "goals" not in told(area("A", led))
