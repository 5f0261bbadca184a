"""A letter as a file that is answered with, and what the file is called."""

from django.http import HttpResponse
from django.utils.text import slugify

from plandocs.models import Case, TjansteskrivelsePage
from plandocs.outputs.docx import render_docx
from plandocs.outputs.letters import Letter
from plandocs.outputs.pdf import render_pdf

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def as_pdf(letter: Letter, name: str) -> HttpResponse:
    """Answer with the letter as PDF, shown in the browser."""
    return _file(render_pdf(letter), name, "pdf", PDF, "inline")


def as_docx(letter: Letter, name: str) -> HttpResponse:
    """Answer with the letter as a Word document, to be saved."""
    return _file(render_docx(letter), name, "docx", DOCX, "attachment")


def memo_name(memo: TjansteskrivelsePage) -> str:
    """Return what the file of a memo is called: one folder may hold those of several cases."""
    case: Case = memo.get_parent().specific.case
    return f"tjansteskrivelse-{case.slug}-{memo.to_body.code}-{memo.dated_on}"


def _file(
    content: bytes, name: str, ending: str, content_type: str, disposition: str
) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    filename = f"{slugify(name)}.{ending}"
    response["Content-Disposition"] = f'{disposition}; filename="{filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
