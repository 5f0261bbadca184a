"""Keep what a marked change did besides the words, and which state of its block it led to."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflow", "0010_names_of_earlier_bodies")]
    operations = [
        migrations.AddField(
            model_name="textchange",
            name="form",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="What changed that the words do not show, such as the address of a link.",
                verbose_name="besides the words",
            ),
        ),
        migrations.AddField(
            model_name="textchange",
            name="block_sha256_before",
            field=models.CharField(
                blank=True,
                help_text="Of the place in the text, before the change.",
                max_length=64,
            ),
        ),
        migrations.AddField(
            model_name="textchange",
            name="block_sha256_after",
            field=models.CharField(
                blank=True,
                help_text="Of the place in the text, after the change.",
                max_length=64,
            ),
        ),
    ]
