"""What has changed from one text to another, block by block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from plandocs.models.revision import PlanRevisionPage
from plandocs.text.compare.changes_of_form import form_changes
from plandocs.text.compare.checksums import sum_as_stored, sum_of_block, sum_of_place
from plandocs.text.compare.form import Form, FormChange
from plandocs.text.compare.front_matter import OUTSIDE_THE_BODY, THE_WHOLE, front_of, id_of
from plandocs.text.compare.wording import form_in_words
from plandocs.text.schema import kind_of
from plandocs.text.text_blocks import TextBlock, blocks_of

Key = tuple[str, int]
"""A block's id, and which of those with the same id it is."""


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What one block said before and says after; an empty side means that it was not there.

    ``form`` is what differs besides the words. The sums are of the block as it was and as it is,
    empty where it was not there: marks of changes go by them.
    """

    id: str
    kind: str
    place: str
    before: str
    after: str
    form: tuple[FormChange, ...] = ()
    sha256_before: str = ""
    sha256_after: str = ""

    @property
    def form_in_words(self) -> list[str]:
        """What differs besides the words, each as a sentence in the active language."""
        return [form_in_words(change) for change in self.form]

    @property
    def reads_the_same(self) -> bool:
        return self.kind == THE_WHOLE

    @property
    def has_a_place(self) -> bool:
        """Whether it is of a block that people can point at."""
        return self.id not in OUTSIDE_THE_BODY and not kind_of(self.kind).is_list

    @property
    def stands_in_body(self) -> bool:
        """Whether the block is in the later text, for a link to lead to it."""
        return self.has_a_place and bool(self.sha256_after)


def compare(before: PlanRevisionPage, after: PlanRevisionPage) -> list[BlockChange]:
    """Return what differs in title, summary, years and blocks, in the order of ``after``.

    What was taken away comes last.
    """
    return [
        *compare_blocks(front_of(before), front_of(after)),
        *compare_blocks(blocks_of(before), blocks_of(after)),
    ]


def compare_blocks(before: Sequence[TextBlock], after: Sequence[TextBlock]) -> list[BlockChange]:
    """Return the blocks that differ between two lists of blocks.

    Two lists that are not the same never give an empty answer.
    """
    old, new = _by_id(before), _by_id(after)
    changes = [
        *_changed(old, new),
        *(_removed(block) for key, block in old.items() if key not in new and _counts(block, old)),
    ]
    if not changes and list(before) != list(after):
        changes = [_of_the_whole(before, after)]
    return changes


def _by_id(blocks: Sequence[TextBlock]) -> dict[Key, TextBlock]:
    """Return the blocks by id; should two have the same, each counts."""
    times: dict[str, int] = {}
    found = {}
    for block in blocks:
        times[block.id] = times.get(block.id, 0) + 1
        found[block.id, times[block.id]] = block
    return found


def _changed(old: Mapping[Key, TextBlock], new: Mapping[Key, TextBlock]) -> Iterator[BlockChange]:
    behind = moved(old, new)
    for key, block in new.items():
        was = old.get(key)
        if was is None:
            if _counts(block, new):
                yield _added(block)
        elif key in behind:
            yield _with_move(_between(was, block), was, block, behind=behind[key])
        elif (was.kind, was.value) != (block.kind, block.value):
            change = _between(was, block)
            if change.sha256_before != change.sha256_after:  # else only its HTML is another
                yield change


def _counts(block: TextBlock, blocks: Mapping[Key, TextBlock]) -> bool:
    """A list of measures comes and goes with the measures in it, which are listed themselves."""
    is_list = kind_of(block.kind).is_list
    return not is_list or all(other.parent != block.id for other in blocks.values())


def _added(block: TextBlock) -> BlockChange:
    form = () if block.text else (FormChange(Form.ADDED, after=block.kind),)
    digest = sum_of_block(block.kind, block.value)
    return BlockChange(block.id, block.kind, block.place, "", block.text, form, sha256_after=digest)


def _removed(block: TextBlock) -> BlockChange:
    form = () if block.text else (FormChange(Form.REMOVED, before=block.kind),)
    digest = sum_of_block(block.kind, block.value)
    return BlockChange(
        block.id, block.kind, block.place, block.text, "", form, sha256_before=digest
    )


def _between(was: TextBlock, now: TextBlock) -> BlockChange:
    sums = sum_of_block(was.kind, was.value), sum_of_block(now.kind, now.value)
    form = form_changes(now.kind, was.value, now.value) if sums[0] != sums[1] else []
    return BlockChange(now.id, now.kind, now.place, was.text, now.text, tuple(form), *sums)


def _with_move(change: BlockChange, was: TextBlock, now: TextBlock, *, behind: str) -> BlockChange:
    """Add that the block has moved; its place is then part of how it is."""
    move = FormChange(Form.MOVED, before=was.heading, after=now.heading)
    at = sum_of_place(change.sha256_after, parent=now.parent, behind=behind)
    return replace(change, form=(*change.form, move), sha256_after=at)


def _of_the_whole(before: Sequence[TextBlock], after: Sequence[TextBlock]) -> BlockChange:
    return BlockChange(
        id=id_of(THE_WHOLE),
        kind=THE_WHOLE,
        place="",
        before="",
        after="",
        form=(FormChange(Form.STORED),),
        sha256_before=sum_as_stored(before),
        sha256_after=sum_as_stored(after),
    )


def moved(old: Mapping[Key, TextBlock], new: Mapping[Key, TextBlock]) -> dict[Key, str]:
    """Return the blocks that stand in another block or another order, and what each follows."""
    stayed: set[Key] = set()
    follows: dict[Key, Key] = {}
    was, now = _siblings(old, of=new), _siblings(new, of=old)
    for parent, keys in now.items():
        follows.update(zip(keys, [("", 0), *keys], strict=False))
        matcher = SequenceMatcher(None, was.get(parent, []), keys, autojunk=False)
        for match in matcher.get_matching_blocks():
            stayed.update(keys[match.b : match.b + match.size])
    return {key: before[0] for key, before in follows.items() if key not in stayed}


def _siblings(
    blocks: Mapping[Key, TextBlock], *, of: Mapping[Key, TextBlock]
) -> dict[str, list[Key]]:
    """Return the blocks that both texts have, by what they stand in."""
    found: dict[str, list[Key]] = {}
    for key, block in blocks.items():
        if key in of:
            found.setdefault(block.parent, []).append(key)
    return found
