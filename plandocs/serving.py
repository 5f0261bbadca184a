"""Who shows a page to those who read: a view for each kind, named by whoever reads the record.

What a page shows depends on what was decided, of which the page knows nothing. So it is put
together by a view, for the public and for an official who looks at a draft alike.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django.http import Http404, HttpRequest, HttpResponse

if TYPE_CHECKING:
    from wagtail.models import Page as _PageBase
else:
    _PageBase = object

PageT = TypeVar("PageT", bound="ShownByView")
_VIEWS: dict[type["ShownByView"], Callable[..., HttpResponse]] = {}


def let_show(model: type[PageT], view: Callable[[HttpRequest, PageT], HttpResponse]) -> None:
    """Let ``view`` answer whoever asks for a page of ``model``."""
    _VIEWS[model] = view


class ShownByView(_PageBase):
    """Mixin, before Page, for pages that are read. One that no view shows is not there."""

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        view = _VIEWS.get(type(self))
        if view is None:
            raise Http404
        return view(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)
