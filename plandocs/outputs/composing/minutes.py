"""The protokollsutdrag: one § of the minutes, in the order the law counts up (KL 5:65–67)."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from plandocs.outputs import document as doc
from plandocs.outputs.composing.parts import composed, day_in_words, listing, prose, statements
from plandocs.outputs.composing.voting import compose_votes
from plandocs.outputs.letters import CarriedMotive, MinutesExtract
from plandocs.outputs.typography import paragraphs, present


def compose_minutes_extract(extract: MinutesExtract) -> doc.Document:
    """Word the extract in the active language."""
    paragraph = _paragraph_sign(extract.paragraph)
    which = f"{extract.body} {paragraph}".strip()
    return composed(
        extract,
        _("Extract of the minutes"),
        headed=paragraph,
        filed_as=f"{which}, ",
        running=f"{which} · {extract.diarienummer}",
        day=extract.issued_on,
        facts=_facts(extract),
        blocks=_blocks(extract),
    )


def _paragraph_sign(paragraph: str) -> str:
    """Old minutes may lack the number, and are then printed without a sign."""
    number = paragraph.removeprefix("§").strip()
    return f"§ {number}" if number else ""


def _facts(extract: MinutesExtract) -> Iterator[doc.Fact]:
    yield doc.Fact(pgettext("meeting", "Body"), extract.body)
    yield doc.Fact(_("Date of the meeting"), day_in_words(extract.meeting_date))
    yield doc.Fact(_("Reference number"), extract.diarienummer)
    if extract.adjusted_on:
        yield doc.Fact(_("Minutes adjusted"), day_in_words(extract.adjusted_on))
    if extract.announced_on:
        yield doc.Fact(_("Announced on the notice board"), day_in_words(extract.announced_on))


def _blocks(extract: MinutesExtract) -> Iterator[doc.Block]:
    if extract.correction:
        yield doc.Notice(_("Correction"), present([extract.correction]))
    yield from _decision(extract)
    yield from _deviations(extract)
    yield from _motives(extract.motives)
    yield from prose(_("The case"), extract.background)
    yield from listing(_("Documents before the body"), extract.documents)
    yield from statements(_("Yrkanden"), extract.yrkanden)
    yield from prose(_("Order in which the proposals were put"), extract.proposition_order)
    yield from compose_votes(extract.votes, extract.counted)
    yield from prose(_("Present"), [*_counted(extract), *extract.attendance])
    yield from statements(_("Jäv"), extract.jav)
    yield from statements(_("Reservations"), extract.reservations)
    if extract.immediately_adjusted:
        yield from prose(_("Adjustment"), [_("This § was adjusted at once, at the meeting.")])
    yield from prose(_("Appeal"), [extract.appeal])
    yield from listing(_("The decision is sent to"), extract.sent_to)
    yield from _certificate(extract)


def _decision(extract: MinutesExtract) -> Iterator[doc.Block]:
    yield doc.Heading(_("Decision"))
    if points := present(extract.decision):
        yield doc.Resolution(points, lead_in=extract.outcome)
    else:
        yield doc.Resolution(present([extract.outcome]))
    yield from (doc.Paragraph(text) for text in paragraphs([extract.basis]))


def _deviations(extract: MinutesExtract) -> Iterator[doc.Block]:
    for note, same in groupby(extract.deviations, key=lambda deviation: deviation.note):
        rules = [deviation.rule for deviation in same]
        if len(rules) == 1:
            title = _("Recorded despite a deviation: %(rule)s") % {"rule": rules[0]}
            yield doc.Notice(title, present([note]))
        else:
            yield doc.Notice(_("Recorded despite deviations"), present([*rules, note]))


def _motives(motives: tuple[CarriedMotive, ...]) -> Iterator[doc.Block]:
    if all(motive.carried and not list(_support(motive)) for motive in motives):
        yield from listing(_("Motives for the referral back"), [one.text for one in motives])
        return
    yield doc.Heading(_("Motives for the referral back"))
    yield doc.Table(
        columns=(doc.Column(_("Motive"), 68), doc.Column(_("Asked for by"), 32)),
        rows=tuple(((doc.Line(motive.text),), tuple(_support(motive))) for motive in motives),
    )


def _support(motive: CarriedMotive) -> Iterator[doc.Line]:
    if motive.supporters is not None:
        count = ngettext("%(count)d member", "%(count)d members", motive.supporters)
        yield doc.Line(count % {"count": motive.supporters}, doc.Tone.STRONG)
    if motive.asked_by:
        yield doc.Line(motive.asked_by)
    if not motive.carried:
        yield doc.Line(_("Did not get enough support"), doc.Tone.QUIET)


def _counted(extract: MinutesExtract) -> Iterator[str]:
    if extract.present is None:
        return
    if extract.members is None:
        said = ngettext(
            "%(present)d serving member was present.",
            "%(present)d serving members were present.",
            extract.present,
        )
    else:
        said = _("%(present)d serving members of %(members)d were present.")
    yield said % {"present": extract.present, "members": extract.members}


def _certificate(extract: MinutesExtract) -> Iterator[doc.Block]:
    official = extract.certified_by
    if official and official.name:
        yield doc.SignOff(official.name, official.title, caption=_("Certified as a true extract"))
    issued = _("Extract issued on %(day)s") % {"day": day_in_words(extract.issued_on)}
    yield doc.Paragraph(issued, doc.Tone.QUIET)
