"""The words both apps speak: what a document, a case, an answer and a decision can be.

A set of them that has a meaning of its own is named here, once, and asked by everybody.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanKind(models.TextChoices):
    """What sort of steering document a plan is."""

    VISION = "vision", _("Vision")
    STRATEGI = "strategi", _("Strategy")
    PROGRAM = "program", _("Programme")
    PLAN = "plan", _("Plan")
    HANDLINGSPLAN = "handlingsplan", _("Action plan")
    POLICY = "policy", _("Policy")
    RIKTLINJE = "riktlinje", _("Guideline")
    REGLER = "regler", _("Rules")


class OrganisationType(models.TextChoices):
    """What a body is. It decides which rules of order hold there."""

    FULLMAKTIGE = "fullmaktige", _("Council")
    STYRELSE = "styrelse", _("Executive board")
    UTSKOTT = "utskott", _("Working committee")
    NAMND = "namnd", _("Committee")
    BEREDNING = "beredning", _("Drafting committee")
    FORVALTNING = "forvaltning", _("Administration")
    BOLAG = "bolag", _("Company")
    KOMMUNALFORBUND = "kommunalforbund", _("Local federation")
    RAD = "rad", _("Advisory council")
    REGION = "region", _("Region")
    MYNDIGHET = "myndighet", _("Public authority")
    PARTI = "parti", _("Political party")
    FORENING = "forening", _("Association")
    PRIVATPERSON = "privatperson", _("Private person")
    ANNAN = "annan", _("Other")


DECIDING = frozenset(
    {OrganisationType.FULLMAKTIGE, OrganisationType.STYRELSE, OrganisationType.NAMND}
)
"""Bodies that a case can be decided by."""

PROPOSING = frozenset(
    {OrganisationType.STYRELSE, OrganisationType.NAMND, OrganisationType.BEREDNING}
)
"""Bodies that may put a proposal to fullmäktige (KL 5:26–28)."""

KEEPING_MINUTES = DECIDING | PROPOSING | {OrganisationType.UTSKOTT}
"""Bodies of elected members, whose decisions stand in minutes."""

UNDER_THE_BOARD = KEEPING_MINUTES - {OrganisationType.NAMND}
"""Bodies whose documents kommunstyrelsen keeps; each nämnd is an authority of its own (TF 2:11)."""


class CaseStage(models.TextChoices):
    """Where an ärende stands. Only ``workflow.procedure.transitions.advance`` writes it."""

    UTKAST = "utkast", _("Draft")
    HOS_KSAU = "hos_ksau", _("Before the working committee")
    PA_REMISS = "pa_remiss", _("Out on remiss")
    BEARBETAS = "bearbetas", _("Being reworked")
    HOS_KS = "hos_ks", _("Before the executive board")
    HOS_KF = "hos_kf", _("Before the deciding body")
    ANTAGEN = "antagen", _("Adopted")
    AVSLAGEN = "avslagen", _("Rejected")


DRAFTED = frozenset({CaseStage.UTKAST, CaseStage.BEARBETAS})
"""Stages at which the officials have the text and may write in it."""

BEFORE_BODY = frozenset({CaseStage.HOS_KSAU, CaseStage.HOS_KS, CaseStage.HOS_KF})
"""Stages at which a body has the text, which stays as it is while it is read."""

ENDED = frozenset({CaseStage.ANTAGEN, CaseStage.AVSLAGEN})
"""Stages of a case that has been decided: no step leads on from there."""


class Outcome(models.TextChoices):
    """What a body did with the case in one § of its minutes."""

    BIFALL = "bifall", _("Approval")
    BIFALL_MED_ANDRING = "bifall_med_andring", _("Approval with an amendment")
    AVSLAG = "avslag", _("Rejection")
    ATERREMISS = "aterremiss", _("Referral back")
    BORDLAGGNING = "bordlaggning", _("Tabled")
    UTGAR = "utgar", _("Struck from the agenda")


APPROVING = frozenset({Outcome.BIFALL, Outcome.BIFALL_MED_ANDRING})
"""Outcomes that follow the proposal: of the deciding body, they adopt the text."""

SETTLING = APPROVING | {Outcome.AVSLAG}
"""Outcomes in the matter itself, as a decision or as a proposal of one (KL 5:26–28 and 13:2)."""

POSTPONING = frozenset({Outcome.ATERREMISS, Outcome.BORDLAGGNING})
"""Outcomes that put the matter off, which a third of fullmäktige can bring about (KL 5:50)."""

TRYING_TEXT = SETTLING | {Outcome.ATERREMISS}
"""Outcomes of a body that has tried the text; what changes in it after that is marked."""


class Basis(models.TextChoices):
    """On whose strength a case was tabled or referred back (KL 5:50)."""

    MAJORITY = "majority", _("Majority")
    MINORITY = "minority", _("Minority")


class ChangeKind(models.TextChoices):
    """Whether a change after a decision touches the substance of the text."""

    REDAKTIONELL = "redaktionell", _("Editorial")
    I_SAK = "i_sak", _("In substance")


class Stance(models.TextChoices):
    """Where an answer to a remiss stands as a whole."""

    TILLSTYRKER = "tillstyrker", _("Supports")
    TILLSTYRKER_MED_SYNPUNKTER = "tillstyrker_med_synpunkter", _("Supports, with comments")
    AVSTYRKER = "avstyrker", _("Opposes")
    INGET_ATT_ERINRA = "inget_att_erinra", _("Nothing to object")
    SYNPUNKTER = "synpunkter", _("Comments")
    AVSTAR = "avstar", _("Declines to answer")


WITHOUT_COMMENTS = (Stance.INGET_ATT_ERINRA, Stance.AVSTAR)
"""Stances that are a whole answer, with no points; in the order in which they are offered."""

WITH_COMMENTS = frozenset({Stance.SYNPUNKTER, Stance.TILLSTYRKER_MED_SYNPUNKTER})
"""Stances that say there is more to read."""


class AnswerChannel(models.TextChoices):
    """How an answer to a remiss arrived."""

    LANK = "lank", _("By secret link")
    OPPEN = "oppen", _("By the open form")
    REGISTRERAD = "registrerad", _("Registered by the registrar")


class PointResponse(models.TextChoices):
    """What the municipality did with one point of an answer (bemötande)."""

    BEAKTAS = "beaktas", pgettext_lazy("remiss", "Followed")
    BEAKTAS_DELVIS = "beaktas_delvis", pgettext_lazy("remiss", "Followed in part")
    BEAKTAS_INTE = "beaktas_inte", pgettext_lazy("remiss", "Not followed")
    NOTERAS = "noteras", pgettext_lazy("remiss", "Noted")


FOLLOWING = frozenset({PointResponse.BEAKTAS, PointResponse.BEAKTAS_DELVIS})
"""What is said of a point that led to something in the text."""


class MotiveResponse(models.TextChoices):
    """What was done with a motive for an återremiss."""

    FOLJS = "foljs", _("Followed")
    FOLJS_DELVIS = "foljs_delvis", _("Followed in part")
    FOLJS_INTE = "foljs_inte", _("Not followed")


class AppealOutcome(models.TextChoices):
    """What is known of an appeal (laglighetsprövning, KL 13), of the decision or of a judgment."""

    INLAMNAT = "inlamnat", _("Lodged")
    AVSLAGET = "avslaget", _("Dismissed")
    UPPHAVT = "upphavt", _("Decision quashed")
    FASTSTALLT = "faststallt", _("Decision restored by a higher court")


class BodyRole(models.TextChoices):
    """What a body is to a measure."""

    LEAD = "lead", _("Responsible")
    COLLABORATING = "collaborating", _("In collaboration with")
    CO_RESPONSIBLE = "co_responsible", _("Co-responsible")
