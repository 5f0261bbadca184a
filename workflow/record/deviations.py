"""A departure from a rule, said to whoever reads the record: what the rule asks, and its source."""

from django.utils.translation import gettext as _


def deviation_sentence(code: str) -> str:
    """Return a whole sentence about the rule that a § or a memo departs from.

    A code that is not known is given as it is: the record must not lose it.

    Source: those of the rules it names; a decision stands until a court quashes it
    (kommunallagen (2017:725) 13 kap. 8–9 §§).
    """
    sentences = {
        "beredning_missing": _(
            "The case had not been prepared as the law asks before it was decided "
            "(kommunallagen 5 kap. 26–28 §§)."
        ),
        "changed_in_substance": _(
            "The text had changed in substance since it was proposed "
            "(kommunallagen 5 kap. 26–28 §§)."
        ),
        "quorum_missing": _(
            "No more than half of the members were present "
            "(kommunallagen 5 kap. 45 § and 6 kap. 27 §)."
        ),
        "not_enough_support": _(
            "Fewer members than the law asks for were behind it "
            "(kommunallagen 5 kap. 50 § and 6 kap. 33 §)."
        ),
        "minority_right_spent": _(
            "A minority had already had the case tabled or referred back once "
            "(kommunallagen 5 kap. 50 §)."
        ),
        "motive_missing": _(
            "The minutes give no motive for the referral back (kommunallagen 5 kap. 50 §)."
        ),
        "motive_unanswered": _(
            "A motive for the referral back had not been answered (kommunallagen 5 kap. 50 §)."
        ),
        "points_unanswered": _(
            "All comments from the remiss had not been answered "
            "(good practice after förvaltningslagen 26 §)."
        ),
    }
    return sentences.get(code, code)
