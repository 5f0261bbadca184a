"""The register of bodies, filled as documents and case files name them."""

from collections.abc import Iterable, Mapping

from django.utils.text import slugify

from plandocs.models import Organisation, OrganisationAlias
from plandocs.vocabulary import OrganisationType


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

    An existing body keeps its name and type; it learns the other names, and its seats if they
    were not known.
    """
    names = [name, *aliases, *([code] if code else [])]
    found = next(filter(None, map(Organisation.objects.called, names)), None)
    if found is None:
        organisation = Organisation.objects.create(
            code=code or _new_code(name), name=name, type=type, members=members, email=email
        )
    else:
        organisation = found
        if members is not None and organisation.members is None:
            organisation.members = members
            organisation.save(update_fields=["members"])
    _learn(organisation, names)
    return organisation, found is None


def _learn(organisation: Organisation, names: Iterable[str]) -> None:
    known = organisation.folded_names()
    for name in names:
        if name and name.casefold() not in known:
            known.add(name.casefold())
            OrganisationAlias.objects.create(organisation=organisation, name=name)


def _new_code(name: str) -> str:
    base = slugify(name).upper()[:50] or "ORGANISATION"
    taken = set(Organisation.objects.filter(code__startswith=base).values_list("code", flat=True))
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(code for code in candidates if code not in taken)


def resolver(names: Iterable[str]) -> Mapping[str, int]:
    """Return the key of every named body that is in the register."""
    found = {name: Organisation.objects.called(name) for name in names}
    return {name: organisation.pk for name, organisation in found.items() if organisation}
