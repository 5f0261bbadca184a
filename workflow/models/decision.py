"""A body's decision: one § of its minutes, written once."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plandocs.models import Organisation
from plandocs.vocabulary import TRYING_TEXT, AppealOutcome, Basis, Outcome
from workflow.rules import appeal


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Questions about §§. The last is the one that was recorded last, whatever its day."""

    def last_of(self, body: Organisation) -> "Decision | None":
        """Return the last § of ``body``."""
        return self.filter(body=body).order_by("pk").last()

    def last_referral(self) -> "Decision | None":
        return self.filter(outcome=Outcome.ATERREMISS).order_by("pk").last()

    def last_on_text(self) -> "Decision | None":
        """Return the last § in which a body tried the text."""
        return self.filter(outcome__in=TRYING_TEXT).order_by("pk").last()


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

    objects = DecisionQuerySet.as_manager()

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
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("correction of a decision")
        verbose_name_plural = _("corrections of decisions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.was
