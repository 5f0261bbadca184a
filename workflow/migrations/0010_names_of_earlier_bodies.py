"""Take the register's name for what is recorded already: nothing else is known of it."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    names = apps.get_model("plandocs", "Organisation").objects.filter(pk=OuterRef("body"))
    decisions = apps.get_model("workflow", "Decision").objects
    decisions.filter(body_name="").update(body_name=Subquery(names.values("name")))


class Migration(migrations.Migration):
    dependencies = [
        ("workflow", "0009_name_of_the_body"),
        ("plandocs", "0001_initial"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
