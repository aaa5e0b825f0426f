"""Damaged words are put right in the folded copy alone, and every offset still points at the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import bundle
from checker.extract.damage import undamaged
from checker.extract.reading import lexicon_of
from checker.text import fold, rewrite

WORDS = bundle.folder("reference")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("artil1ery she1ls", "artillery shells"), ("m1ssile", "missile"), ("weap0ns", "weapons"),
        ("arnmunition", "ammunition"), ("arms fim", "arms fim"), ("govemment", "govemment"),
        ("miss iles", "missiles"), ("artil lery", "artillery"), ("ship ment", "shipment"), ("sold arms", "sold arms"),
        ("the artil-\nlery shells", "the artillery shells"), ("north-\nkorean", "north-korean"), ("sea-\nside", "sea-side"),
        ("**North Korea** sold", "north korea sold"), ("it [shipped](https://a.example/x) it", "it shipped it"),
        ("a_b", "a_b"), ("2 * 3", "2 * 3"), ("[1] and (2)", "[1] and (2)"), ("North\nKorea", "north korea"),
        ("one\n\ntwo", "one\n\ntwo"), ("a\n• b", "a\n• b"), ("MQ-9 and Su-35S", "mq-9 and su-35s"), ("covid19", "covid19"),
    ],
)  # fmt: skip
def test_what_the_copy_says(text: str, read: str) -> None:
    found = undamaged(fold(text), lexicon_of("en", WORDS)).text
    assert found == read


@given(st.text("abrnm15 -\n*_[]()/é\u0301ﬁ", max_size=60))
def test_offsets_stay_inside_and_in_order(text: str) -> None:
    shadow = undamaged(fold(text), lexicon_of("en", WORDS))
    spans = [shadow.to_source(at, at + 1) for at in range(len(shadow.text))]
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert [one.start for one in spans] == sorted(one.start for one in spans)
    for at in range(len(text) + 1):
        assert 0 <= shadow.from_source(at) <= len(shadow.text)
    there = [shadow.from_source(at) for at in range(len(text) + 1)]
    assert there == sorted(there)


@given(
    st.text("abcﬁ\u00adé", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xyz", max_size=3)), max_size=5),
)
def test_rewriting_replaces_and_keeps_the_way_back(text: str, asked: list[tuple[int, int, str]]) -> None:
    shadow = fold(text)
    edits, done = [], 0
    for start, length, new in sorted(asked):
        if start >= done and start + length <= len(shadow.text) and (length or new):
            edits.append((start, start + length, new))
            done = start + max(length, 1)
    found = rewrite(shadow, edits)
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [shadow.text[at:start], new]
        at = end
    assert found.text == "".join([*pieces, shadow.text[at:]])
    assert found.size == len(text)
    places = [found.to_source(one, one + 1).start for one in range(len(found.text))]
    assert places == sorted(places)


def test_a_word_put_right_points_at_the_whole_damaged_one() -> None:
    text = "Iran sold arnmunition to Syria"
    shadow = undamaged(fold(text), lexicon_of("en", WORDS))
    at = shadow.text.index("ammunition")
    span = shadow.to_source(at, at + len("ammunition"))
    assert text[span.start : span.end] == "arnmunition"
