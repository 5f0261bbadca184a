"""The blocks as an official meets them in the editor: each with a name of its own, in Swedish."""

from django.utils import translation

from plandocs.blocks import PlanBodyBlock
from plandocs.models import TjansteskrivelsePage


def everything_in(block, place=""):
    children = dict(getattr(block, "child_blocks", {}))
    if inner := getattr(block, "child_block", None):
        children["item"] = inner
    for name, child in children.items():
        yield f"{place}.{name}", child
        yield from everything_in(child, f"{place}.{name}")


def all_blocks():
    yield from everything_in(PlanBodyBlock(), "text")
    proposal = TjansteskrivelsePage._meta.get_field("proposal").stream_block
    yield from everything_in(proposal, "memo")


def test_no_block_is_called_by_its_name_in_the_code():
    assert [place for place, block in all_blocks() if not block.meta.label] == []


def test_every_label_begins_with_a_capital_in_swedish():
    with translation.override("sv"):
        small = [place for place, block in all_blocks() if not str(block.label)[:1].isupper()]

    assert small == []
