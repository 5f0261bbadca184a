"""The catalogues follow the code: what is missing, unused or doubtful is said in a sentence."""

import gettext

import pytest

from styrdok import messages

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


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project with one module and one template, its Swedish catalogue up to date."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "views.py").write_text(CODE, "utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE, "utf-8")
    monkeypatch.setattr(messages, "BASE_DIR", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(messages, "CODE", ("app",))
    monkeypatch.setattr(messages, "TEMPLATES", ("templates",))
    monkeypatch.setattr(messages, "TRANSLATED", ("sv", "fi"))
    messages.update_all()
    return tmp_path


@pytest.fixture
def swedish(project):
    """The text of the Swedish catalogue, every message translated by its own id."""
    path = project / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    catalogue = messages._read(path)
    for message in catalogue:
        if message.id:
            message.string = message.id
    with path.open("wb") as written:
        messages.write_po(written, catalogue)
    return path


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def faults():
    return "\n".join(messages.find_faults())


def test_messages_are_found_in_code_and_templates(project):
    catalogue = messages._read(project / "locale" / "sv" / "LC_MESSAGES" / "django.po")

    assert {messages._key(message)[1] for message in catalogue if message.id} == IDS


def test_a_complete_catalogue_has_no_faults(swedish):
    assert faults() == ""


def test_swedish_must_be_complete_and_finnish_need_not_be(project):
    assert "sv: “Read more” is not translated." in faults()
    assert "fi:" not in faults()


def test_a_message_half_translated_is_a_fault_in_every_language(project):
    finnish = project / "locale" / "fi" / "LC_MESSAGES" / "django.po"

    replace(finnish, 'msgstr[0] ""', 'msgstr[0] "yksi"')

    assert "fi: “%(n)s answer” is not translated." in faults()


def test_a_new_message_is_missed(project, swedish):
    (project / "app" / "new.py").write_text('_("Brand new")', "utf-8")

    assert "sv: “Brand new” is not in the catalogue; run make messages." in faults()


def test_a_message_no_longer_used_is_noticed(project, swedish):
    (project / "templates" / "page.html").unlink()

    assert "sv: “Read more” is not used any more; run make messages." in faults()


def test_a_fuzzy_message_is_a_fault(swedish):
    replace(swedish, 'msgid "Read more"', '#, fuzzy\nmsgid "Read more"')

    assert "sv: “Read more” is marked fuzzy" in faults()


def test_a_lost_placeholder_is_a_fault(swedish):
    replace(swedish, 'msgstr "Save the %(plan)s"', 'msgstr "Spara %(plane)s"')

    assert "sv: “Save the %(plan)s” is wrongly translated" in faults()


def test_updating_keeps_translations_and_drops_what_is_not_used(project, swedish):
    replace(swedish, 'msgstr "Read more"', 'msgstr "Läs mer"')
    (project / "app" / "views.py").unlink()

    messages.update_all()

    assert "Läs mer" in swedish.read_text("utf-8")
    assert "May" not in swedish.read_text("utf-8")


def test_what_is_not_translated_is_left_out_of_the_compiled_catalogue(project):
    finnish = project / "locale" / "fi" / "LC_MESSAGES" / "django.po"
    replace(finnish, 'msgid "Read more"\nmsgstr ""', 'msgid "Read more"\nmsgstr "Lue lisää"')

    messages.compile_all()

    with finnish.with_suffix(".mo").open("rb") as compiled:
        translations = gettext.GNUTranslations(compiled)
    assert translations.gettext("Read more") == "Lue lisää"
    assert translations._catalog.keys() == {"", "Read more"}


def test_only_the_three_verbs_are_understood(project, capsys):
    assert messages.main(["guess"]) == 2
    assert "compile, update or check" in capsys.readouterr().err


def test_the_check_fails_when_there_is_a_fault(project, capsys):
    assert messages.main(["check"]) == 1
    assert "is not translated" in capsys.readouterr().err
