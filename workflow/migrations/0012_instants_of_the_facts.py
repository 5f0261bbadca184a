"""Keep when each fact was registered: what happened on one day is told in that order."""

from django.db import migrations, models
from django.utils import timezone

WRITTEN_ONCE = (
    "announcement",
    "appeal",
    "decisioncorrection",
    "lagakraft",
    "planending",
    "remissopening",
    "translationrelease",
)


def instant(name, **kwargs):
    return migrations.AddField(
        model_name=name,
        name="registered_at",
        field=models.DateTimeField(default=timezone.now, **kwargs),
        preserve_default=False,
    )


class Migration(migrations.Migration):
    dependencies = [("workflow", "0011_form_of_a_change")]
    operations = [
        *(instant(name, auto_now_add=True) for name in WRITTEN_ONCE),
        instant("motiveanswer", auto_now=True),
    ]
