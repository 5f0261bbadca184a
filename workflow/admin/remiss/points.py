"""The screen where points are answered, and where answers are let out to the public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plandocs.models import RemissAnswer, RemissPoint
from plandocs.text.compare import (
    BlockChange,
    TextBlock,
    blocks_of,
    blocks_of_stream,
    compare_blocks,
)
from plandocs.vocabulary import PointResponse
from workflow import permissions
from workflow.admin.remiss.forms import BemotandeForm, changed_place_choices
from workflow.admin.remiss.overview import progress_of
from workflow.admin.remiss.screens import RoundScreen
from workflow.admin.screens import UNPROCESSABLE, CaseScreen
from workflow.errors import RuleViolation
from workflow.record.publicity import public_until
from workflow.rules.privacy import holds_personal_number
from workflow.services.remiss import answer_point, show_answer

BY_ANSWER = "svar"


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point with its form, and the words it is about as sent out and as they stand."""

    point: RemissPoint
    form: BemotandeForm | None
    is_met: bool
    sent_out: str
    change: BlockChange | None


@dataclass(frozen=True, slots=True)
class Group:
    """Points that are dealt with together: at one place of the text, or of one answer."""

    heading: str
    answer: RemissAnswer | None
    rows: list[PointRow]

    @property
    def holds_personal_number(self) -> bool:
        """Whether the answer seems to hold what must never be on the web."""
        if self.answer is None:
            return False
        answered = [reply["answer"] for reply in self.answer.replies]
        said = [row.point.text for row in self.rows]
        words = [self.answer.respondent, self.answer.text, *answered, *said]
        return any(holds_personal_number(text) for text in words)


