"""What a new site needs: languages, pages and rights."""

from workflow.services.installation.site import install_site

__all__ = ["install_site"]
