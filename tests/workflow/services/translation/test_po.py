"""PO files are read by their words: from our own export, from another system, or made by hand."""

import re

import pytest
from wagtail_localize.models import StringTranslation, Translation

from tests.factories.situations import Matter, starts_from
from tests.factories.translations import (
    ENGLISH,
    READ,
    filled_in,
    in_translation,
    next_edition,
    po_file,
)
from workflow.errors import RuleViolation
from workflow.services.translation import (
    PoImport,
    export_po,
    import_translation,
    publish_translation,
    translation_status,
)

FOOTNOTED = "Alla ska kunna låna en cykel.<sup>1</sup>"


def read(text, po, user):
    return import_translation(revision=text, locale="en", po=po, on=READ, user=user)


def words_of(text, source):
    return StringTranslation.objects.get(
        context__object_id=text.translation_key, translation_of__data=source
    ).data


@starts_from(in_translation)
def test_an_exported_file_that_is_filled_in_translates_everything(text, exported, oversattare):
    result = read(text, filled_in(exported), oversattare)

    assert result == PoImport(used=9, unknown=0, faulty=0)
    assert translation_status(text)["en"] == {"status": "draft", "translated": 9, "total": 9}


@starts_from(in_translation)
def test_the_mark_of_a_footnote_stays_in_its_sentence(exported):
    assert f'msgid "{FOOTNOTED}"' in exported.decode()
    assert 'msgid "1"' not in exported.decode()


@starts_from(in_translation)
def test_numbers_and_bodies_are_not_handed_out(exported):
    assert "Tekniska kontoret" not in exported.decode()
    assert 'msgid "1.1"' not in exported.decode()
    assert "utgava-1" not in exported.decode()


@starts_from(in_translation)
def test_a_file_made_by_hand_is_matched_by_its_words(text, oversattare):
    result = read(text, po_file(ENGLISH), oversattare)

    assert result == PoImport(used=4, unknown=0, faulty=0)
    assert words_of(text, "Trygga vägar") == "Safe roads"


@starts_from(Matter.adopted)
def test_reading_a_file_begins_the_translation(text, oversattare):
    read(text, po_file(ENGLISH), oversattare)

    assert Translation.objects.get().target_locale.language_code == "en"


@starts_from(in_translation)
def test_places_of_another_database_do_not_matter(text, oversattare):
    result = read(text, po_file(ENGLISH, context="body.other-id.title"), oversattare)

    assert result.used == 4


@starts_from(in_translation)
def test_a_place_in_this_text_limits_the_entry_to_that_place(text, oversattare):
    po = po_file(ENGLISH) + po_file({"Trygga vägar": "Cycling plan"}, context="title")

    result = read(text, po.replace(b'#\nmsgid ""\nmsgstr ""\n', b""), oversattare)

    assert result == PoImport(used=4, unknown=1, faulty=0)
    assert words_of(text, "Trygga vägar") == "Safe roads"


@starts_from(in_translation)
def test_line_breaks_and_entities_do_not_keep_words_apart(matter, oversattare):
    words = {"Den som cyklar ska känna sig trygg.": "Vård &amp; omsorg ska\\nmötas."}
    later = next_edition(matter, words)

    result = read(
        later, po_file({"Vård & omsorg  ska mötas.": "Care & welfare meet."}), oversattare
    )

    assert result == PoImport(used=1, unknown=0, faulty=0)
    assert StringTranslation.objects.get(data__startswith="Care").data == "Care &amp; welfare meet."


@starts_from(in_translation)
def test_what_is_not_in_the_text_is_counted_and_passed_over(text, oversattare):
    result = read(text, po_file({**ENGLISH, "Något annat": "Something else"}), oversattare)

    assert result == PoImport(used=4, unknown=1, faulty=0)


@starts_from(in_translation)
def test_a_file_of_another_document_is_refused(text, oversattare):
    with pytest.raises(RuleViolation) as refusal:
        read(text, po_file({"Något annat": "Something else"}), oversattare)

    assert refusal.value.code == "po_unknown"
    assert not StringTranslation.objects.exists()


