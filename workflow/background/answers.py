"""The answers to a remiss: how many, where they stand, who is missing and what came late."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plandocs.models import Organisation, RemissAnswer
from plandocs.vocabulary import OrganisationType, Stance
from workflow.background.record import Record, Round
from workflow.record.prose import bodies_listed, day_in_words, in_words, listed, sentence
from workflow.record.stances import stance_words

_MOST_ANSWERERS = 8
_MOST_NAMED = 5


def tell_answers(page: Round, record: Record) -> Iterator[str]:
    """Tell how many answered, where they stand, who did not answer and what came late."""
    answers = page.answers
    if not answers:
        yield _("No answer came in.") if page.is_closed else _("No answer has come in yet.")
        return
    yield _counted(page, record)
    last = _last_of_each(answers)
    if len(last) <= _MOST_ANSWERERS:
        yield from _stances(last)
    else:
        yield _distribution(last)
        yield from _opponents(last)
    if page.is_closed:
        yield from _silent(page)
    yield from _late(answers)


def who(answers: Sequence[RemissAnswer]) -> str:
    """Name the bodies; people are counted, since a memo is no place for their names (R51)."""
    named = [body.name_in_sentence for answer in answers if (body := named_body(answer))]
    public = len(answers) - len(named)
    if public:
        named.append(
            ngettext(
                "one respondent from the public", "%(count)s respondents from the public", public
            )
            % {"count": in_words(public)}
        )
    return listed(named)


def named_body(answer: RemissAnswer) -> Organisation | None:
    """Return the body that answered; None for a person, or somebody who is not in the register."""
    body = answer.organisation
    return None if body is None or body.type == OrganisationType.PRIVATPERSON else body


def _counted(page: Round, record: Record) -> str:
    number = len(page.answers)
    words = {"count": in_words(number), "day": day_in_words(record.on)}
    if page.is_closed or page.page.is_over_on(record.on):
        return ngettext("One answer came in.", "%(count)s answers came in.", number) % words
    return ngettext(
        "Up to %(day)s one answer had come in.",
        "Up to %(day)s %(count)s answers had come in.",
        number,
    ) % {**words, "count": in_words(number)}


def _last_of_each(answers: Sequence[RemissAnswer]) -> list[RemissAnswer]:
    """A body's second answer joins its first, and says where it stands now."""
    last = {answer.organisation_id or ("public", answer.pk): answer for answer in answers}
    return list(last.values())


def _stances(answers: Sequence[RemissAnswer]) -> Iterator[str]:
    for stance in Stance:
        found = [answer for answer in answers if answer.stance == stance]
        if found:
            yield sentence(stance_words(stance).told % {"who": who(found)})


def _distribution(answers: Sequence[RemissAnswer]) -> str:
    counts = Counter(answer.stance for answer in answers)
    found = [
        stance_words(stance).counted % {"count": in_words(counts[stance])}
        for stance in Stance
        if counts[stance]
    ]
    return _("Of those who answered, %(stances)s.") % {"stances": listed(found)}


def _opponents(answers: Sequence[RemissAnswer]) -> Iterator[str]:
    against = [answer for answer in answers if answer.stance == Stance.AVSTYRKER]
    named = [body for answer in against if (body := named_body(answer))]
    if named and len(named) <= _MOST_NAMED:
        yield _("Among those who opposed it: %(bodies)s.") % {"bodies": bodies_listed(named)}


def _silent(page: Round) -> Iterator[str]:
    silent = page.silent
    if not silent:
        if len(page.asked) > 1:
            yield _("All who were asked answered.")
    elif len(silent) <= _MOST_NAMED:
        yield sentence(_("%(bodies)s did not answer.") % {"bodies": bodies_listed(silent)})
    else:
        yield _("%(count)s of those asked did not answer.") % {"count": in_words(len(silent))}


def _late(answers: Sequence[RemissAnswer]) -> Iterator[str]:
    late = [answer for answer in answers if answer.is_late]
    named = [body for answer in late if (body := named_body(answer))]
    if not late:
        return
    if len(named) == len(late) and len(named) <= _MOST_NAMED:
        yield ngettext(
            "The answer of %(bodies)s came after the last day but was taken in all the same.",
            "The answers of %(bodies)s came after the last day but were taken in all the same.",
            len(named),
        ) % {"bodies": bodies_listed(named)}
        return
    yield ngettext(
        "One of the answers came after the last day but has been taken in all the same.",
        "%(count)s of the answers came after the last day but have been taken in all the same.",
        len(late),
    ) % {"count": in_words(len(late))}
