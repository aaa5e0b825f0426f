"""Listed forms found as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text import fold
from checker.whole_words import WholeWords


def words(*forms: str) -> WholeWords[int]:
    made: WholeWords[int] = WholeWords()
    made.add(forms, range(len(forms)), int)
    return made


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("coal", "coal, coals and charcoal", [(0, 4)]),
        ("coal ban", "the coal ban.", [(4, 12)]),
        ("coal", "coal-fired, pre-coal", [(0, 4), (16, 20)]),
        ("l'", "l'embargo et l'or", [(0, 2), (13, 15)]),
        (".50 rifle", "a .50 rifle, 3.50 rifles", [(2, 11)]),
        ("u.s.", "the u.s. and u.s.a", [(4, 8), (13, 17)]),
        ("n't", "did n't, didn't", [(4, 7)]),
        ("anti-tank missile", "anti-tank missiles, anti-tank missile", [(20, 37)]),
        ("snake_case", "a snake_case", [(2, 12)]),
        ("coal", "", []),
    ],
)
def test_a_form_stands_alone(form: str, text: str, found: list[tuple[int, int]]) -> None:
    assert words(form).find(text) == found


def test_forms_come_in_order_of_their_ends_and_of_one_end_the_longest_first() -> None:
    found = words("north", "north korea", "korea", "the north").find("the north korea")
    assert found == [(0, 9), (4, 9), (4, 15), (10, 15)]


def test_a_form_added_twice_means_both_and_an_unknown_one_nothing() -> None:
    made = words("Séoul", "Pyongyang", "seoul")
    assert made.meanings("seoul") == (0, 2)
    assert made.meanings("coal") == ()
    assert list(made.forms()) == ["seoul", "pyongyang", "seoul"]


def test_a_meaning_is_made_of_its_row_and_tables_may_be_empty_or_hold_broken_lines() -> None:
    made: WholeWords[str] = WholeWords()
    made.add(["Coal", "two\nlines"], ["c", "l"], str.upper)
    made.add([], [], str)
    made.add(["coal", "oil"], [1, 2], lambda row: f"row {row}")
    assert made.meanings("coal") == ("C", "row 1")
    assert made.meanings("oil") == ("row 2",)
    assert made.find("two\nlines of oil") == [(0, 9), (13, 16)]


ALPHABET = st.text("ab' -.é", max_size=6)


@given(st.lists(ALPHABET, max_size=6), st.text("ab' -.é", max_size=30))
def test_it_finds_what_a_look_at_every_place_finds(forms: list[str], text: str) -> None:
    folded = fold(text).text
    known = {fold(form).text.strip() for form in forms} - {""}
    wanted = []
    for form in known:
        for start in range(len(folded)):
            end = start + len(form)
            before = start == 0 or not folded[start - 1].isalnum() or not folded[start].isalnum()
            after = end == len(folded) or not folded[end : end + 1].isalnum() or not form[-1].isalnum()
            if folded.startswith(form, start) and before and after:
                wanted.append((end, start))
    assert words(*forms).find(folded) == [(start, end) for end, start in sorted(wanted)]
