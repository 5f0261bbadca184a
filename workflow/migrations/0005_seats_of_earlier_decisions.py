"""Take the register's number of members for what is recorded already, where it can be that of then."""

from django.db import migrations
from django.db.models import F, OuterRef, Q, Subquery


def fill(apps, schema_editor):
    members = apps.get_model("plandocs", "Organisation").objects.filter(pk=OuterRef("body"))
    decisions = apps.get_model("workflow", "Decision").objects
    decisions.filter(Q(present=None) | Q(present__lte=F("body__members"))).update(
        seats=Subquery(members.values("members"))
    )


class Migration(migrations.Migration):
    dependencies = [
        ("workflow", "0004_seats_of_a_decision"),
        ("plandocs", "0001_initial"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
