"""What the case is about: the first paragraphs of a background."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflow.background.kinds import a_new_document, the_document
from workflow.background.record import Earlier, Record
from workflow.record.prose import (
    bodies_listed,
    day_in_words,
    in_words,
    listed,
    own_words,
    paragraph_of,
    quoted,
    sentence,
)

_MOST_AREAS = 8


def subject(record: Record) -> str:
    """Say what is to be decided, by whom, and what it replaces."""
    return " ".join(
        [_matter(record), *_years(record), *_earlier(record.earlier, record), *_ended(record)]
    )


def contents(record: Record) -> str:
    """Say what the text is for and what it holds, to a body that has not seen it."""
    return " ".join([*_purpose(record), *_parts(record)])


def _matter(record: Record) -> str:
    words = {
        "title": quoted(record.case.title),
        "kind": a_new_document(record.plan.kind),
        "document": the_document(record.plan.kind),
        "body": record.case.decided_by.name_in_sentence,
    }
    if record.earlier:
        return (
            _(
                "The case is about a new edition of %(document)s %(title)s. "
                "It is decided by %(body)s."
            )
            % words
        )
    return _("The case is about %(title)s, %(kind)s that is decided by %(body)s.") % words


def _years(record: Record) -> Iterator[str]:
    first, last = record.text.valid_from, record.text.valid_to
    if not first or not last or str(last) in record.case.title:
        return
    yield sentence(
        _("%(document)s is to be in force from %(first)s to %(last)s.")
        % {"document": the_document(record.plan.kind), "first": first, "last": last}
    )


def _earlier(earlier: Earlier | None, record: Record) -> Iterator[str]:
    if earlier is None:
        return
    decision = earlier.adoption.decision
    yield _("The edition in force was adopted by %(body)s on %(day)s%(paragraph)s.") % {
        "body": decision.body_then.name_in_sentence,
        "day": day_in_words(decision.current_date),
        "paragraph": paragraph_of(decision),
    }
    if earlier.changes:
        places = len(earlier.changes)
        yield ngettext(
            "The proposal differs from it in one place.",
            "The proposal differs from it in %(count)s places.",
            places,
        ) % {"count": in_words(places)}


def _ended(record: Record) -> Iterator[str]:
    if not record.ended:
        return
    titles = [quoted(plan.title) for plan in record.ended]
    yield sentence(
        _("When %(document)s is adopted, %(titles)s will no longer be in force.")
        % {"document": the_document(record.plan.kind), "titles": listed(titles)}
    )


def _purpose(record: Record) -> Iterator[str]:
    if summary := own_words(record.text.summary or record.plan.summary):
        yield summary
    if whom := record.plan.applies_to.strip().rstrip("."):
        yield sentence(
            _("%(document)s is to apply to %(whom)s.")
            % {"document": the_document(record.plan.kind), "whom": whom}
        )
    if record.plan.responsible:
        yield _("%(body)s is responsible for the document.") % {
            "body": sentence(bodies_listed([record.plan.responsible]))
        }


def _parts(record: Record) -> Iterator[str]:
    areas = [block.name for block in record.blocks if block.kind == "focus_area"]
    measures = sum(block.kind == "measure" for block in record.blocks)
    if areas and len(areas) <= _MOST_AREAS:
        yield ngettext(
            "The proposal has one focus area: %(areas)s.",
            "The proposal has %(count)s focus areas: %(areas)s.",
            len(areas),
        ) % {"count": in_words(len(areas)), "areas": listed([quoted(area) for area in areas])}
    elif areas:
        yield _("The proposal has %(count)s focus areas.") % {"count": in_words(len(areas))}
    if not measures:
        return
    words = {"count": in_words(measures)}
    if areas:
        yield (
            ngettext(
                "In all it holds one measure.", "In all it holds %(count)s measures.", measures
            )
            % words
        )
    else:
        yield (
            ngettext(
                "The proposal holds one measure.",
                "The proposal holds %(count)s measures.",
                measures,
            )
            % words
        )
