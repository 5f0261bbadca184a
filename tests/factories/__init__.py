"""Factories for plain rows; a case in a situation is made by ``tests.factories.situations``."""

import factory
from django.contrib.auth import get_user_model
from factory.django import DjangoModelFactory

from plandocs.models import Organisation
from plandocs.vocabulary import OrganisationType


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        django_get_or_create = ["username"]
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("lösenord")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation
        django_get_or_create = ["code"]

    code = factory.Sequence(lambda n: f"ORG{n}")
    name = factory.Sequence(lambda n: f"Förvaltning {n}")
    type = OrganisationType.FORVALTNING
