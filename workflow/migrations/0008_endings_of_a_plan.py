"""Let a plan be ended again where a court has quashed the decision that ended it (KL 13:8)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plandocs", "0001_initial"),
        ("workflow", "0007_restored_by_a_higher_court"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="planending",
            options={
                "ordering": ["ended_on", "pk"],
                "verbose_name": "ended plan",
                "verbose_name_plural": "ended plans",
            },
        ),
        migrations.AlterField(
            model_name="planending",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="endings",
                to="plandocs.planpage",
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.UniqueConstraint(
                fields=("plan", "decision"), name="ended_once_a_decision"
            ),
        ),
    ]
