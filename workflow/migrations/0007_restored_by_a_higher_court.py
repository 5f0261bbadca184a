"""A higher court may say that a decision stands which a lower court has quashed (KL 13)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflow", "0006_names_of_those_who_voted")]
    operations = [
        migrations.AlterField(
            model_name="appeal",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("inlamnat", "Lodged"),
                    ("avslaget", "Dismissed"),
                    ("upphavt", "Decision quashed"),
                    ("faststallt", "Decision restored by a higher court"),
                ],
                max_length=12,
                verbose_name="outcome",
            ),
        ),
    ]
