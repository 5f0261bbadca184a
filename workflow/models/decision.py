"""A body's decision: one § of its minutes, written once."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.models import Organisation
from plandocs.vocabulary import AppealOutcome, Basis, MotiveResponse, Outcome
from workflow.rules import appeal
from workflow.rules.roll_call import RollCall


class Decision(models.Model):
    """One § of one body's minutes. Never edited: a correction is a fact of its own."""

    case = models.ForeignKey("plandocs.Case", related_name="decisions", on_delete=models.PROTECT)
    body = models.ForeignKey(
        "plandocs.Organisation",
        verbose_name=_("body"),
        related_name="decisions",
        on_delete=models.PROTECT,
    )
    body_name = models.CharField(
        _("name of the body"),
        max_length=200,
        help_text=_(
            "What the body was called when it decided; the register says what it is today."
        ),
    )
    decided_on = models.DateField(_("meeting date"))
    paragraph = models.PositiveIntegerField(_("§"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    present = models.PositiveSmallIntegerField(_("members present"), null=True, blank=True)
    seats = models.PositiveSmallIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_("How many members the body had on that day; the register says how many today."),
    )
    requested_by = models.PositiveSmallIntegerField(_("requested by"), null=True, blank=True)
    in_favour = models.PositiveSmallIntegerField(_("in favour"), null=True, blank=True)
    against = models.PositiveSmallIntegerField(_("against"), null=True, blank=True)
    chair_in_favour = models.BooleanField(_("the chair voted in favour"), null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis, blank=True)
    att_satser = models.JSONField(_("decided"), default=list)
    yrkanden = models.JSONField(_("yrkanden"), default=list)
    reservations = models.JSONField(_("reservations"), default=list)
    jav = models.JSONField(_("conflicts of interest"), default=list)
    sent_to = models.JSONField(_("sent to"), default=list)
    immediately_adjusted = models.BooleanField(_("adjusted at once"), default=False)
    despite = models.JSONField(_("recorded in spite of"), default=list)
    note = models.TextField(_("note"), blank=True)
    text_revision = models.ForeignKey(
        "wagtailcore.Revision", related_name="+", on_delete=models.PROTECT
    )
    text_sha256 = models.CharField(max_length=64)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )
    form_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["decided_on", "pk"]

    def __str__(self) -> str:
        number = f" § {self.current_paragraph}" if self.current_paragraph else ""
        return f"{self.body_name} {self.current_date:%Y-%m-%d}{number}"

    @property
    def body_then(self) -> Organisation:
        """The body under the name it had: to be named, not to be saved."""
        return Organisation(code=self.body.code, name=self.body_name, type=self.body.type)

    @property
    def correction(self) -> "DecisionCorrection | None":
        """The last correction of what was recorded, if any."""
        return max(self.corrections.all(), key=lambda correction: correction.pk, default=None)

    @property
    def current_paragraph(self) -> int | None:
        """The § as it stands after corrections."""
        return self.correction.paragraph if self.correction else self.paragraph

    @property
    def current_date(self) -> date:
        """The meeting date as it stands after corrections."""
        return self.correction.decided_on if self.correction else self.decided_on

    def appeals_known(self, *, on: date = date.max) -> list[AppealOutcome]:
        """What was known on ``on`` of appeals, or is known at all, in the order of the days."""
        rows = sorted(self.appeals.all(), key=lambda row: (row.known_on, row.pk))
        return [AppealOutcome(row.outcome) for row in rows if row.known_on <= on]

    def is_quashed(self, *, on: date = date.max) -> bool:
        """Whether it had been quashed, as far as was known on ``on``, or is known at all."""
        return appeal.is_quashed(self.appeals_known(on=on))

    def appeal_is_pending(self, *, on: date) -> bool:
        """Whether a court was trying an appeal, of it or of a judgment about it."""
        return appeal.appeal_is_pending(self.appeals_known(on=on))

    def appeal_status(self, *, on: date) -> appeal.AppealStatus:
        """How far it had come on ``on`` towards laga kraft (KL 13)."""
        announcement = getattr(self, "announcement", None)
        confirmed = getattr(self, "laga_kraft", None)
        return appeal.appeal_status(
            announced_on=announcement.announced_on if announcement else None,
            today=on,
            appeals=self.appeals_known(on=on),
            confirmed_on=confirmed.confirmed_on if confirmed else None,
        )


