"""Keep how many members a body had when it decided: the register changes with each election."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflow", "0003_workflow")]
    operations = [
        migrations.AddField(
            model_name="decision",
            name="seats",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="How many members the body had on that day; the register says how many "
                "today.",
                null=True,
                verbose_name="seats",
            ),
        ),
    ]
