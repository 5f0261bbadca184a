"""A decision is named as the body's own, in the genitive of the reader's language."""

import pytest
from django.utils import translation

from plandocs.models import Organisation
from plandocs.vocabulary import OrganisationType
from workflow.reading.body_names import owner_of_decision


@pytest.mark.parametrize(
    ("language", "name", "type_", "owner"),
    [
        ("sv", "Kommunstyrelsen", OrganisationType.STYRELSE, "kommunstyrelsens"),
        ("sv", "Kommunfullmäktige", OrganisationType.FULLMAKTIGE, "kommunfullmäktiges"),
        ("sv-simple", "Socialnämnden", OrganisationType.NAMND, "socialnämndens"),
        ("sv", "Barnens hus", OrganisationType.FORENING, "Barnens hus"),
        ("en", "Kommunstyrelsen", OrganisationType.STYRELSE, "Kommunstyrelsen’s"),
        ("ar", "Kommunstyrelsen", OrganisationType.STYRELSE, "Kommunstyrelsen"),
    ],
)
def test_a_body_owns_its_decision_in_the_words_of_the_language(language, name, type_, owner):
    body = Organisation(name=name, type=type_)

    with translation.override(language):
        assert owner_of_decision(body) == owner
