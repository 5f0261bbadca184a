"""Keep what a body was called when it decided: the register is renamed with each reorganisation."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflow", "0008_endings_of_a_plan")]
    operations = [
        migrations.AddField(
            model_name="decision",
            name="body_name",
            field=models.CharField(
                default="",
                help_text="What the body was called when it decided; the register says what it is "
                "today.",
                max_length=200,
                verbose_name="name of the body",
            ),
            preserve_default=False,
        ),
    ]
