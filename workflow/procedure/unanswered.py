"""What is left to answer before a case may go up again."""

from plandocs.models import Case, RemissPoint
from workflow.models import Motive


def unanswered_points(case: Case) -> int:
    """Return how many points of the case's remisser have no bemötande."""
    return RemissPoint.objects.filter(answer__round__opening__case=case, bemotande=None).count()


def open_motives(case: Case) -> list[Motive]:
    """Return the carried motives that nobody has answered yet."""
    return list(
        Motive.objects.filter(decision__case=case, carried=True, answer=None).select_related(
            "decision"
        )
    )
