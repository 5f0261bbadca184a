"""What the tests of texts share."""

from tests.plandocs.text.declaring import declare

__all__ = ["declare"]
