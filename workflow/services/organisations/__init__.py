"""The register of bodies, filled as documents and case files name them."""

from workflow.services.organisations.registering import ensure_organisation

__all__ = ["ensure_organisation"]
