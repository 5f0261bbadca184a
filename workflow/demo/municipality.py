"""What Lindsjö kommun prints on its letters, and the subjects that it sorts its documents under."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.utils.text import slugify

from plandocs.models import Municipality, SubjectArea

FACTS = {
    "name": "Lindsjö kommun",
    "department": "Kommunledningskontoret",
    "address": "Box 12\n567 89 Lindsjö",
    "email": "kommun@lindsjo.example",
    "phone": "0000-12 34 56",
    "website": "lindsjo.example",
    "organisation_number": "212000-0000",
    "court": "Förvaltningsrätten i Mellanskogen",
}
AREAS = (
    "Barn och utbildning",
    "Kultur och fritid",
    "Stöd och omsorg",
    "Styrning",
    "Trafik och stadsmiljö",
)
LOGO = Path(__file__).with_name("lindsjo.svg")


def ensure_municipality() -> None:
    """Name the municipality, unless somebody has already done so."""
    municipality = Municipality.load()
    if municipality.name != Municipality._meta.get_field("name").default:
        return
    for field, value in FACTS.items():
        setattr(municipality, field, value)
    municipality.logo.name = _kept(LOGO)
    municipality.save()
    for name in AREAS:
        SubjectArea.objects.get_or_create(code=slugify(name), defaults={"name": name})


def _kept(path: Path) -> str:
    """Return the file's name among the uploads; a demo that is started over leaves one copy."""
    field = Municipality._meta.get_field("logo")
    name = field.generate_filename(None, path.name)
    return (
        name
        if field.storage.exists(name)
        else field.storage.save(name, ContentFile(path.read_bytes()))
    )
