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
from plandocs.outputs.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    Item,
    Line,
    Notice,
    Paragraph,
    Resolution,
    SignOff,
    Table,
    Tone,
)
from plandocs.outputs.letters import CarriedMotive, MinutesExtract, Official, Vote
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
    yield from _votes(extract.votes, extract.counted)
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


def _votes(votes: tuple[Vote, ...], counted: tuple[str, ...]) -> Iterator[Block]:
    if votes or counted:
        yield Heading(_("Voting"))
    yield from (Paragraph(text) for text in paragraphs(counted))
    for number, vote in enumerate(votes, start=1):
        if len(votes) > 1:
            yield Heading(_("Vote %(number)d") % {"number": number}, level=3)
        yield Table(
            columns=(
                Column(pgettext("ballot", "Vote"), 16),
                Column(_("Stands for"), 68),
                Column(pgettext("ballot", "Number"), 16, numeric=True),
            ),
            rows=tuple(_vote_rows(vote)),
        )
        yield from (Paragraph(text) for text in paragraphs([vote.casting_vote, vote.result]))
        yield from _voters(vote)


def _vote_rows(vote: Vote) -> Iterator[tuple[Cell, ...]]:
    counted = [
        (pgettext("ballot", "Yes"), vote.yes_means, vote.yes),
        (pgettext("ballot", "No"), vote.no_means, vote.no),
    ]
    if vote.abstained:
        counted.append((pgettext("ballot", "Abstained"), "", vote.abstained))
    if vote.absent:
        counted.append((pgettext("ballot", "Absent"), "", vote.absent))
    for label, meaning, number in counted:
        yield (Line(label, Tone.STRONG),), (Line(meaning),), (Line(str(number)),)


def _voters(vote: Vote) -> Iterator[Block]:
    """Name those who voted, side by side with what they voted (KL 5 kap. 65–67 §§)."""
    if vote.is_closed:
        yield Paragraph(_("The vote was closed."))
    sides = {
        pgettext("ballot", "Yes"): vote.yes_names,
        pgettext("ballot", "No"): vote.no_names,
        pgettext("ballot", "Abstained"): vote.abstained_names,
    }
    named = [Item(_in_a_row(names), lead=f"{side}:") for side, names in sides.items() if names]
    if named:
        yield Paragraph(_("The members voted as follows."))
        yield Bullets(tuple(named))


def _in_a_row(names: tuple[str, ...]) -> str:
    """A name with the surname first has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


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
