"""One case, one writer at a time."""

from plandocs.models import Case


def lock_case(case: Case) -> Case:
    """Return ``case`` as it stands now, locked until the transaction ends.

    On SQLite the transaction itself, begun as IMMEDIATE, is the lock.
    """
    return Case.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=case.pk)