@starts_from(in_translation)
def test_markup_that_is_not_allowed_is_stored_as_faulty_and_never_shown(
    text, oversattare, redaktor
):
    po = po_file({**ENGLISH, FOOTNOTED: "<script>alert(1)</script>All may borrow."})

    result = read(text, po, oversattare)
    page = publish_translation(revision=text, locale="en", on=READ, user=redaktor)

    assert result == PoImport(used=4, unknown=0, faulty=1)
    assert "script" not in str(page.body.raw_data[0])
    assert "Alla ska kunna låna en cykel." in str(page.body.raw_data[0])


@starts_from(in_translation)
def test_a_title_too_long_for_its_field_is_faulty(text, english, oversattare):
    result = read(text, po_file({**ENGLISH, "Cykelplan 2026–2030": "Long " * 60}), oversattare)

    assert result == PoImport(used=3, unknown=0, faulty=1)
    assert text.get_translation(english).draft_title == "Cykelplan 2026–2030"


@starts_from(in_translation)
def test_a_link_that_is_not_in_the_original_is_faulty(text, oversattare):
    result = read(text, po_file({FOOTNOTED: 'See <a id="a7">this</a>'}), oversattare)

    assert result.faulty == 1


@starts_from(in_translation)
def test_fuzzy_and_empty_entries_are_passed_over(text, oversattare):
    po = po_file(ENGLISH).replace(b'msgid "Trygga', b'#, fuzzy\nmsgid "Trygga')
    po += b'\nmsgid "Kommunen ska:"\nmsgstr ""\n'

    result = read(text, po, oversattare)

    assert result.used == 3
    assert not StringTranslation.objects.filter(data="Safe roads").exists()


@starts_from(in_translation)
def test_an_entry_in_singular_and_plural_erases_nothing(text, oversattare):
    read(text, po_file(ENGLISH), oversattare)
    plural = b'msgid "Trygga v\xc3\xa4gar"\nmsgid_plural "x"\nmsgstr[0] "Safe road"\n'

    result = read(text, po_file({"Bakgrund": "Background"}) + b"\n" + plural, oversattare)

    assert result == PoImport(used=1, unknown=0, faulty=0)
    assert words_of(text, "Trygga vägar") == "Safe roads"


@pytest.mark.parametrize("blank", [" ", "\n", "&nbsp;", "<b></b>", "<br/>"])
@starts_from(in_translation)
def test_a_translation_without_a_word_is_passed_over(text, oversattare, blank):
    result = read(text, po_file({**ENGLISH, "Cykelplan 2026–2030": blank}), oversattare)

    assert result == PoImport(used=3, unknown=0, faulty=0)
    assert translation_status(text)["en"]["translated"] == 3


@starts_from(in_translation)
def test_a_place_that_is_named_wins_over_words_alone_in_any_order(text, exported, oversattare):
    [place] = re.findall(r'msgctxt "([^"]+)"\nmsgid "Trygga vägar"', exported.decode())
    named = po_file({"Trygga vägar": "Safe roads"}, context=place)

    read(text, named + b'\nmsgid "Trygga v\xc3\xa4gar"\nmsgstr "Roads"\n', oversattare)

    assert words_of(text, "Trygga vägar") == "Safe roads"


@starts_from(in_translation)
def test_a_file_in_another_of_the_languages_is_refused(text, oversattare):
    finnish = b'msgid ""\nmsgstr "Language: fi\\n"\n\n' + po_file(ENGLISH).partition(b"\n\n")[2]

    with pytest.raises(RuleViolation) as refusal:
        read(text, finnish, oversattare)

    assert refusal.value.code == "po_other_language"
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize("language", ["en", "en_GB", "EN-us", "sv", "", "tlh"])
@starts_from(in_translation)
def test_a_file_that_names_no_other_of_the_languages_is_read(text, oversattare, language):
    head = f'msgid ""\nmsgstr "Language: {language}\\n"\n\n'.encode()

    result = read(text, head + po_file(ENGLISH).partition(b"\n\n")[2], oversattare)

    assert result.used == 4


