"""Keep when each fact of a remiss was registered: what happened on one day is told in that order."""

from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("plandocs", "0006_block_labels")]
    operations = [
        migrations.AddField(
            model_name="remissroundpage",
            name="closing_registered_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="remissextension",
            name="registered_at",
            field=models.DateTimeField(auto_now_add=True, default=timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="bemotande",
            name="registered_at",
            field=models.DateTimeField(auto_now=True, default=timezone.now),
            preserve_default=False,
        ),
    ]
