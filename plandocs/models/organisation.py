"""The register of bodies: those that decide, those that answer and those that carry out."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from plandocs.vocabulary import OrganisationType

PROPER_NAMES = {
    OrganisationType.BOLAG,
    OrganisationType.KOMMUNALFORBUND,
    OrganisationType.REGION,
    OrganisationType.MYNDIGHET,
    OrganisationType.PARTI,
    OrganisationType.FORENING,
    OrganisationType.PRIVATPERSON,
    OrganisationType.ANNAN,
}
"""Types of bodies whose names keep their capital in a sentence."""


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Questions about bodies."""

    def called(self, name: str) -> "Organisation | None":
        """Return the body with this code, name or alias, however it is capitalised."""
        wanted = name.strip()
        for lookup in ("code__iexact", "name__iexact", "aliases__name__iexact"):
            if found := self.filter(**{lookup: wanted}).first():
                return found
        folded = wanted.casefold()  # SQLite's iexact folds only ASCII
        known = self.prefetch_related("aliases")
        return next((body for body in known if folded in body.folded_names()), None)

    def of_type(self, *types: OrganisationType) -> Self:
        return self.filter(type__in=types)


class Organisation(index.Indexed, ClusterableModel):
    """A body, with a code that never changes. Not translatable: a body has one name."""

    code = models.CharField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200, unique=True)
    type = models.CharField(
        _("type"), max_length=20, choices=OrganisationType, default=OrganisationType.ANNAN
    )
    members = models.PositiveSmallIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_("The number of members, for bodies that decide."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        related_name="children",
    )
    email = models.EmailField(_("e-mail"), blank=True)

    objects = OrganisationQuerySet.as_manager()

    panels = [
        *map(FieldPanel, ("code", "name", "type", "members", "parent", "email")),
        InlinePanel("aliases", label=_("Other names")),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("code"),
        index.FilterField("type"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def name_in_sentence(self) -> str:
        """The name as it is written within a Swedish sentence.

        A part of the municipality loses its capital there: kommunstyrelsen, socialnämnden.
        """
        if self.type in PROPER_NAMES or self.name[:2].isupper():
            return self.name
        return self.name[:1].lower() + self.name[1:]

    def folded_names(self) -> set[str]:
        aliases = (alias.name for alias in self.aliases.all())
        return set(map(str.casefold, (self.code, self.name, *aliases)))


class OrganisationAlias(models.Model):
    """Another name of a body: older, shorter or often misspelt."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(name="alias_once_a_body", fields=["organisation", "name"])
        ]

    def __str__(self) -> str:
        return self.name


class SubjectArea(models.Model):
    """What a document is about, for the reader's filter; each municipality has its own list."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80, unique=True)

    panels = [FieldPanel("name"), FieldPanel("code")]

    class Meta:
        verbose_name = _("subject area")
        verbose_name_plural = _("subject areas")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
