import string

from plandocs.outputs import typefaces


def test_only_the_faces_beside_the_code_are_used():
    assert set(typefaces.typst_fonts().families()) == {
        "Noto Sans Arabic",
        "Source Sans 3",
        "Source Serif 4",
    }
    assert all(
        font.path and font.path.startswith(str(typefaces.FOLDER))
        for font in typefaces.typst_fonts().fonts()
    )


def test_the_faces_show_all_of_swedish_and_of_the_minority_languages_in_latin_letters():
    letters = string.printable.strip() + "åäöÅÄÖéüÉÜ" + "ÁáČčĐđŊŋŠšŦŧŽžÂâŘř" + "§–—”’…€½×·•"

    assert typefaces.showable(letters) == letters


def test_the_faces_show_arabic_and_the_letters_of_persian_and_dari():
    assert typefaces.showable("يجب أن يفهم الجميع، ۱۲۳ پچژگ ً") == "يجب أن يفهم الجميع، ۱۲۳ پچژگ ً"


def test_a_character_without_a_glyph_is_written_as_its_code_point():
    assert typefaces.showable("Bra \U0001f600!") == "Bra [U+1F600]!"


def test_each_face_comes_with_its_licence():
    licences = {path.name for path in typefaces.FOLDER.glob("LICENCE-*.md")}

    assert licences == {
        "LICENCE-NotoSansArabic.md",
        "LICENCE-SourceSans3.md",
        "LICENCE-SourceSerif4.md",
    }
