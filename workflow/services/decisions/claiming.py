"""The number of a §, which one decision of a body and a year can have."""

from django.db import IntegrityError, transaction

from workflow.models import Decision, ParagraphClaim
from workflow.rules.paragraph_number import paragraph_taken


def claim_paragraph(decision: Decision, *, number: int | None, year: int) -> None:
    """Take the §; the database refuses the second of two registrars who record it at once.

    Raises RuleViolation: ``paragraph_taken``.
    """
    if number is None:
        return
    claim = {"body": decision.body, "year": year, "number": number}
    try:
        with transaction.atomic():
            ParagraphClaim.objects.create(**claim, decision=decision)
    except IntegrityError:
        other = ParagraphClaim.objects.select_related("decision__case").get(**claim)
        raise paragraph_taken(
            number=number,
            body=decision.body.name,
            year=year,
            taken_by=other.decision.case.diarienummer,
        ) from None


def reclaim_paragraph(decision: Decision, *, number: int | None, year: int) -> None:
    """Take the § that a correction says; the wrong one becomes free. Call when it is written.

    Raises RuleViolation: ``paragraph_taken``.
    """
    claims = ParagraphClaim.objects.filter(decision=decision)
    if (number, year) in claims.values_list("number", "year"):
        return
    claims.delete()  # the database lets it go, since the correction says another
    claim_paragraph(decision, number=number, year=year)
