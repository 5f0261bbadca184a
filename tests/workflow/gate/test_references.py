"""A picture, a body or a file that the record refers to is not exchanged behind the reference."""

from copy import deepcopy
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.db.models.deletion import ProtectedError
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.snippets.blocks import SnippetChooserBlock

from plandocs.blocks import ParagraphBlock
from plandocs.models import MemoAttachment, Organisation, PlanRevisionPage
from plandocs.text.canonical import text_sha256
from plandocs.vocabulary import OrganisationType
from tests.factories import OrganisationFactory
from tests.factories.situations import BODY
from tests.workflow.gate.register import closes
from tests.workflow.gate.screens import messages_of
from workflow.errors import RuleViolation
from workflow.gate import database_errors
from workflow.services.installation.page_rights import CASE_COLLECTION
from workflow.services.memos import MemoWords, draft_memo, send_memo

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 4)


@pytest.fixture
def picture(db):
    return get_image_model().objects.create(title="Karta", file=get_test_image_file())


@pytest.fixture
def school_board(db):
    return OrganisationFactory(code="BUN", name="Skolnämnden", type=OrganisationType.NAMND)


@pytest.fixture
def illustrated(picture, school_board):
    """A text with a picture and a body in a measure."""
    body = deepcopy(BODY)
    body[1]["value"]["measures"][0]["value"]["lead"][0]["value"]["organisation"] = school_board.pk
    picture_block = {"image": picture.pk, "alt": "Vägarna", "caption": ""}
    body.append(
        {"type": "image", "id": "66666666-6666-4666-8666-666666666666", "value": picture_block}
    )
    return body


@pytest.fixture
def sent(matter, illustrated):
    """The text lies before the board, which has decided nothing yet."""
    return matter.opened(body=illustrated).memo(matter.ksau, MAY).case


@pytest.fixture
def draft(matter, illustrated):
    return matter.opened(body=illustrated).case


@pytest.fixture
def document(db):
    return get_document_model().objects.create(
        title="Bilaga",
        file=ContentFile(b"karta", name="bilaga.txt"),
        collection=Collection.objects.get(name=CASE_COLLECTION),
    )


@pytest.fixture
def attached(matter, document):
    """The document was sent to a body with a memo."""
    matter.opened()
    memo = draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=matter.case,
        to=matter.ksau,
        on=MAY,
        user=matter.handlaggare,
    )
    MemoAttachment.objects.create(memo=memo, title="Karta", document=document)
    send_memo(memo=type(memo).objects.get(pk=memo.pk), on=MAY, user=matter.handlaggare)
    return MemoAttachment.objects.get(document=document)


def another_picture():
    return get_test_image_file(filename="en-annan.png", colour="black", size=(10, 10))


def refused(act, code="record_is_frozen"):
    with pytest.raises((RuleViolation, ProtectedError)) as refusal, transaction.atomic():
        act()
    if isinstance(refusal.value, RuleViolation):
        assert refusal.value.code == code


def refused_by_the_database(act):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    assert database_errors.from_database(error.value).code == "record_is_frozen"


@closes("files: replace a picture in a text that a body has received")
def test_a_picture_that_a_body_has_received_is_not_replaced(sent, picture):
    before = picture.file.name
    picture.file = another_picture()

    refused(picture.save)

    picture.refresh_from_db()
    assert picture.file.name == before


@closes("files: replace a picture in a text that a body has received")
def test_the_screen_of_pictures_says_why_it_does_not_replace_it(sent, picture, superuser, client):
    client.force_login(superuser)
    upload = SimpleUploadedFile("en-annan.png", another_picture().file.getvalue())

    response = client.post(
        reverse("wagtailimages:edit", args=[picture.pk]),
        {"title": "Karta", "file": upload, "collection": picture.collection_id},
    )

    [message] = messages_of(response)
    assert message.startswith("”Karta” finns i ”Cykelplan 2026–2030”")


@closes("files: remove a picture from a text that a body has received")
def test_a_picture_that_a_body_has_received_is_not_removed(sent, picture):
    refused(picture.delete)
    refused(type(picture).objects.filter(pk=picture.pk).delete)


def test_the_title_of_such_a_picture_may_be_changed(sent, picture):
    picture.title = "Karta över vägarna"

    picture.save()


def test_a_picture_of_a_draft_may_be_replaced_and_then_the_text_is_another(draft, picture):
    before = text_sha256(draft.latest_text())
    picture.file, picture.file_hash = another_picture(), ""

    picture.save()

    assert text_sha256(draft.latest_text()) != before


def test_the_sum_of_a_text_is_that_of_the_same_picture_under_another_key(draft, picture):
    text = draft.latest_text()
    before = text_sha256(text)
    copy = get_image_model().objects.create(title="En kopia", file=picture.file)
    raw = text.body.stream_block.get_prep_value(text.body)
    raw[-1]["value"]["image"] = copy.pk
    text.body = text.body.stream_block.to_python(raw)

    assert text_sha256(text) == before


