"""The first draft of a plan's next edition."""

from typing import Any

from plandocs.models import PlanPage, PlanRevisionPage
from plandocs.text.block_ids import carry_ids
from plandocs.text.walk import Stream, stream_of
from workflow.models import adoption_of


def new_edition(
    plan: PlanPage,
    *,
    title: str,
    body: Stream | None,
    valid: tuple[int, int] | None,
    user: Any,
) -> PlanRevisionPage:
    """Make the page of a text, as a draft: ``body``, or else a copy of the text adopted last.

    What is said again of the earlier edition keeps its block ids. ``valid``: first and last year.
    """
    earlier = list(PlanRevisionPage.objects.child_of(plan).order_by("number"))
    adopted = [revision for revision in earlier if adoption_of(revision)]
    number = earlier[-1].number + 1 if earlier else 1
    source = adopted[-1] if adopted else None
    earlier_body = stream_of(source.body) if source else []
    body = earlier_body if body is None else carry_ids(body, earlier=earlier_body)
    first, last = valid or (None, None)
    revision = PlanRevisionPage(
        title=title,
        slug=f"utgava-{number}",
        number=number,
        summary=(source or plan).summary,
        valid_from=first,
        valid_to=last,
        body=PlanRevisionPage._meta.get_field("body").stream_block.to_python(body),
        live=False,
        locale=plan.locale,
    )
    plan.add_child(instance=revision)
    revision.save_revision(user=user)
    return revision
