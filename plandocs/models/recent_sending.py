"""What is remembered, for a while, of those who have sent a form that is open to all."""

from django.db import models


class RecentSending(models.Model):
    """That somebody sent something lately. Only ``services.flood`` writes and forgets it."""

    key = models.CharField(max_length=64)
    kept_until = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["key", "kept_until"], name="recent_sending_by_key")]
