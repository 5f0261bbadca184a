"""The list of cases: which there are, where they stand, and whose turn it is."""

from collections.abc import Mapping

import django_filters  # type: ignore[import-untyped]
from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton

from plandocs.models import Case
from plandocs.vocabulary import CaseStage
from workflow import permissions
from workflow.admin.screens import Guarded, case_url
from workflow.procedure.next_step import NextStep, name_of, next_step
from workflow.procedure.situation import situations

MINE = "mina"

LONGEST_SEARCH = 255  # characters


class CaseFilterSet(WagtailFilterSet):
    """Whose cases, and at which stages."""

    mine = django_filters.ChoiceFilter(
        label=_("Whose"),
        method="only_mine",
        choices=[(MINE, _("My cases"))],
        empty_label=_("Everybody’s"),
        widget=forms.RadioSelect,
    )
    stage = django_filters.MultipleChoiceFilter(
        label=_("Stage"), choices=CaseStage.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Case
        fields: list[str] = []

    def only_mine(self, queryset: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
        return (
            queryset.filter(handlaggare=permissions.signed_in(self.request))
            if value == MINE
            else queryset
        )


class NextStepColumn(Column):
    """What comes next and who does it, on two lines."""

    cell_template_name = "workflow/admin/cases/next_step_cell.html"

    def get_cell_context_data(
        self, instance: Case, parent_context: Mapping[str, object]
    ) -> dict[str, object]:
        context = super().get_cell_context_data(instance, parent_context)
        step: NextStep = context["value"]
        return {
            **context,
            "who": step.who_in_words(instance),
            "is_mine": step.is_for(context["request"].user, instance),
        }


class CaseIndexView(Guarded, IndexView):
    """Every case, the newest first."""

    model = Case
    any_permission_required = None  # a right of our own, which dispatch asks for
    page_title = _("Cases")
    header_icon = "folder-open-inverse"
    index_url_name = "case_list"
    index_results_url_name = "case_list_results"
    default_ordering = "-opened_on"
    filterset_class = CaseFilterSet
    is_searchable = True
    list_export = ["diarienummer", "title", "stage_label", "opened_on"]
    export_filename = "arenden"
    paginate_by = 30
    table_classname = "listing case-list"
    columns = [
        TitleColumn(
            "diarienummer",
            label=_("Record number"),
            sort_key="diarienummer",
            get_url=case_url,
            width="10em",
        ),
        Column("title", label=_("Title"), sort_key="title"),
        Column("stage_label", label=_("Stage"), sort_key="stage"),
        NextStepColumn("next", label=_("Next step")),
        Column("deadline", label=_("Last day")),
        Column("official", label=_("In charge"), sort_key="handlaggare"),
        Column("opened", label=_("Opened"), sort_key="opened_on"),
    ]

    def get_base_queryset(self) -> QuerySet[Case]:
        return Case.objects.select_related("handlaggare", "decided_by")

    def search_queryset(self, queryset: QuerySet[Case]) -> QuerySet[Case]:
        """Find words of the title or of the number; no title is longer than what is read."""
        for word in self.search_query[:LONGEST_SEARCH].split():
            queryset = queryset.filter(Q(diarienummer__icontains=word) | Q(title__icontains=word))
        return queryset

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        cases, today = list(context["object_list"]), self.today
        found = situations(cases, on=today)
        for case in cases:
            step = next_step(case, found[case.pk], on=today)
            case.next = step
            case.deadline = date_format(step.deadline, "SHORT_DATE_FORMAT") if step.deadline else ""
            case.official = name_of(case.handlaggare)
            case.opened = date_format(case.opened_on, "SHORT_DATE_FORMAT")
        return context

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not permissions.may_open_case(self.user):
            return []
        return [HeaderButton(_("Open a case"), url=reverse("case_open"), icon_name="plus")]
