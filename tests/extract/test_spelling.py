"""Misspelt words: what is screened before RapidFuzz is asked was never near enough."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from checker.extract.spelling import NAME_CUT_OFF, WORD_CUT_OFF, _may_reach, _most_like

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
