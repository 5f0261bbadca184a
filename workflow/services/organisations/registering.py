"""The register of bodies, filled as documents and case files name them."""

from collections.abc import Iterable

from django.utils.text import slugify

from plandocs.models import Organisation, OrganisationAlias
from plandocs.vocabulary import OrganisationType
from workflow.services.free_names import first_free


def ensure_organisation(
    name: str,
    *,
    code: str = "",
    type: OrganisationType = OrganisationType.ANNAN,  # noqa: A002 - the field's name
    members: int | None = None,
    aliases: Iterable[str] = (),
    email: str = "",
) -> tuple[Organisation, bool]:
    """Return the body called this, made if nobody is, and whether it was made.

    It is sought by its code, its name and its other names, in that order. An existing body keeps
    its name and type; it learns the names that no other body goes by, and its type and its seats
    if they were not known.
    """
    names = [*([code] if code else []), name, *aliases]
    found = next(filter(None, map(Organisation.objects.called, names)), None)
    if found is None:
        organisation = Organisation.objects.create(
            code=code or _new_code(name), name=name, type=type, members=members, email=email
        )
    else:
        organisation = found
        _fill_in(organisation, type=type, members=members)
    _learn(organisation, names)
    return organisation, found is None


def _fill_in(
    organisation: Organisation,
    *,
    type: OrganisationType,  # noqa: A002 - the field's name
    members: int | None,
) -> None:
    learnt = []
    if organisation.members is None and members is not None:
        organisation.members = members
        learnt.append("members")
    if organisation.type == OrganisationType.ANNAN != type:
        organisation.type = type
        learnt.append("type")
    if learnt:
        organisation.save(update_fields=learnt)


def _learn(organisation: Organisation, names: Iterable[str]) -> None:
    known = organisation.folded_names()
    for name in names:
        if name and name.casefold() not in known and not Organisation.objects.called(name):
            known.add(name.casefold())
            OrganisationAlias.objects.create(organisation=organisation, name=name)


def _new_code(name: str) -> str:
    base = slugify(name).upper()[:50] or "ORGANISATION"
    taken = set(Organisation.objects.filter(code__startswith=base).values_list("code", flat=True))
    return first_free(base, taken)
