"""On the way back, mark the answers that came after the last day. On the way on there is nothing
to keep: ``is_late`` is worked out from the days, and the log has what was said when each came."""

from django.db import migrations
from django.db.models import F


def mark(apps, schema_editor):
    answers = apps.get_model("plandocs", "RemissAnswer").objects
    answers.filter(received_on__gt=F("round__closes_on")).update(is_late=True)


class Migration(migrations.Migration):
    dependencies = [("plandocs", "0003_memo_form_key")]
    operations = [migrations.RunPython(migrations.RunPython.noop, mark)]
