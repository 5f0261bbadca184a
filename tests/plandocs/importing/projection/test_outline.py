"""Tables and lists are told under the headings that they stand under."""

from tests.plandocs.importing.projection.conftest import block, paragraph, section, told


def table(*rows):
    return block("table", caption="", table={"data": [list(row) for row in rows]})


def test_a_table_is_told_with_the_heading_nearest_above_it():
    deep = section("Mål: Rena sjöar", table(("A",), ("x",)), kind="subsection")

    structure = told(table(("B",), ("y",)), section("Läget", deep))

    headings = [one["goal_heading"] for one in structure["tables"]]
    assert headings == ["", "Rena sjöar"]


def test_columns_are_told_once_only_where_all_tables_have_the_same():
    same = told(table(("A", "B"), ("1", "2")), table(("A", "B"), ("3", "")))
    other = told(table(("A", "B"), ("1", "2")), table(("C",), ("3",)))

    assert same["table_columns"] == ["A", "B"]
    assert same["tables"][1]["rows"] == [{"a": "3", "b": None}]
    assert [one["columns"] for one in other["tables"]] == [["A", "B"], ["C"]]


def test_a_column_is_named_by_its_head_in_plain_letters_or_else_by_its_place():
    structure = told(table(("Pågående arbete", "", "När?"), ("a", "b", "c")))

    assert structure["tables"][0]["rows"] == [{"pagaende_arbete": "a", "column_2": "b", "nar": "c"}]


def test_tables_are_counted_with_their_rows_without_heads():
    counts = told(table(("A",), ("1",), ("2",)), table(("A",), ("3",)))["counts"]

    assert (counts["tables"], counts["table_rows"]) == (2, 3)
    assert counts["rows_per_table"] == [2, 1]


def test_the_goals_of_an_overview_are_listed_only_where_no_area_is():
    under = section("Rena sjöar för alla", table(("A",), ("1",)))

    structure = told(under, overview=("Öppna stränder", "Rena sjöar"))

    assert structure["goals_listed"] == ["Öppna stränder", "Rena sjöar"]
    assert structure["tables"][0]["goal_order_in_plan"] == 2
    assert "goals_listed" not in told(block("focus_area", title="A"), overview=("A", "B"))


def test_directions_and_partial_goals_are_the_first_list_under_their_heading():
    stream = [
        section(
            "Planens strategiska inriktning",
            paragraph("<p>Vi ska:</p>"),
            paragraph("<ol><li>mäta</li><li>lära</li></ol>"),
        ),
        section("Planens delmål", paragraph("<ul><li>klart vatten</li></ul>")),
    ]

    structure = told(*stream)

    assert structure["strategic_direction"] == ["mäta", "lära"]
    assert structure["sub_goals"] == ["klart vatten"]
    assert structure["counts"]["strategic_directions"] == 2
    assert structure["counts"]["sub_goals"] == 1


def test_a_heading_without_a_list_tells_of_no_goals():
    assert "sub_goals" not in told(section("Delmål", paragraph("<p>Rent.</p>")))


def test_a_body_that_contributes_by_a_list_is_told_with_its_list():
    structure = told(
        paragraph("<p>Region Norr ska bidra genom att:</p><ul><li>mäta</li><li>lära</li></ul>"),
        paragraph("<p>Vi bidrar gärna.</p>"),
    )

    assert structure["contributions"] == [{"body": "Region Norr", "items": ["mäta", "lära"]}]
    assert structure["counts"]["contributions_per_body"] == [2]
