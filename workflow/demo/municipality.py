"""What Lindsjö kommun prints on its letters."""

from plandocs.models import Municipality

FACTS = {
    "name": "Lindsjö kommun",
    "department": "Kommunledningskontoret",
    "address": "Box 12\n567 89 Lindsjö",
    "email": "kommun@lindsjo.example",
    "phone": "0000-12 34 56",
    "website": "lindsjo.example",
    "organisation_number": "212000-0000",
    "court": "Förvaltningsrätten i Lindköping",
}


def ensure_municipality() -> None:
    """Name the municipality, unless somebody has already done so."""
    municipality = Municipality.load()
    if municipality.name != Municipality._meta.get_field("name").default:
        return
    for field, value in FACTS.items():
        setattr(municipality, field, value)
    municipality.save()
