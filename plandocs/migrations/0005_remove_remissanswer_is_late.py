"""Nothing is lost: whether an answer was late follows from its day and the last day of its round."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("plandocs", "0004_lateness_is_worked_out"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="remissanswer",
            name="is_late",
        ),
    ]
