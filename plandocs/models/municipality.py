"""Who the municipality is: what letterheads and page feet print."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="home")
class Municipality(BaseGenericSetting):
    """The municipality's name and addresses."""

    name = models.CharField(_("name"), max_length=100, default="Kommunen")
    department = models.CharField(_("department"), max_length=100, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True)
    organisation_number = models.CharField(_("organisation number"), max_length=20, blank=True)
    court = models.CharField(
        _("administrative court"),
        max_length=100,
        blank=True,
        help_text=_("Where a decision is appealed, for example “Förvaltningsrätten i Växjö”."),
    )
    logo = models.FileField(_("logotype (SVG or PNG)"), upload_to="municipality/", blank=True)

    panels = [
        *map(FieldPanel, ("name", "department", "address", "email", "phone", "website")),
        *map(FieldPanel, ("organisation_number", "court", "logo")),
    ]

    class Meta:
        verbose_name = _("the municipality")
