"""The first draft of a plan's next edition."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from plandocs.models import PlanPage, PlanRevisionPage
from plandocs.text.block_ids import carry_ids
from plandocs.text.stored import Stream, stream_of
from workflow.models import adoption_of


@dataclass(frozen=True, slots=True)
class FirstText:
    """What a draft begins as: ``blocks`` as a raw stream, for the first and last year in ``valid``.

    Without blocks it is a copy of the text adopted last, or empty where there is none.
    """

    blocks: Stream | None = None
    valid: tuple[int, int] | None = None


COPY = FirstText()


def new_edition(plan: PlanPage, *, title: str, text: FirstText, user: User) -> PlanRevisionPage:
    """Make the page of a text, as a draft; what it says again of the text before keeps its ids."""
    earlier = list(PlanRevisionPage.objects.child_of(plan).order_by("number"))
    adopted = [revision for revision in earlier if adoption_of(revision)]
    number = earlier[-1].number + 1 if earlier else 1
    source = adopted[-1] if adopted else None
    earlier_body = stream_of(source.body) if source else []
    blocks = text.blocks
    stream = earlier_body if blocks is None else carry_ids(blocks, earlier=earlier_body)
    first, last = text.valid or (None, None)
    revision = PlanRevisionPage(
        title=title,
        slug=f"utgava-{number}",
        number=number,
        summary=(source or plan).summary,
        valid_from=first,
        valid_to=last,
        body=PlanRevisionPage._meta.get_field("body").stream_block.to_python(stream),
        live=False,
        locale=plan.locale,
    )
    plan.add_child(instance=revision)
    revision.save_revision(user=user)
    return revision
