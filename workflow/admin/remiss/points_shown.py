"""The points of a round as the screen shows them: in order, and against the text as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from plandocs.models import Case, RemissAnswer, RemissPoint, RemissRoundPage
from plandocs.text.compare import BlockChange, blocks_of, blocks_of_stream, compare_blocks
from workflow.admin.remiss.bemotande_form import BemotandeForm, Places, changed_place_choices
from workflow.record.publicity import public_until
from workflow.rules.privacy import holds_personal_number


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


class Points:
    """The points of a round, answer by answer or as the text goes."""

    def __init__(self, page: RemissRoundPage, case: Case, *, by_answer: bool) -> None:
        self.page, self.case, self.by_answer = page, case, by_answer
        self.sent_out = blocks_of_stream(list(page.text.raw_data))
        self.now = blocks_of(case.latest_text())
        self.changes = {
            change.id: change
            for change in compare_blocks(self.sent_out, self.now)
            if change.id and change.has_a_place
        }

    @cached_property
    def in_order(self) -> list[RemissPoint]:
        """Every point in the order of the screen."""
        points = RemissPoint.objects.filter(answer__round=self.page).select_related(
            "answer__organisation", "bemotande__answered_by"
        )
        if self.by_answer:
            return list(points.order_by("answer__received_on", "answer_id", "number"))
        place = {block.id: number for number, block in enumerate(self.sent_out, start=1)}
        return sorted(points, key=lambda point: (place.get(str(point.block_id), 0), point.pk))

    def next_after(self, point: RemissPoint) -> int:
        """Return the next point without an answer, or this one where none is left."""
        at = self.in_order.index(point)
        others = self.in_order[at + 1 :] + self.in_order[:at]
        return next((other.pk for other in others if not hasattr(other, "bemotande")), point.pk)

    def form_of(self, point: RemissPoint, data: QueryDict | None = None) -> BemotandeForm:
        return BemotandeForm(data, point=point, places=self.places, changed=set(self.changes))

    @cached_property
    def places(self) -> Places:
        """What a bemötande may point at."""
        pointed_at = RemissPoint.objects.filter(answer__round=self.page).values_list(
            "bemotande__block_id", flat=True
        )
        used = {str(block_id) for block_id in pointed_at if block_id}
        return changed_place_choices(self.changes.values(), self.now, used=used)

    def rows(self, *, may_answer: bool, corrected: BemotandeForm | None) -> Iterable[PointRow]:
        """Yield each point with its form, or with ``corrected`` where that is its form."""
        carried_until = public_until(self.case, self.case.submissions.all())
        words = {block.id: block.text for block in self.sent_out}
        for point in self.in_order:
            bemotande = getattr(point, "bemotande", None)
            form: BemotandeForm | None = None
            if corrected is not None and corrected.point == point:
                form = corrected
            elif may_answer and not (bemotande and bemotande.answered_on <= carried_until):
                form = self.form_of(point)
            where = str(point.block_id or "")
            yield PointRow(
                point=point,
                form=form,
                is_met=bemotande is not None,
                sent_out=words.get(where, ""),
                change=self.changes.get(where),
            )

    def grouped(self, rows: Iterable[PointRow]) -> list[Group]:
        """Gather the rows that are dealt with together."""
        if self.by_answer:
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
