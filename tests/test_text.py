"""The folded copy used for matching, and the way back to the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.model import Span
from checker.text import Shadow, fold, lines_joined, utf16_offset

# Letters, ligatures, invisible characters, loose accents, other scripts, signs outside the first plane.
LETTERS = st.text(
    alphabet=st.sampled_from("aÉçœÆﬁﬃİßйїЙи\u0306e\u0301\u0300ガ朝\u00ad\u200b\u200d\ufeff  \n’“—\u00a0𝔘😀9")
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("North KOREA", "north korea", id="capitals"),
        pytest.param("CORÉE À Ça Île ÿ", "coree a ca ile y", id="accents"),
        pytest.param("“a” «b» „c‟", '"a" "b" "c"', id="double quotes"),
        pytest.param("l’arme l‘arme l´arme l`arme", "l'arme l'arme l'arme l'arme", id="apostrophes"),
        pytest.param("a‐b‑c–d—e−f", "a-b-c-d-e-f", id="hyphens and dashes"),
        pytest.param("1\u00a0200\u202f300\u2009a\tb", "1 200 300 a b", id="spaces"),
        pytest.param("cœur Œuvre æ Æ", "coeur oeuvre ae ae", id="ligatures of French"),
        pytest.param("ﬁn ﬂot aﬀaire oﬃce", "fin flot affaire office", id="ligatures of printers"),
        pytest.param("No\u00advem\u200bber\ufeff", "november", id="soft hyphens and zero width"),
        pytest.param("e\u0301te\u0301", "ete", id="loose accents on Latin"),
        pytest.param("Łódź ø đ", "lodz o d", id="barred letters"),
        pytest.param("ＵＮ １２", "un 12", id="full width"),
        pytest.param("İran", "iran", id="dotted capital I"),
        pytest.param("a\u2028b", "a\nb", id="line separators"),
    ],
)
def test_folding_normalises(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["йїёґ", "и\u0306", "ガ", "각", "朝鮮", "كوريا", "ά"])
def test_accents_of_other_scripts_stay(text: str) -> None:
    assert fold(text).text == text


def test_an_even_text_has_no_map() -> None:
    assert fold("Corée du Nord : « obus »").anchors is None


@pytest.mark.parametrize(
    ("text", "word", "exact"),
    [
        pytest.param("au cœur de", "coeur", "cœur", id="a ligature inside"),
        pytest.param("aœb", "o", "œ", id="half a ligature gives the whole"),
        pytest.param("les o\u00adbus livrés", "obus", "o\u00adbus", id="a soft hyphen inside"),
        pytest.param("\u200bobus\u200b", "obus", "obus", id="invisible characters at the rim stay outside"),
        pytest.param("e\u0301cole", "ecole", "e\u0301cole", id="a loose accent inside"),
        pytest.param("Œ Œ obus œ", "obus", "obus", id="ligatures before and after"),
    ],
)
def test_a_match_maps_back_to_the_words_of_the_text(text: str, word: str, exact: str) -> None:
    shadow = fold(text)
    at = shadow.text.index(word)
    span = shadow.to_source(at, at + len(word))
    assert text[span.start : span.end] == exact


def test_offsets_outside_are_pulled_in() -> None:
    shadow = fold("œuf")
    assert shadow.to_source(-5, 99) == Span(0, 3)
    assert shadow.from_source(-1) == 0
    assert shadow.from_source(99) == len(shadow.text)
    assert shadow.to_source(3, 1) == Span(2, 2)


@given(LETTERS, st.integers(-3, 40), st.integers(-3, 40))
def test_mapped_spans_stay_in_bounds(text: str, start: int, end: int) -> None:
    span = fold(text).to_source(start, end)
    assert 0 <= span.start <= span.end <= len(text)


@given(LETTERS)
def test_both_maps_are_monotone(text: str) -> None:
    shadow = fold(text)
    starts = [shadow.to_source(at, at + 1).start for at in range(len(shadow.text))]
    ends = [shadow.to_source(at, at + 1).end for at in range(len(shadow.text))]
    back = [shadow.from_source(at) for at in range(len(text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert back == sorted(back)
    assert all(0 <= at <= len(shadow.text) for at in back)


@given(LETTERS)
def test_the_map_agrees_with_folding_letter_by_letter(text: str) -> None:
    shadow = fold(text)
    for at, char in enumerate(shadow.text):
        span = shadow.to_source(at, at + 1)
        assert span.end == span.start + 1
        assert char in fold(text[span.start]).text


@given(LETTERS)
def test_every_letter_is_found_again_from_its_source(text: str) -> None:
    shadow = fold(text)
    for at in range(len(shadow.text)):
        first = shadow.from_source(shadow.to_source(at, at + 1).start)
        assert first <= at
        assert shadow.to_source(first, first + 1) == shadow.to_source(at, at + 1)


@given(st.text(alphabet=st.characters(max_codepoint=127)), st.integers(0, 50), st.integers(0, 50))
def test_ascii_goes_round_unchanged(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    shadow = fold(text)
    assert shadow.anchors is None
    assert shadow.to_source(start, end) == Span(start, end)
    assert shadow.from_source(start) == start


@given(LETTERS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_a_text_of_very_many_letters_folds_alike() -> None:
    # More different accented letters than are replaced one by one.
    letters = "".join(chr(code) for code in range(0xC0, 0x17F) if chr(code) not in "ÆæĲĳŒœİ")
    assert fold(letters).text == "".join(fold(char).text for char in letters)


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("abc", 2, 2), ("é朝a", 2, 2), ("😀a", 1, 2), ("a😀b", 3, 4), ("a", 9, 1), ("a", -1, 0), ("\ud800a", 1, 1)],
)
def test_utf16_offsets_count_as_a_browser_does(text: str, offset: int, units: int) -> None:
    assert utf16_offset(text, offset) == units


@given(LETTERS)
def test_utf16_offset_at_the_end_is_the_length_in_utf16(text: str) -> None:
    assert utf16_offset(text, len(text)) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", ["œ" * 100_000, "e" + "\u0301" * 100_000, "\u00ad" * 100_000])
def test_uneven_text_of_any_length_folds(text: str) -> None:
    shadow = fold(text)
    assert isinstance(shadow, Shadow)
    assert shadow.to_source(0, len(shadow.text)).end <= len(text)


@given(st.text("ab \nœ\u00adé-ﬃ", max_size=30))
@example("North  Korea\nœuvre")
def test_joined_lines_keep_the_place_of_every_letter(text: str) -> None:
    folded, joined = fold(text), lines_joined(fold(text))
    places = [
        [(char, made.to_source(at, at + 1)) for at, char in enumerate(made.text) if not char.isspace()]
        for made in (folded, joined)
    ]
    assert places[0] == places[1]
    assert [joined.from_source(at) for at in range(len(text))] == sorted(
        joined.from_source(at) for at in range(len(text))
    )


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("North\nKorea", "north korea"),
        ("no   evidence of", "no evidence of"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n- two", "one\n- two"),
        ("cœur \n  de", "coeur de"),
    ],
)
def test_a_break_inside_a_paragraph_is_a_blank(text: str, joined: str) -> None:
    assert lines_joined(fold(text)).text == joined