@closes("register: change the code of a body")
def test_the_code_of_a_body_never_changes(school_board):
    school_board.code = "SKOLN"

    refused(school_board.save)
    refused_by_the_database(lambda: Organisation.objects.update(code="SKOLN"))


@closes("register: remove a body that stands in a text")
def test_a_body_that_stands_in_a_text_that_a_body_has_received_is_not_removed(sent, school_board):
    refused(school_board.delete)
    refused(Organisation.objects.filter(pk=school_board.pk).delete)


@closes("register: remove a body that stands in a text")
def test_what_is_chosen_in_a_field_that_is_declared_later_is_not_removed_either(
    matter, picture, school_board, declare
):
    declare.field(ParagraphBlock, "owner", SnippetChooserBlock("plandocs.Organisation"))
    declare.field(ParagraphBlock, "map", ImageChooserBlock())
    body = deepcopy(BODY)
    body[0]["value"]["content"][0]["value"] |= {"owner": school_board.pk, "map": picture.pk}

    matter.opened(body=body).memo(matter.ksau, MAY)

    refused(school_board.delete)
    refused(picture.delete)


def test_a_body_of_a_draft_may_be_removed(draft, school_board):
    school_board.delete()

    assert not Organisation.objects.filter(code="BUN").exists()


def test_a_body_may_get_another_name_and_the_adopted_text_reads_as_before(
    matter, illustrated, school_board, client
):
    matter.opened(body=illustrated[:-1]).memo(matter.ksau, MAY)
    matter.decided(matter.ksau, MAY, "bifall").memo(matter.ks, MAY)
    matter.decided(matter.ks, MAY, "bifall").decided(matter.kf, MAY, "bifall")
    text = PlanRevisionPage.objects.get(pk=matter.case.revision_id)

    school_board.name = "Utbildningsnämnden"
    school_board.save()

    assert text_sha256(text) == text.adoption.sha256
    assert "Tekniska kontoret" in client.get(text.url).content.decode()


@closes("files: replace or open a file that was sent with a memo")
@pytest.mark.parametrize("change", ["file", "collection"])
def test_a_file_that_was_sent_with_a_memo_stays_as_and_where_it_is(attached, change):
    document = attached.document
    if change == "file":
        document.file = ContentFile(b"en annan", name="bilaga.txt")
    else:
        document.collection = Collection.get_first_root_node()

    refused(document.save)
    refused(document.delete)


@closes("files: replace or open a file that was sent with a memo")
@pytest.mark.parametrize("change", [{"file": "documents/annan.txt"}, {"collection_id": 1}])
def test_no_update_exchanges_a_file_that_was_sent_with_a_memo(attached, change):
    documents = get_document_model().objects.filter(pk=attached.document_id)

    refused_by_the_database(lambda: documents.update(**change))


@closes("code: change the attachments of a sent memo")
def test_no_attachment_of_a_sent_memo_is_taken_away(attached):
    refused(attached.delete)
    refused(attached.memo.attachments.all().delete)
    refused_by_the_database(
        lambda: MemoAttachment.objects.filter(pk=attached.pk)._raw_delete("default")
    )
    refused_by_the_database(
        lambda: MemoAttachment.objects.filter(pk=attached.pk).update(title="Något annat")
    )
    refused_by_the_database(
        lambda: MemoAttachment.objects.bulk_create(
            [MemoAttachment(memo=attached.memo, title="Ny bilaga")]
        )
    )


@closes("code: change the attachments of a sent memo")
def test_the_database_lets_no_attachment_into_a_sent_memo(attached, matter):
    memo = draft_memo(
        words=MemoWords(proposal=["Antas."]),
        case=matter.case,
        to=matter.ks,
        on=MAY,
        user=matter.handlaggare,
    )
    drafted = MemoAttachment.objects.create(memo=memo, title="Ny bilaga")

    refused_by_the_database(
        lambda: MemoAttachment.objects.filter(pk=drafted.pk).update(memo=attached.memo)
    )


def test_a_file_of_a_draft_memo_may_be_replaced(document):
    document.file = ContentFile(b"en annan", name="bilaga.txt")

    document.save()


@closes("privacy: open the collection of the cases")
def test_the_files_of_sent_memos_are_not_opened_to_everyone(attached, superuser, client):
    client.force_login(superuser)
    restriction = CollectionViewRestriction.objects.get(collection__name=CASE_COLLECTION)

    client.post(
        reverse("wagtailadmin_collections:set_privacy", args=[restriction.collection_id]),
        {"restriction_type": "none", "password": "", "groups": []},
    )

    refused(restriction.delete, "not_adopted")
    restriction.restriction_type = "login"
    refused(restriction.save, "not_adopted")
    assert CollectionViewRestriction.objects.filter(pk=restriction.pk).exists()


def test_who_reads_the_files_of_cases_may_be_set_before_any_was_sent(document):
    restriction = CollectionViewRestriction.objects.get(collection__name=CASE_COLLECTION)
    restriction.restriction_type = "login"

    restriction.save()