class PointsView(RoundScreen):
    """Every point with its form, in the order of the text or answer by answer."""

    template_name = "workflow/admin/remiss/points.html"

    def get_page_title(self) -> str:
        return _("Comments and responses")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show all points."""
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer one point, and go on to the next that waits."""
        points = self.points()
        point = next((p for p in points if str(p.pk) == request.POST.get("point")), None)
        if point is None:
            return redirect(self.address())
        form = self.form_of(point, request.POST)
        if form.is_valid():
            cleaned = form.cleaned_data
            try:
                answer_point(
                    point=point,
                    response=PointResponse(cleaned["response"]),
                    reason=cleaned["reason"],
                    block_id=cleaned["block_id"],
                    on=timezone.localdate(),
                    user=request.user,
                )
            except RuleViolation as violation:
                form.add_error(None, violation.message)
            else:
                messages.success(request, _("The response has been saved."))
                return redirect(f"{self.address()}#punkt-{self.next_after(point, points)}")
        return self.show(corrected=form, at=point.pk, status=UNPROCESSABLE)

    @property
    def order(self) -> str:
        """How the points are sorted: answer by answer, or else as the text goes."""
        return BY_ANSWER if self.request.GET.get("ordna") == BY_ANSWER else "text"

    def address(self) -> str:
        """Return the address of this screen in the same order."""
        own = reverse("remiss_points", args=[self.page.pk])
        return f"{own}?ordna={BY_ANSWER}" if self.order == BY_ANSWER else own

    def points(self) -> list[RemissPoint]:
        """Return every point in the order of the screen."""
        points = RemissPoint.objects.filter(answer__round=self.page).select_related(
            "answer__organisation", "bemotande__answered_by"
        )
        if self.order == BY_ANSWER:
            return list(points.order_by("answer__received_on", "answer_id", "number"))
        place = {block.id: number for number, block in enumerate(self.sent_out, start=1)}
        return sorted(points, key=lambda point: (place.get(str(point.block_id), 0), point.pk))

    def next_after(self, point: RemissPoint, points: list[RemissPoint]) -> int:
        """Return the next point without an answer, or this one where none is left."""
        at = points.index(point)
        waiting = (p for p in points[at + 1 :] + points[:at] if not hasattr(p, "bemotande"))
        return next((other.pk for other in waiting), point.pk)

    def find(self) -> None:
        """Set the round, its text as sent out, and what has changed since."""
        super().find()
        self.sent_out = blocks_of_stream(list(self.page.text.raw_data))
        now = blocks_of(self.case.latest_text())
        self.changes = {
            change.id: change
            for change in compare_blocks(self.sent_out, now)
            if change.id and change.has_a_place
        }
        self.now: list[TextBlock] = now

    def form_of(self, point: RemissPoint, data: Any = None) -> BemotandeForm:
        """Return the form of one point."""
        return BemotandeForm(data, point=point, places=self.places(), changed=set(self.changes))

    def places(self) -> list[tuple[str, Any]]:
        """Return what a bemötande may point at."""
        used = {
            str(block_id)
            for block_id in RemissPoint.objects.filter(answer__round=self.page).values_list(
                "bemotande__block_id", flat=True
            )
            if block_id
        }
        return changed_place_choices(self.changes.values(), self.now, used=used)

    def show(
        self, *, corrected: BemotandeForm | None = None, at: int | None = None, status: int = 200
    ) -> HttpResponse:
        """Print the screen; ``corrected`` is the form of point ``at``, with what was wrong."""
        points = self.points()
        may_answer = permissions.may_answer_point(self.request.user)
        places, changed = self.places(), set(self.changes)
        carried_until = public_until(self.case, self.case.submissions.all())
        words = {block.id: block.text for block in self.sent_out}
        rows = []
        for point in points:
            bemotande = getattr(point, "bemotande", None)
            form: BemotandeForm | None = None
            if corrected is not None and point.pk == at:
                form = corrected
            elif may_answer and not (bemotande and bemotande.answered_on <= carried_until):
                form = BemotandeForm(None, point=point, places=places, changed=changed)
            where = str(point.block_id or "")
            rows.append(
                PointRow(
                    point=point,
                    form=form,
                    is_met=bemotande is not None,
                    sent_out=words.get(where, ""),
                    change=self.changes.get(where),
                )
            )
        return self.render(
            round=self.page,
            groups=self.groups(rows),
            order=self.order,
            progress=progress_of(self.page),
            may_show=permissions.may_register_answer(self.request.user),
            status=status,
        )

    def groups(self, rows: Iterable[PointRow]) -> list[Group]:
        """Gather the rows that are dealt with together."""
        if self.order == BY_ANSWER:
            answers = self.page.answers.select_related("organisation")
            by_answer = {answer.pk: Group("", answer, []) for answer in answers}
            for row in rows:
                by_answer[row.point.answer_id].rows.append(row)
            return list(by_answer.values())
        by_place: dict[str, Group] = {}
        for row in rows:
            heading = row.point.place or _("The text as a whole")
            by_place.setdefault(heading, Group(heading, None, [])).rows.append(row)
        return list(by_place.values())


class ShowView(CaseScreen):
    """Let the public read an answer, or no longer."""

    answer: RemissAnswer

    def find(self) -> None:
        """Set the answer and its case."""
        self.answer = get_object_or_404(
            RemissAnswer.objects.select_related("round"), pk=self.kwargs["answer_pk"]
        )
        self.case = self.answer.round.opening.case

    def may(self, user: Any) -> bool:
        return permissions.may_register_answer(user)

    def post(self, request: HttpRequest, answer_pk: int) -> HttpResponse:
        """Show or hide it."""
        shown = request.POST.get("shown") == "yes"
        show_answer(answer=self.answer, on=timezone.localdate(), user=request.user, shown=shown)
        said = (
            _("The answer from %(name)s is on the web now.")
            if shown
            else _("The answer from %(name)s is no longer on the web.")
        )
        messages.success(request, said % {"name": self.answer.respondent})
        back = reverse("remiss_points", args=[self.answer.round_id])
        return redirect(f"{back}?ordna={BY_ANSWER}#svar-{self.answer.pk}")
