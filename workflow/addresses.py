"""What numbers the addresses may hold, ours and those of Wagtail."""

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import register_converter
from django.urls.converters import IntConverter

LONGEST = 18  # digits: no row has a longer number, and no database can be asked for it

_TOO_LONG = re.compile(rf"\s*[+-]?[\d_]{{{LONGEST + 1},}}\s*")


class RowConverter(IntConverter):
    """The number of a row."""

    regex = f"[0-9]{{1,{LONGEST}}}"


register_converter(RowConverter, "row")


class LongNumbersMiddleware:
    """Answers that nothing is here, where the address names a row by a number that is too long.

    Our own addresses take none (``RowConverter``), but those that others bring ask the database.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> None:
        """Look at what stands alone in its place: digits within a file's name are not a number."""
        for value in (*args, *kwargs.values()):
            if isinstance(value, (int, str)) and _TOO_LONG.fullmatch(str(value)):
                raise Http404("no row has so long a number")
