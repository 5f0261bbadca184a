"""Give each document of a case a number in its journal that never moves (OSL 5 kap. 1–2 §§)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plandocs", "0007_instants_of_the_remiss"),
        ("workflow", "0013_instants_from_the_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("key", models.CharField(max_length=60)),
                ("registered_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal_entries",
                        to="plandocs.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "journal entry",
                "verbose_name_plural": "journal entries",
                "ordering": ["case_id", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="journal_number_once"),
                    models.UniqueConstraint(fields=("case", "key"), name="registered_once"),
                ],
            },
        ),
    ]
