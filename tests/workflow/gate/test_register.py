"""The list of ways and the tests that close them are the same list."""

from importlib import import_module
from pathlib import Path

from tests.workflow.gate.register import CLOSED_BY, WAYS


def test_every_known_way_is_closed_by_a_test():
    import_all()

    assert [way for way in WAYS if way not in CLOSED_BY] == []


def test_every_way_that_a_test_closes_is_on_the_list():
    import_all()

    assert [way for way in CLOSED_BY if way not in WAYS] == []
    assert len(WAYS) == len(set(WAYS))


def import_all():
    for path in Path(__file__).parent.glob("test_*.py"):
        import_module(f"tests.workflow.gate.{path.stem}")
