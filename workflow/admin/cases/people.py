"""Who can be in charge of a case."""

from django import forms
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from workflow.procedure.next_step import name_of


class PersonField(forms.ModelChoiceField):
    """People by name."""

    def label_from_instance(self, obj: User) -> str:
        return name_of(obj)


def officials(*, or_else: User | None = None) -> QuerySet[User]:
    """Return those who can be in charge of a case; whoever opens one can be that too."""
    are_officials = Q(groups__name="Handläggare")
    if or_else is not None:
        are_officials |= Q(pk=or_else.pk)
    people = User.objects.filter(are_officials, is_active=True)
    return people.distinct().order_by("first_name", "username")
