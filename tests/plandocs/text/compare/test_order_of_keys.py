"""A text says the same whatever order the database gives its keys in."""

import copy

from plandocs.text.compare import blocks_of_stream
from tests.factories.situations import BODY


def with_keys_sorted(value):
    """The same as PostgreSQL gives it back: short keys first, then by letter."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: (len(key), key))
        return {key: with_keys_sorted(value[key]) for key in keys}
    if isinstance(value, list):
        return [with_keys_sorted(item) for item in value]
    return value


def test_the_words_of_a_block_do_not_depend_on_the_order_of_keys():
    stream = copy.deepcopy(BODY)

    assert blocks_of_stream(with_keys_sorted(stream)) == blocks_of_stream(stream)
