"""Where somebody without an account acts: answering a remiss, and reading what came of it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from plandocs.models import RemissAnswer, RemissRecipient, RemissRoundPage
from plandocs.vocabulary import AnswerChannel, Stance
from workflow.answering.remiss.answering import Answering
from workflow.answering.remiss.form_keys import browsers_key
from workflow.answering.remiss.forms import AnswerForm, OpenAnswerForm, QuickAnswerForm
from workflow.errors import RuleViolation
from workflow.mail.secret_links import answer_of, receipt_token_of, recipient_of
from workflow.mail.undelivered import has_no_copy
from workflow.record.answers import AnswerTold, told_to_respondents
from workflow.services.flood import Sender, TooMuch, sender_of
from workflow.services.remiss import NewAnswer, receive_answer

NOT_FOUND = 404
UNPROCESSABLE = 422
TOO_MANY = 429

View = Callable[..., HttpResponse]
P = ParamSpec("P")


def _private(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> View:
    """Keep a page whose address is a secret out of search engines, caches and other sites' logs.

    ``strict-origin`` and not ``no-referrer``: with the latter a browser sends a form with the
    origin “null”, which the protection against forged requests refuses. No path leaves the site.
    """

    @wraps(view)
    @sensitive_post_parameters()
    @never_cache
    def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapped


@never_cache
@require_http_methods(["GET", "POST"])
def answer_public_remiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of a remiss that anyone may answer, and file what is sent."""
    page = get_object_or_404(RemissRoundPage.objects.live().filter(is_public=True), pk=pk)
    return _answer(request, page, form_class=OpenAnswerForm)


@_private
@require_http_methods(["GET", "POST"])
def answer_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a body its own form with what it has answered before, and file what is sent."""
    recipient = recipient_of(token)
    if recipient is None:
        return render(request, "workflow/answer/wrong_link.html", status=NOT_FOUND)
    if "quick" in request.POST:
        return _answer_quickly(request, recipient)
    return _answer(request, recipient.round, form_class=AnswerForm, recipient=recipient)


@_private
@require_safe
def answer_receipt(request: HttpRequest, token: str) -> HttpResponse:
    """Show whoever answered what was filed, and in time what came of it."""
    answer = answer_of(token)
    if answer is None:
        return render(request, "workflow/answer/wrong_link.html", status=NOT_FOUND)
    (answered,) = told_to_respondents(answer.round, [answer])
    context = {
        "round": answer.round,
        "case": answer.round.opening.case,
        "answered": answered,
        "is_open": answer.round.is_open_on(timezone.localdate()),
        "is_new": "tack" in request.GET,
        "has_no_copy": has_no_copy(answer),
    }
    return render(request, "workflow/answer/receipt.html", context)


def _answer(
    request: HttpRequest,
    page: RemissRoundPage,
    *,
    form_class: type[AnswerForm],
    recipient: RemissRecipient | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    answering = Answering(
        form_class,
        page=page,
        data=request.POST if request.method == "POST" else None,
        about=request.GET.get("om", ""),
        form_key=None if recipient else browsers_key(request, about=page.pk, on=today),
        initial={"email": recipient.email} if recipient else None,
    )
    if answering.is_bound and answering.is_valid():
        channel = AnswerChannel.LANK if recipient else AnswerChannel.OPPEN
        sender = None if recipient else sender_of(request, at=timezone.now())
        try:
            answer = _file(page, answering.answer(channel), answering.sent_key, recipient, sender)
        except RuleViolation as violation:
            answering.refuse(violation.message)
        except TooMuch as wait:
            return _wait(request, page, answering, wait)
        else:
            return _thanks(answer)
    return _form_page(request, page, answering, recipient)


def _answer_quickly(request: HttpRequest, recipient: RemissRecipient) -> HttpResponse:
    form = QuickAnswerForm({**request.POST.dict(), "stance": request.POST["quick"]})
    if not form.is_valid():
        return _answer(request, recipient.round, form_class=AnswerForm, recipient=recipient)
    nothing_to_say = NewAnswer(
        channel=AnswerChannel.LANK,
        stance=Stance(form.cleaned_data["stance"]),
        email=recipient.email,
    )
    answer = _file(recipient.round, nothing_to_say, form.cleaned_data["form_key"], recipient)
    return _thanks(answer)


def _file(
    page: RemissRoundPage,
    answer: NewAnswer,
    form_key: UUID | None,
    recipient: RemissRecipient | None,
    sender: Sender | None = None,
) -> RemissAnswer:
    return receive_answer(
        round=page,
        answer=answer,
        received_on=timezone.localdate(),
        form_key=form_key,
        recipient=recipient,
        sender=sender,
    )


def _thanks(answer: RemissAnswer) -> HttpResponse:
    response = redirect("answer_receipt", receipt_token_of(answer))
    response["Location"] += "?tack"
    return response


def _wait(
    request: HttpRequest, page: RemissRoundPage, answering: Answering, wait: TooMuch
) -> HttpResponse:
    """Show what was written, and when it can be sent: a sender's limit must not cost an answer."""
    response = _form_page(request, page, answering, None, wait=wait)
    response.status_code = TOO_MANY
    response["Retry-After"] = str(wait.seconds)
    return response


def _form_page(
    request: HttpRequest,
    page: RemissRoundPage,
    answering: Answering,
    recipient: RemissRecipient | None,
    *,
    wait: TooMuch | None = None,
) -> HttpResponse:
    problems = answering.problems()
    earlier: list[AnswerTold] = []
    if recipient is not None:
        answers = page.answers.filter(organisation=recipient.organisation)
        earlier = told_to_respondents(page, answers.prefetch_related("points__bemotande"))
    context = {
        "round": page,
        "case": page.opening.case,
        "recipient": recipient,
        "answering": answering,
        "problems": problems,
        "wait": wait,
        "is_open_then": wait is not None and page.is_open_on(wait.day),
        "earlier": earlier,
        "is_open": page.is_open_on(timezone.localdate()),
        "shows_form": page.is_open_on(timezone.localdate()) or answering.is_bound,
        "about": request.GET.get("om", ""),
    }
    status = UNPROCESSABLE if problems else 200
    return render(request, "workflow/answer/form.html", context, status=status)
