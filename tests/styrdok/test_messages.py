"""The catalogues follow the code: what is missing, unused or doubtful is said in a sentence."""

import gettext

import pytest
from babel.messages.pofile import write_po
from django.conf import settings
from django.utils.translation import gettext as translated
from django.utils.translation import override

from styrdok.messages.__main__ import main
from styrdok.messages.catalogues import by_key, read
from styrdok.messages.check import find_faults
from styrdok.messages.keeping import compile_all, update_all
from styrdok.messages.project import OURS, Project

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext

_("Save the %(plan)s")
ngettext("%(n)s answer", "%(n)s answers", 2)
pgettext("a month", "May")
"""
TEMPLATE = """
  {% load i18n %}
    <p>{% translate "Read more" %}</p>
<p>{% blocktranslate count n=answers|length trimmed %}
  One point by {{ name }}
{% plural %}
  {{ n }} points by {{ name }}
{% endblocktranslate %}</p>
"""
IDS = {
    "Save the %(plan)s",
    "%(n)s answer",
    "May",
    "Read more",
    "One point by %(name)s",
}


UPSTREAM = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Compare"
msgstr ""
"""


@pytest.fixture
def project(tmp_path):
    """A small project with one module and one template, its Swedish catalogue up to date."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "views.py").write_text(CODE, "utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE, "utf-8")
    project = Project(
        tmp_path,
        code=("app",),
        templates=("templates",),
        translated=("sv", "fi"),
        packages=(tmp_path / "package",),
    )
    update_all(project)
    return project


@pytest.fixture
def swedish(project):
    """The path of the Swedish catalogue, every message translated by its own id."""
    path = project.catalogue("sv")
    catalogue = read(path)
    for message in catalogue:
        if message.id:
            message.string = message.id
    with path.open("wb") as written:
        write_po(written, catalogue)
    return path


@pytest.fixture
def of_wagtail(project, swedish):
    """The path of a catalogue with a word of a package's screens, which its Swedish lacks."""
    saved(project.root / "package" / "locale" / "en", UPSTREAM)
    saved(project.root / "package" / "locale" / "sv", UPSTREAM)
    jämför = UPSTREAM.replace('"Compare"\nmsgstr ""', '"Compare"\nmsgstr "Jämför"')
    return saved(project.root / "locale" / "wagtail" / "sv", jämför)


def saved(folder, text):
    path = folder / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def faults(project):
    return "\n".join(find_faults(project))


def test_messages_are_found_in_code_and_templates(project):
    held = by_key(read(project.catalogue("sv")))

    assert {words for _context, words in held} == IDS


def test_a_complete_catalogue_has_no_faults(project, swedish):
    assert faults(project) == ""


def test_swedish_must_be_complete_and_finnish_need_not_be(project):
    assert "sv: “Read more” is not translated." in faults(project)
    assert "fi:" not in faults(project)


def test_a_message_half_translated_is_a_fault_in_every_language(project):
    finnish = project.catalogue("fi")

    replace(finnish, 'msgstr[0] ""', 'msgstr[0] "yksi"')

    assert "fi: “%(n)s answer” is not translated." in faults(project)


def test_a_new_message_is_missed(project, swedish):
    (project.root / "app" / "new.py").write_text('_("Brand new")', "utf-8")

    assert "sv: “Brand new” is not in the catalogue; run make messages." in faults(project)


def test_a_message_no_longer_used_is_noticed(project, swedish):
    (project.root / "templates" / "page.html").unlink()

    assert "sv: “Read more” is not used any more; run make messages." in faults(project)


def test_a_message_whose_file_has_another_name_now_is_said(project, swedish):
    (project.root / "app" / "views.py").rename(project.root / "app" / "screens.py")

    faults = list(find_faults(project))

    assert "sv: 3 messages stand in other files than it says; run make messages." in faults


def test_a_fuzzy_message_is_a_fault(project, swedish):
    replace(swedish, 'msgid "Read more"', '#, fuzzy\nmsgid "Read more"')

    assert "sv: “Read more” is marked fuzzy" in faults(project)


def test_a_lost_placeholder_is_a_fault(project, swedish):
    replace(swedish, 'msgstr "Save the %(plan)s"', 'msgstr "Spara %(plane)s"')

    assert "sv: “Save the %(plan)s” is wrongly translated" in faults(project)