@starts_from(in_translation)
def test_reading_the_same_file_twice_changes_nothing(text, oversattare):
    read(text, po_file(ENGLISH), oversattare)
    before = list(StringTranslation.objects.order_by("pk").values())

    read(text, po_file(ENGLISH), oversattare)

    assert list(StringTranslation.objects.order_by("pk").values()) == before


@starts_from(in_translation)
def test_a_better_wording_replaces_the_former_and_tells_who_wrote_it(text, oversattare, superuser):
    read(text, po_file(ENGLISH), oversattare)

    read(text, po_file({"Trygga vägar": "Streets to feel safe in"}), superuser)

    row = StringTranslation.objects.get(translation_of__data="Trygga vägar")
    assert (row.data, row.last_translated_by) == ("Streets to feel safe in", superuser)


@starts_from(in_translation)
def test_a_translated_title_shows_in_the_admin_at_once(text, english, oversattare):
    read(text, po_file(ENGLISH), oversattare)

    assert text.get_translation(english).draft_title == "Cycling plan 2026–2030"


@pytest.mark.parametrize(
    "po",
    [
        b"",
        b"\x00\x01\x02" * 50,
        "Trygga vägar".encode("utf-16"),
        'msgid "Trygga vägar"\nmsgstr "Safe roads"\n'.encode("latin-1"),
        b"/etc/passwd",
        b"Just a letter.",
        b'msgid "unfinished\n',
        b'msgid "a"\nmsgstr "b"\nnonsense here\n',
        b'msgid ""\nmsgstr "Language: en\\n"\n',
        b'msgid "Trygga v\xc3\xa4gar"\nmsgstr ""\n',
        b'msgid "a"\nmsgstr "b"\n' * 300_000,
    ],
    ids=[
        "empty",
        "binary",
        "utf-16",
        "latin-1",
        "the name of a file",
        "a letter",
        "unfinished",
        "nonsense",
        "only a head",
        "nothing translated",
        "too large",
    ],
)
@starts_from(Matter.adopted)
def test_a_file_that_is_no_po_file_is_refused_in_one_sentence(text, oversattare, po):
    with pytest.raises(RuleViolation) as refusal:
        read(text, po, oversattare)

    assert refusal.value.code == "po_unreadable"
    assert "\n" not in refusal.value.message
    assert not Translation.objects.exists()


@starts_from(in_translation)
def test_a_byte_order_mark_does_no_harm(text, oversattare):
    result = read(text, b"\xef\xbb\xbf" + po_file(ENGLISH), oversattare)

    assert result.used == 4


@starts_from(Matter.adopted)
def test_a_file_for_a_text_that_is_not_adopted_is_refused(draft, oversattare):
    with pytest.raises(RuleViolation) as refusal:
        read(draft, po_file(ENGLISH), oversattare)

    assert refusal.value.code == "not_adopted"


@starts_from(in_translation)
def test_only_translators_read_files(text, redaktor):
    with pytest.raises(RuleViolation) as refusal:
        read(text, po_file(ENGLISH), redaktor)

    assert refusal.value.code == "not_permitted"


@starts_from(in_translation)
def test_reading_a_file_publishes_nothing(text, english, exported, oversattare):
    read(text, filled_in(exported), oversattare)

    assert not text.get_translation(english).live


@starts_from(Matter.adopted)
def test_there_is_no_file_of_a_translation_that_nobody_has_begun(text):
    with pytest.raises(RuleViolation) as refusal:
        export_po(revision=text, locale="fi")

    assert refusal.value.code == "not_begun"


@starts_from(in_translation)
def test_an_exported_file_holds_what_is_translated_already(text, oversattare):
    read(text, po_file(ENGLISH), oversattare)

    assert 'msgstr "Safe roads"' in export_po(revision=text, locale="en").decode()
