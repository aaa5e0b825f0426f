"""Misspelt words: what is screened before RapidFuzz is asked was never near enough."""

from __future__ import annotations

import csv

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from checker import bundle
from checker.extract.reading import lexicon_of
from checker.extract.spelling import NAME_CUT_OFF, WORD_CUT_OFF, _may_reach, _most_like, correct_spelling
from checker.extract.units import Unit
from checker.text import fold

WORDS = st.text("abcde", min_size=1, max_size=14)


@given(WORDS, WORDS, st.sampled_from([NAME_CUT_OFF, WORD_CUT_OFF]))
@example("pyongyang", "pyongyangs", 92.0)
@example("misile", "missile", 92.0)
def test_no_word_that_is_near_enough_is_screened_out(word: str, form: str, cut_off: float) -> None:
    near = abs(len(word) - len(form)) <= 1 and fuzz.ratio(word, form) >= cut_off
    assert not near or _may_reach(word, [form], cut_off)


@pytest.mark.parametrize(
    ("word", "found"),
    [("misile", "missile"), ("missile", "missile"), ("mistrel", None), ("brandt", None)],
)
def test_the_nearest_form_or_none(word: str, found: str | None) -> None:
    assert _most_like(word, ("missals", "missile", "brazil"), WORD_CUT_OFF) == found


@pytest.mark.parametrize("code", ["en", "fr"])
def test_an_ordinary_word_is_taken_for_nothing_that_it_looks_like(code: str) -> None:
    lexicon = lexicon_of(code, bundle.folder("reference"))
    with (bundle.folder("reference") / "languages" / code / "ordinary.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        form = fold(row["form"]).text
        others = [one for one in lexicon.like(form) if one != form]
        near = _most_like(form, others, WORD_CUT_OFF)
        assert near is not None, f"{row['form']} looks like no other word: its row does nothing"
        unit = Unit(0, len(form), form, row["form"])
        known = Unit(0, 1, "x", "x", lexicon.word(near))
        assert correct_spelling((unit, known), lexicon, frozenset())[0].senses == ()
