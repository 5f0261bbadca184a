"""Whatever a text is made of, each of its words is in the blocks, once imported."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plandocs.blocks import PlanBodyBlock
from plandocs.importing import parse_document
from tests.plandocs.importing.reading import stream_of, strings, walk

# § stands for a word that no other place in the text has.
MARKDOWN = [
    "## § §", "### 1.2 §", "#### §:", "## Fokusområde 1: §", "## Definitioner", "### Insatser",
    "## Vision", "## Huvudmål §", "### Delmål", "§ § §.", "§:", "§, §\n§.", "§  \n§", "§\\\n§",
    "**§** § §.", "**§** – §", "*§* §", "__§__: §", "***§***", "**§ *§***", "<b>§</b> <i>§</i>",
    "- §.\n- §", "* §\n\n* §", "1. §\n2. §", "a) §\nb) §", "– §\n– §", "• §\n\n• §",
    "- §\n  - §\n    - §\n      - §\n        - §", "- §.\n  Ansvar: § och §",
    "- §.\n  Ansvar:\n  - §\n    - §", "- §\n  - Ansvar:\n    - §", "- §\n  - §\n  - Ansvarig: §",
    "- §. Ansvar: §[^1]\n  Tidplan: §\n  Indikator: §; §\n  Frekvens: §",
    "- **§.** §\n  Medansvarig: §\n  Samverkan: §\n  Nivå: §", "§.\nAnsvar: §", "Ansvar: §",
    "Ansvar:\n\n- §\n  - §", "Medansvarig:\n- §\n- §", "- Åtgärd 1.1 §\n  Ansvar: §, §, §",
    "| § | § |\n|---|---|\n| § | § |", "| § |\n|---|\n| § |", "| § | § |\n| § |\n| § | § | § |",
    "| Insats | Ansvar | Kostnad |\n|---|---|---|\n| § | § | § |\n| | § | §; § |",
    "| § | Tidplan | Ansvarig | Åtgärd |\n|---|---|---|---|\n| § | § | § | § |",
    "| Mål | Indikator | Frekvens | Utfall |\n|---|---|---|---|\n| § | §; § | § | § |",
    "§\t§\n§\t§", "§\t§", "> §\n> §[^1]", "§[^1] §.", "§², §.", "[^1]: §", "[^1]: §\n\n    §",
    "<sup>2</sup> §", "¹ §", "§ behöver vara på plats:", "§\n====", "§\n----", "---", "***",
    "[§](https://example.org/) §", "[§](javascript:x)", "![§](x.png)", "`§`", "```\n§\n```",
    "<div>§</div>", "<td>§</td>", "\\*§\\*", "+---+\n| § |\n+---+", "\f§", "§-\n§", "§: §: §",
]  # fmt: skip
PLAIN = [
    "§ §", "§ § §.", "§, §\n§.", "§:", "§\n§ § §.", "• §\n• §", "- §", "1. §\n2. §", "§\t§\n§\t§",
    "Fokusområde 1:\n§", "Åtgärd 1:1\n§\n+ §", "Åtgärd 1:2\n§.", "Åtgärd", "+ §", "« § Universell",
    "Medansvarig:", "Medansvarig: §", "Universell", "Ansvar: §", "Ansvar:",
    "Mål Indikator Frekvens", "§\n\n§\n\nÅrsvis", "§ Löpande", "¹ §", "§¹ §", "§-\n§", "\n §",
    "\f§", "§-\n\nÅrsvis", "följande ska finnas på plats:", "§\n\n§\n\n§\n\n§",
]  # fmt: skip


def filled(pieces, gap):
    """Return a text of the pieces, with a word of its own in every place."""
    first, *rest = gap.join(pieces).split("§")
    return first + "".join(f"Ord{number}x{part}" for number, part in enumerate(rest))


def words(text):
    return set(re.findall(r"Ord\d+x", text))


def imported(text):
    """Return all that the blocks and the title say."""
    said = [*strings(stream_of(text)), parse_document(text).title]
    return unescape(re.sub("<[^>]+>", "", " ".join(said)))


GAPS = st.sampled_from(["\n\n", "\n\n", "\n"])


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(MARKDOWN), min_size=1, max_size=7), GAPS)
@example(["- §. Ansvar: §[^1]\n  Tidplan: §", "[^1]: §"], "\n\n")
@example(["> §[^1]", "[^1]: §"], "\n\n")
@example(["Ansvar:\n\n- §\n  - §"], "\n")
@example(["- §\n  - Ansvar:\n    - §"], "\n")
def test_no_word_of_a_markdown_text_is_lost(pieces, gap):
    text = "# Plan §\n\n" + filled(pieces, gap)

    assert words(text) <= words(imported(text))


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=9), GAPS)
def test_no_word_of_a_text_without_markdown_is_lost(pieces, gap):
    text = filled(["§ §", *pieces], gap)

    assert words(text) <= words(imported(text))


class Balanced(HTMLParser):
    """Notes each tag, and fails at one that is never closed or closed out of turn."""

    def __init__(self):
        super().__init__()
        self.open, self.tags = [], set()

    def handle_starttag(self, tag, _attributes):
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(MARKDOWN + PLAIN), min_size=1, max_size=7), GAPS)
def test_rich_text_is_whole_and_holds_only_what_the_editor_knows(pieces, gap):
    for text in strings(stream_of(filled(["Plan §", *pieces], gap))):
        if text.startswith("<"):
            reader = Balanced()
            reader.feed(text)
            assert not reader.open
            assert reader.tags <= {"p", "b", "i", "a", "ul", "ol", "li", "sup"}


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(MARKDOWN + PLAIN), min_size=1, max_size=7), GAPS)
def test_every_block_has_an_id_of_its_own_the_same_each_time(pieces, gap):
    text = filled(["Plan §", *pieces], gap)

    first, again = ([block["id"] for block in walk(stream_of(text))] for _time in range(2))

    assert len(set(first)) == len(first)
    assert first == again


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(MARKDOWN + PLAIN), min_size=1, max_size=5), GAPS)
def test_the_editor_keeps_every_word_of_every_block(pieces, gap):
    raw = stream_of(filled(["Plan §", *pieces], gap))

    kept = PlanBodyBlock().get_prep_value(PlanBodyBlock().to_python(raw))

    assert words(" ".join(strings(kept))) == words(" ".join(strings(raw)))
    assert [block["id"] for block in walk(kept)] == [block["id"] for block in walk(raw)]


def test_a_row_with_more_cells_than_heads_keeps_them_all():
    text = "# Plan\n\n| Insats | Ansvar |\n|---|---|\n| Mäta | Miljönämnden | mera | allra mest |"

    said = imported(text)

    assert "mera" in said
    assert "allra mest" in said


@pytest.mark.parametrize("label", ["Ansvar", "Tidplan", "Indikator", "Nivå", "Frekvens"])
def test_a_note_on_a_labelled_line_follows_the_measures(label):
    said = imported(
        f"# Plan\n\n## Sjöar\n\n- Mäta.\n  Ansvar: A\n  {label}: B[^1]\n\n[^1]: Enligt ovan."
    )

    assert "Enligt ovan." in said


def test_a_note_on_a_quotation_follows_it():
    quote, note = stream_of("# Plan\n\n## Sjöar\n\n> Vatten är allas.[^1]\n\n[^1]: Okänd.")[0][
        "value"
    ]["content"]

    assert quote["value"]["text"] == "Vatten är allas."
    assert note["value"]["text"] == "<p><sup>1</sup> Okänd.</p>"
