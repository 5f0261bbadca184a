"""What the addresses of the screens may hold."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class RowConverter(IntConverter):
    """The number of a row. No row has a longer one, and no database can be asked for it."""

    regex = "[0-9]{1,18}"


register_converter(RowConverter, "row")
