"""The protokollsutdrag: one § of the minutes, in the order the law counts up (KL 5:65–67)."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from plandocs.outputs.composing.parts import (
    contact_facts,
    day_in_words,
    listing,
    metadata_title,
    one_line,
    prose,
    statements,
)
from plandocs.outputs.composing.voting import compose_votes
from plandocs.outputs.document import (
    Block,
    Column,
    Document,
    Fact,
    Heading,
    Line,
    Notice,
    Paragraph,
    Resolution,
    SignOff,
    Table,
    Tone,
)
from plandocs.outputs.letters import CarriedMotive, MinutesExtract, Official
from plandocs.outputs.typography import paragraphs, present


def compose_minutes_extract(extract: MinutesExtract, *, language: str) -> Document:
    """Word the extract in the active language, which the caller names as ``language``."""
    kind = _("Extract of the minutes")
    paragraph = _paragraph_sign(extract.paragraph)
    which = f"{extract.body} {paragraph}".strip()
    title = one_line(extract.title)
    return Document(
        letterhead=extract.letterhead,
        language=language,
        kind=kind,
        title=f"{paragraph} {title}".strip(),
        metadata_title=metadata_title(kind, f"{which}, {title}"),
        running_head=f"{kind} · {which} · {extract.diarienummer}",
        date=extract.issued_on,
        facts=tuple(_facts(extract)),
        contact=contact_facts(extract.letterhead),
        blocks=tuple(_blocks(extract)),
    )


def _paragraph_sign(paragraph: str) -> str:
    """An old record may lack the number, and is then printed without a sign."""
    number = paragraph.removeprefix("§").strip()
    return f"§ {number}" if number else ""


def _facts(extract: MinutesExtract) -> Iterator[Fact]:
    yield Fact(pgettext("meeting", "Body"), extract.body)
    yield Fact(_("Date of the meeting"), day_in_words(extract.meeting_date))
    yield Fact(_("Reference number"), extract.diarienummer)
    if extract.adjusted_on:
        yield Fact(_("Minutes adjusted"), day_in_words(extract.adjusted_on))
    if extract.announced_on:
        yield Fact(_("Announced on the notice board"), day_in_words(extract.announced_on))


def _blocks(extract: MinutesExtract) -> Iterator[Block]:
    if extract.correction:
        yield Notice(_("Correction"), present([extract.correction]))
    yield from _decision(extract)
    yield from _deviations(extract)
    yield from _motives(extract.motives)
    yield from prose(_("The case"), extract.background)
    yield from listing(_("Documents before the body"), extract.documents)
    yield from statements(_("Yrkanden"), extract.yrkanden)
    yield from prose(_("Order in which the proposals were put"), extract.proposition_order)
    yield from compose_votes(extract.votes, extract.counted)
    yield from _attendance(extract)
    yield from statements(_("Jäv"), extract.jav)
    yield from statements(_("Reservations"), extract.reservations)
    yield from _adjustment(extract)
    yield from prose(_("Appeal"), [extract.appeal])
    yield from listing(_("The decision is sent to"), extract.sent_to)
    yield from _certificate(extract)


def _decision(extract: MinutesExtract) -> Iterator[Block]:
    yield Heading(_("Decision"))
    if points := present(extract.decision):
        yield Resolution(points, lead_in=extract.outcome)
    else:
        yield Resolution(present([extract.outcome]))
    yield from (Paragraph(text) for text in paragraphs([extract.basis]))


def _deviations(extract: MinutesExtract) -> Iterator[Block]:
    for note, same in groupby(extract.deviations, key=lambda deviation: deviation.note):
        rules = [deviation.rule for deviation in same]
        if len(rules) == 1:
            title = _("Recorded despite a deviation: %(rule)s") % {"rule": rules[0]}
            yield Notice(title, present([note]))
        else:
            yield Notice(_("Recorded despite deviations"), present([*rules, note]))


def _motives(motives: tuple[CarriedMotive, ...]) -> Iterator[Block]:
    if all(motive.carried and not list(_support(motive)) for motive in motives):
        yield from listing(_("Motives for the referral back"), [one.text for one in motives])
        return
    yield Heading(_("Motives for the referral back"))
    yield Table(
        columns=(Column(_("Motive"), 68), Column(_("Asked for by"), 32)),
        rows=tuple(((Line(motive.text),), tuple(_support(motive))) for motive in motives),
    )


def _support(motive: CarriedMotive) -> Iterator[Line]:
    if motive.supporters is not None:
        count = ngettext("%(count)d member", "%(count)d members", motive.supporters)
        yield Line(count % {"count": motive.supporters}, Tone.STRONG)
    if motive.asked_by:
        yield Line(motive.asked_by)
    if not motive.carried:
        yield Line(_("Did not get enough support"), Tone.QUIET)


def _attendance(extract: MinutesExtract) -> Iterator[Block]:
    texts = [*([_counted(extract)] if extract.present is not None else []), *extract.attendance]
    yield from prose(_("Present"), texts)


def _counted(extract: MinutesExtract) -> str:
    if extract.members is None:
        return ngettext(
            "%(present)d serving member was present.",
            "%(present)d serving members were present.",
            extract.present or 0,
        ) % {"present": extract.present}
    return _("%(present)d serving members of %(members)d were present.") % {
        "present": extract.present,
        "members": extract.members,
    }


def _adjustment(extract: MinutesExtract) -> Iterator[Block]:
    if extract.immediately_adjusted:
        yield from prose(_("Adjustment"), [_("This § was adjusted at once, at the meeting.")])


def _certificate(extract: MinutesExtract) -> Iterator[Block]:
    issued = _("Extract issued on %(day)s") % {"day": day_in_words(extract.issued_on)}
    official = extract.certified_by or Official("")
    if official.name:
        yield SignOff(official.name, official.title, caption=_("Certified as a true extract"))
    yield Paragraph(issued, Tone.QUIET)