def test_updating_keeps_translations_and_drops_what_is_not_used(project, swedish):
    replace(swedish, 'msgstr "Read more"', 'msgstr "Läs mer"')
    (project.root / "app" / "views.py").unlink()

    update_all(project)

    assert "Läs mer" in swedish.read_text("utf-8")
    assert "May" not in swedish.read_text("utf-8")


def test_what_is_not_translated_is_left_out_of_the_compiled_catalogue(project):
    finnish = project.catalogue("fi")
    replace(finnish, 'msgid "Read more"\nmsgstr ""', 'msgid "Read more"\nmsgstr "Lue lisää"')

    compile_all(project)

    with finnish.with_suffix(".mo").open("rb") as compiled:
        translations = gettext.GNUTranslations(compiled)
    assert translations.gettext("Read more") == "Lue lisää"
    assert translations._catalog.keys() == {"", "Read more"}


def test_only_the_three_verbs_are_understood(project, capsys):
    assert main(["guess"], project) == 2
    assert "compile, update or check" in capsys.readouterr().err


def test_the_check_fails_when_there_is_a_fault(project, capsys):
    assert main(["check"], project) == 1
    assert "is not translated" in capsys.readouterr().err


def test_a_word_of_wagtails_that_its_catalogue_lacks_is_no_fault(project, of_wagtail):
    assert faults(project) == ""


def test_updating_leaves_the_words_of_wagtail_alone(project, of_wagtail):
    before = of_wagtail.read_bytes()

    update_all(project)

    assert of_wagtail.read_bytes() == before


def test_the_words_of_wagtail_are_compiled_too(project, of_wagtail):
    compile_all(project)

    with of_wagtail.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Compare") == "Jämför"


def test_a_word_that_wagtail_says_no_more_is_a_fault(project, of_wagtail):
    replace(of_wagtail, 'msgid "Compare"', 'msgid "Contrast"')

    assert "wagtail/sv: “Contrast” is not a message of Wagtail's any more" in faults(project)


def test_a_word_that_wagtail_translates_the_same_is_a_fault(project, of_wagtail):
    theirs = project.root / "package" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    replace(theirs, 'msgid "Compare"\nmsgstr ""', 'msgid "Compare"\nmsgstr "Jämför"')

    assert "wagtail/sv: “Compare” is said the same by Wagtail's own catalogue" in faults(project)


def test_a_word_that_wagtail_translates_otherwise_may_be_ours(project, of_wagtail):
    theirs = project.root / "package" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    replace(theirs, 'msgid "Compare"\nmsgstr ""', 'msgid "Compare"\nmsgstr "Kontrastera"')

    assert faults(project) == ""


def test_a_word_that_our_own_code_uses_stands_in_one_catalogue(project, of_wagtail):
    (project.root / "app" / "new.py").write_text('_("Compare")', "utf-8")

    assert "wagtail/sv: “Compare” stands in our own catalogue; take it out here." in faults(project)


def test_a_word_of_wagtails_without_a_translation_is_a_fault(project, of_wagtail):
    replace(of_wagtail, 'msgstr "Jämför"', 'msgstr ""')

    assert "wagtail/sv: “Compare” is not translated." in faults(project)


def test_a_word_that_a_municipality_may_choose_is_compiled_with_its_other_word(project, swedish):
    (project.root / "app" / "new.py").write_text(
        'ngettext("Measure", "%(n)s measures", 2)', "utf-8"
    )
    update_all(project)
    replace(swedish, 'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "Åtgärd"\nmsgstr[1] "%(n)s åtgärder"')

    compile_all(project)

    with project.reworded("insatser").open("rb") as compiled:
        translations = gettext.GNUTranslations(compiled)
    assert translations.ngettext("Measure", "%(n)s measures", 1) == "Insats"
    assert translations.ngettext("Measure", "%(n)s measures", 2) == "%(n)s insatser"
    assert translations.gettext("Read more") == "Read more"


def test_such_a_word_may_not_mean_anything_else(project, swedish):
    replace(swedish, 'msgstr "Read more"', 'msgstr "Läs om åtgärden"')

    assert "sv: “Read more” says “åtgärd” otherwise than of a measure" in faults(project)


def test_our_words_for_wagtails_screens_go_before_its_own():
    with override("sv"):
        shown = [translated("live revision"), translated("Refresh")]

    assert shown == ["publicerad version", "Uppdatera"]


def test_every_catalogue_of_the_project_is_one_that_django_reads():
    folders = {path.parents[2] for path in OURS.catalogues()}

    assert folders == set(settings.LOCALE_PATHS)
