"""What a save would do to a page: the row as it stands, and as it would stand."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Self

from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page before and after a save; ``before`` is None for a new one.

    Both are of the page's own class, also when code saves it as a plain ``Page``. ``written``
    holds the attributes that the save writes.
    """

    before: Page | None
    after: Page
    written: frozenset[str]

    @classmethod
    def of(cls, instance: Page, update_fields: Iterable[str] | None, *, raw: bool) -> Self:
        """Lay what is written over what stands in the database.

        ``raw`` is Django's word for a file of data, which writes one table at a time.
        """
        model = instance.specific_class
        before = model.objects.filter(pk=instance.pk).first() if instance.pk else None
        names = None if update_fields is None else set(update_fields)
        written = frozenset(
            field.attname
            for field in (
                instance._meta.local_concrete_fields if raw else instance._meta.concrete_fields
            )
            if names is None or field.name in names or field.attname in names
        )
        if before is None:
            return cls(None, instance, written)
        after = copy(before)
        for name in written:
            setattr(after, name, getattr(instance, name))
        return cls(before, after, written)

    @property
    def was_public(self) -> bool:
        return self.before is not None and bool(self.before.live)

    @property
    def becomes_public(self) -> bool:
        return bool(self.after.live) and not self.was_public

    @property
    def becomes_hidden(self) -> bool:
        return self.was_public and not self.after.live

    def alters(self, *names: str) -> bool:
        """Whether the save would change any of these fields of a page that exists."""
        if self.before is None:
            return False
        fields = [self.after._meta.get_field(name) for name in names]
        return any(
            field.get_prep_value(getattr(self.before, field.attname))
            != field.get_prep_value(getattr(self.after, field.attname))
            for field in fields
            if field.attname in self.written
        )
