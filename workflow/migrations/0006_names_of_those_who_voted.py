"""Keep how each member voted, by name, and whether the vote was closed (KL 5:54, 5:65–67)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflow", "0005_seats_of_earlier_decisions")]
    operations = [
        migrations.AddField(
            model_name="vote",
            name="is_closed",
            field=models.BooleanField(default=False, verbose_name="closed vote"),
        ),
        migrations.AddField(
            model_name="vote",
            name="ja_names",
            field=models.JSONField(blank=True, default=list, verbose_name="who voted yes"),
        ),
        migrations.AddField(
            model_name="vote",
            name="nej_names",
            field=models.JSONField(blank=True, default=list, verbose_name="who voted no"),
        ),
        migrations.AddField(
            model_name="vote",
            name="avstar_names",
            field=models.JSONField(blank=True, default=list, verbose_name="who abstained"),
        ),
    ]
