"""The registers' place in Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from workflow.admin.organisations.registers import Registers

register_snippet(Registers)
