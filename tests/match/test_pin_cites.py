"""A pin cite is understood however people write it, in both languages, and a wrong year is never passed over."""

from __future__ import annotations

import pytest

from checker.footnotes import footnotes
from checker.match.pin_cites import ids_of, names_only_a_paragraph, pin_of, wrong_year
from checker.reference import Reference, load_reference


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("1718:8(b)", "1718:8(b)"),
        ("1718: 8 (b)", "1718:8(b)"),
        ("1718 8(b)", "1718:8(b)"),
        ("1747 5", "1747:5"),
        ("1718 para 8(b)", "1718:8(b)"),
        ("1718 OP 8 (b)", "1718:8(b)"),
        ("OP 8 (b) of resolution 1718", "1718:8(b)"),
        ("S/RES/1718 (2006) OP8(b)", "1718:8(b)"),
        ("resolution 1718 (2006), paragraph 8 (b)", "1718:8(b)"),
        ("Security Council resolution 1718 (2006), para. 8 (b).", "1718:8(b)"),
        ("Résolution 1718 (2006) du Conseil de sécurité, par. 8 b).", "1718:8(b)"),
        ("résolution 1718 (2006), alinéa b) du paragraphe 8", "1718:8(b)"),
        ("alinéa b) du paragraphe 8 de la résolution 1718 (2006)", "1718:8(b)"),
        ("UNSCR 2397 OP8", "2397:8"),
        ("paragraphe 8 de la résolution 2397", "2397:8"),
        ("resolution 2231 (2015), annex B, para. 4 (a)", "2231:Annex B 4(a)"),
        ("résolution 2231 (2015), annexe B, par. 4 a)", "2231:Annex B 4(a)"),
        ("2231:annex b 4(a)", "2231:Annex B 4(a)"),
        ("2231 (2015), annex B, para. 4", "2231:Annex B 4(a) 2231:Annex B 4(b)"),
        ("resolution 2206, paragraph 14", "2206:13-15"),
        ("1718 (2005) para 8(b)", ""),
        ("resolution 1718", ""),
        ("OP 8 (b)", ""),
        ("resolution 1718, para 99", ""),
        ("coal", ""),
    ],
)
def test_words_mean_these_paragraphs(reference: Reference, words: str, ids: str) -> None:
    assert " ".join(ids_of(words, reference)) == ids


def test_a_year_that_is_not_the_resolutions_own_is_told(reference: Reference) -> None:
    pin = pin_of("resolution 1718 (2005), para. 8 (b)")
    assert pin is not None
    assert (pin.resolution, pin.year, pin.paragraphs) == (1718, 2005, ("8(b)",))
    assert wrong_year(pin, reference) == 2006


def test_a_paragraph_without_a_resolution_is_told_apart_from_words_that_cite_nothing() -> None:
    assert names_only_a_paragraph("OP 8 (b)")
    assert names_only_a_paragraph("paragraphe 8")
    assert not names_only_a_paragraph("coal")
    assert not names_only_a_paragraph("resolution 1718, para. 8 (b)")


def test_the_footnote_of_a_paragraph_leads_back_to_it(reference: Reference) -> None:
    for one in reference.provisions[::17]:
        if not one.paragraph.startswith("n/c"):
            for text in footnotes(one.resolution, one.year, one.paragraph):
                assert one.id in ids_of(text, reference), (one.id, text, pin_of(text))