class Vote(models.Model):
    """One omröstning of a §, won or lost; with the names of those who voted, where they are known.

    The names are part of the minutes and are not shown to the public: see docs/rules/roll_call.md.
    """

    decision = models.ForeignKey(Decision, related_name="votes", on_delete=models.PROTECT)
    question = models.CharField(_("question"), max_length=500, blank=True)
    ja_for = models.CharField(_("yes stands for"), max_length=500)
    nej_for = models.CharField(_("no stands for"), max_length=500)
    ja = models.PositiveSmallIntegerField(_("yes"))
    nej = models.PositiveSmallIntegerField(_("no"))
    avstar = models.PositiveSmallIntegerField(_("abstained"), default=0)
    is_closed = models.BooleanField(_("closed vote"), default=False)
    ja_names = models.JSONField(_("who voted yes"), default=list, blank=True)
    nej_names = models.JSONField(_("who voted no"), default=list, blank=True)
    avstar_names = models.JSONField(_("who abstained"), default=list, blank=True)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.ja}–{self.nej}"

    @property
    def roll_call(self) -> RollCall:
        """How each member voted, by name; empty where the record has no names."""
        return RollCall(self.ja_names, self.nej_names, self.avstar_names)


class Motive(models.Model):
    """Why those who asked for an återremiss wanted it, in their words (KL 5:50 third paragraph)."""

    decision = models.ForeignKey(Decision, related_name="motives", on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("motive"))
    supporters = models.PositiveSmallIntegerField(_("supporters"), null=True, blank=True)
    carried = models.BooleanField(_("carried"))

    class Meta:
        verbose_name = _("motive")
        verbose_name_plural = _("motives")
        ordering = ["decision_id", "number"]
        constraints = [
            models.UniqueConstraint(name="motive_number_once", fields=["decision", "number"])
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def answer_or_none(self) -> "MotiveAnswer | None":
        """What was done with it, once that is recorded."""
        return getattr(self, "answer", None)


class MotiveAnswer(models.Model):
    """What was done with a motive, and why."""

    motive = models.OneToOneField(Motive, related_name="answer", on_delete=models.PROTECT)
    response = models.CharField(_("response"), max_length=16, choices=MotiveResponse)
    reason = models.TextField(_("reason"))
    answered_on = models.DateField(_("answered on"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )

    class Meta:
        verbose_name = _("answer to a motive")
        verbose_name_plural = _("answers to motives")

    def __str__(self) -> str:
        return self.get_response_display()


class DecisionCorrection(models.Model):
    """What a § truly was, when it was recorded wrongly. The old record stays and is named."""

    decision = models.ForeignKey(Decision, related_name="corrections", on_delete=models.PROTECT)
    paragraph = models.PositiveIntegerField(_("§"), null=True, blank=True)
    decided_on = models.DateField(_("meeting date"))
    was = models.CharField(_("was recorded as"), max_length=200)
    reason = models.TextField(_("reason"))
    corrected_on = models.DateField(_("corrected on"))
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.PROTECT
    )

    class Meta:
        verbose_name = _("correction of a decision")
        verbose_name_plural = _("corrections of decisions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.was


class ParagraphClaim(models.Model):
    """Which decision a § of a body and year stands for: a lock, not a fact."""

    body = models.ForeignKey("plandocs.Organisation", related_name="+", on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    decision = models.OneToOneField(Decision, related_name="claim", on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_decision_a_paragraph", fields=["body", "year", "number"]
            )
        ]

    def __str__(self) -> str:
        return f"§ {self.number}/{self.year}"
