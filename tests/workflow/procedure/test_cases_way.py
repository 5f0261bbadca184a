"""A case's way from draft to adoption, through the services."""

from plandocs.vocabulary import CaseStage


def test_an_adopted_text_is_published_with_its_measures_in_the_index(matter):
    matter.adopted()

    revision = matter.case.revision
    revision.refresh_from_db()
    assert matter.case.stage == CaseStage.ANTAGEN
    assert revision.live
    assert revision.plan.live
    assert [str(measure) for measure in revision.measures.all()] == ["1.1 Belys gångvägarna"]
