from dataclasses import FrozenInstanceError, replace

import pytest

from plandocs.outputs.letters import Letterhead, LogoFormat, Vote, logo_format


def test_a_logo_is_known_by_its_bytes_and_not_by_a_name():
    assert logo_format(b"\x89PNG\r\n\x1a\n and so on") is LogoFormat.PNG
    assert logo_format(b'<?xml version="1.0"?><svg/>') is LogoFormat.SVG


@pytest.mark.parametrize("logo", [b"", b"GIF89a", b"\xff\xd8\xff\xe0 JFIF", b"%PDF-1.7"])
def test_a_logo_of_another_kind_is_refused_at_once(logo):
    with pytest.raises(ValueError, match="PNG or an SVG"):
        Letterhead("Sundåsa kommun", logo=logo)


def test_a_letterhead_needs_nothing_but_a_municipality():
    assert Letterhead("Sundåsa kommun").logo is None

    with pytest.raises(ValueError, match="municipality"):
        Letterhead(" \n")


@pytest.mark.parametrize("title", ["", "  ", "\u202e\x00"])
def test_a_letter_without_a_readable_title_is_refused(letter, title):
    with pytest.raises(ValueError, match="title"):
        replace(letter, title=title)


def test_an_extract_must_say_what_was_decided(extract):
    with pytest.raises(ValueError, match="decision"):
        replace(extract, outcome="", decision=())


def test_a_vote_cannot_count_fewer_than_zero():
    with pytest.raises(ValueError, match="fewer than zero"):
        Vote("Bifall", "Avslag", yes=1, no=-1)


def test_a_letter_cannot_be_changed_after_it_was_made(letter):
    with pytest.raises(FrozenInstanceError):
        letter.title = "Något annat"
