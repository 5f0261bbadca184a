"""Adoption: a decided text is published and frozen, and its measures are indexed."""

from workflow.services.publication.adopting import adopt, publish_adopted
from workflow.services.publication.measures import index_measures

__all__ = ["adopt", "index_measures", "publish_adopted"]
