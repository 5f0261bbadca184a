"""The ärende: the thread of one matter through the bodies."""

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plandocs.models.plan import PlanPage
from plandocs.models.revision import PlanRevisionPage
from plandocs.vocabulary import ENDED, CaseStage, OrganisationType


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by what has become of them."""

    def running(self) -> Self:
        return self.exclude(stage__in=ENDED)


class Case(models.Model):
    """One matter. It decides one text of one plan; everything that happens to it hangs here.

    ``stage`` is written only by ``workflow.procedure.transitions.advance``.
    """

    diarienummer = models.CharField(_("record number"), max_length=60)
    diarienummer_key = models.CharField(max_length=60, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=255)
    opened_on = models.DateField(_("opened on"))
    handlaggare = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("official in charge"),
        null=True,
        blank=True,
        related_name="cases",
    )
    decided_by = models.ForeignKey(
        "plandocs.Organisation",
        models.PROTECT,
        verbose_name=_("decided by"),
        related_name="cases_to_decide",
    )
    revision = models.OneToOneField(
        "plandocs.PlanRevisionPage", models.PROTECT, verbose_name=_("text"), related_name="case"
    )
    replaces = models.ManyToManyField(
        "plandocs.PlanPage",
        verbose_name=_("replaces"),
        blank=True,
        related_name="replaced_in",
        help_text=_("Plans that end in the same § when this text is adopted."),
    )
    stage = models.CharField(
        _("stage"), max_length=20, choices=CaseStage, default=CaseStage.UTKAST, editable=False
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-opened_on", "-pk"]
        permissions = [
            ("open_case", _("Can open a case")),
            ("edit_text", _("Can change the text of a case")),
            ("send_memo", _("Can send a case up with a memo")),
            ("open_remiss", _("Can send a text out on remiss")),
            ("register_answer", _("Can register an answer to a remiss")),
            ("answer_point", _("Can answer points of a remiss")),
            ("answer_motive", _("Can answer motives of an återremiss")),
            ("record_decision", _("Can record decisions")),
            ("announce", _("Can record notices, appeals and laga kraft")),
            ("translate", _("Can translate adopted texts")),
            ("publish_translation", _("Can publish translations")),
            ("read_case", _("Can read cases that are being prepared")),
        ]

    def __str__(self) -> str:
        return f"{self.diarienummer} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("case_way", args=[self.slug])

    @property
    def plan(self) -> PlanPage:
        return self.revision.plan

    @property
    def stage_label(self) -> str:
        """The stage in words; a deciding body other than fullmäktige is named."""
        if self.is_at_decision:
            return gettext("Before %(body)s") % {"body": self.decided_by.name_in_sentence}
        return str(CaseStage(self.stage).label)

    @property
    def is_at_decision(self) -> bool:
        return self.stage == self.deciding_stage

    @property
    def deciding_stage(self) -> CaseStage:
        from_board = self.decided_by.type == OrganisationType.STYRELSE
        return CaseStage.HOS_KS if from_board else CaseStage.HOS_KF

    @property
    def is_ended(self) -> bool:
        return self.stage in ENDED

    @property
    def is_adopted(self) -> bool:
        return self.stage == CaseStage.ANTAGEN

    def latest_text(self) -> PlanRevisionPage:
        """The text as last saved, which may be a draft that nobody has decided on.

        It is read anew each time: somebody else may have saved since the page was fetched.
        """
        saved = type(self.revision).objects.get(pk=self.revision_id)
        page: PlanRevisionPage = saved.get_latest_revision_as_object()
        return page


def case_of(text: PlanRevisionPage) -> Case | None:
    """Return the case in which a text is decided; a translation has none of its own."""
    return getattr(text, "case", None)
