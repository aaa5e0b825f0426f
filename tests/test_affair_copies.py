"""Near-identical texts are found whatever the order, and who leans on whom is told by what the texts show."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from account_cases import ON, account, amount, is_a, telling
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.affair import Difference, Telling, Tie
from checker.affairs.copies import near_identical, same_texts
from checker.affairs.gathering import together_of
from checker.affairs.sketches import KEPT, likeness, sketch_of
from checker.affairs.sources import agencies, plain_name
from checker.documents.reading import document_from_text

WIRE = [f"word{n}" for n in range(120)]
TEXT = " ".join(WIRE)


def shares(one: list[str], other: list[str]) -> float:
    """The likeness by definition: common runs of four, of all."""
    mine, yours = ({tuple(words[at : at + 4]) for at in range(len(words) - 3)} for words in (one, other))
    return len(mine & yours) / len(mine | yours)


def heads(*tellings: Telling) -> dict[str, str]:
    return near_identical(tellings)


def test_the_likeness_of_short_texts_is_exact_and_of_long_ones_close() -> None:
    for size, cut in ((100, 90), (100, 60), (2000, 1800), (2000, 1000)):
        one = [f"w{n}" for n in range(size)]
        other = [*one[:cut], *(f"v{n}" for n in range(size - cut))]
        error = abs(likeness(sketch_of(one), sketch_of(other)) - shares(one, other))
        assert error == 0 if size < KEPT else error < 0.12


def test_texts_too_short_to_tell_apart_are_like_nothing() -> None:
    assert sketch_of(["one", "two", "three", "four", "five"]).hashes == ()
    assert heads(telling("d-a", "a b c d e f"), telling("d-b", "a b c d e f")) == {"d-a": "d-a", "d-b": "d-b"}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (TEXT, True),
        (" ".join([*WIRE[:60], "edited", *WIRE[61:]]), True),
        (" ".join(WIRE[:90]), True),  # the last paragraphs were cut
        (" ".join(f"own{n}" for n in range(120)), False),
        (" ".join([*WIRE[:40], *(f"own{n}" for n in range(80))]), False),  # a quotation of a third
        (" ".join([*WIRE, *(f"own{n}" for n in range(300))]), False),  # a long text that prints it whole, among others
    ],
)
def test_a_copy_is_near_identical_and_a_rewrite_is_not(other: str, same: bool) -> None:
    assert (heads(telling("d-a", TEXT), telling("d-b", other))["d-b"] == "d-a") is same


def test_the_same_words_a_year_later_or_without_a_day_are_no_copy() -> None:
    one = telling("d-a", TEXT)
    assert heads(one, telling("d-b", TEXT, published=ON + timedelta(days=14)))["d-b"] == "d-a"
    assert heads(one, telling("d-b", TEXT, published=ON + timedelta(days=15)))["d-b"] == "d-b"
    assert heads(one, telling("d-b", TEXT, published=None))["d-b"] == "d-b"


def test_a_text_without_a_day_ties_no_two_years_together() -> None:
    undated, later = telling("d-b", TEXT, published=None), telling("d-c", TEXT, published=ON + timedelta(days=400))
    assert set(heads(telling("d-a", TEXT), undated, later).values()) == {"d-a", "d-b", "d-c"}


def test_an_update_with_other_figures_is_another_text() -> None:
    one, copy = telling("d-a", TEXT), telling("d-b", TEXT)
    update = replace(copy, id="d-c", accounts=(account("d-c", quantity=(amount("9,000 tonnes", 9000),)),))
    texts = heads(one, copy, update)
    assert set(texts.values()) == {"d-a"}
    assert same_texts([one, copy, update], texts) == {"d-a": "d-a", "d-b": "d-a", "d-c": "d-c"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_no_order_of_documents_changes_what_they_say_together(kinds: list[int], chance: random.Random) -> None:
    texts = [TEXT, " ".join([*WIRE[:60], "edited", *WIRE[61:]]), " ".join(f"own{n}" for n in range(90)), "short"]
    found = [telling(f"d-{n}", texts[kind]) for n, kind in enumerate(kinds)]
    moved = list(found)
    chance.shuffle(moved)
    assert together_of(moved, is_a) == together_of(found, is_a)


def test_a_thousand_prints_of_one_text_are_one_text() -> None:
    said = together_of([telling(f"d-{n:04}", TEXT) for n in range(1000)], is_a)
    assert [(len(one.reports), one.texts, one.origins) for one in said.affairs] == [(1000, 1, 1)]
    assert len(said.copies) == 999


def test_what_is_kept_of_a_document_does_not_grow_with_its_text() -> None:
    short, long = (len(pickle.dumps(telling("d-a", " ".join(f"w{n}" for n in range(size))))) for size in (500, 50_000))
    assert long < short + 50


# --- who leans on whom --------------------------------------------------------------------------------------------


def ties(*tellings: Telling) -> dict[str, list[tuple[Tie, str]]]:
    (one,) = together_of(tellings, is_a).affairs
    return {each.account.document: [(link.tie, link.document) for link in each.links] for each in one.reports}


def plain(document: str, **changed: object) -> Telling:
    """A document whose text is like no other."""
    return telling(document, " ".join(f"{document}{n}" for n in range(60)), **changed)


def test_copies_lean_on_the_earliest_and_an_agency_comes_before_those_that_print_it() -> None:
    paper = telling("d-a", TEXT, outlet="The Courier", agencies=("cape wire",))
    wire = telling("d-b", TEXT, outlet="Cape Wire", agencies=("cape wire",))
    assert ties(paper, wire) == {"d-b": [], "d-a": [(Tie.COPY, "d-b")]}


def test_a_text_that_credits_or_names_an_outlet_leans_on_it() -> None:
    wire = plain("d-a", outlet="Cape Wire News Agency")
    credits = plain("d-b", outlet="The Courier", agencies=("cape wire",), published=ON + timedelta(days=1))
    names = plain("d-c", outlet="Le Littoral", named=("cape wire", "moscow"), published=ON + timedelta(days=2))
    found = ties(wire, credits, names)
    assert found == {"d-a": [], "d-b": [(Tie.CREDITS, "d-a")], "d-c": [(Tie.NAMES, "d-a")]}


def test_two_texts_that_credit_an_agency_of_which_there_is_none_here_are_linked() -> None:
    one, other = (plain(name, outlet=name, agencies=("cape wire",)) for name in ("d-a", "d-b"))
    assert ties(one, other) == {"d-a": [], "d-b": [(Tie.AGENCY, "d-a")]}


def test_texts_without_a_link_are_counted_apart() -> None:
    (one,) = together_of([plain("d-a"), plain("d-b")], is_a).affairs
    assert (one.texts, one.origins) == (2, 2)


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("PARIS, 3 mai (Agence Hoggar) – La Turquie a livré des drones.\n\nFin.", ("hoggar",)),
        ("SEOUL, Nov 3 (Estuary Press) - North Korea launched a missile.\n\nIt fell.", ("estuary press",)),
        ("Turkey delivered drones.\n\nNobody spoke.\n\n(avec Agence Levant)", ("levant",)),
        ("Turkey delivered drones.\n\nNobody spoke.\n\nCape Wire", ("cape wire",)),
        ("Turkey delivered drones (some of them armed).\n\nNobody spoke of it at all.", ()),
    ],
)
def test_the_agency_of_a_dateline_or_a_last_line_is_credited(text: str, credited: tuple[str, ...]) -> None:
    assert agencies(document_from_text(text, "a.txt")) == credited


def test_an_outlet_is_the_same_with_its_article_and_its_trade() -> None:
    assert {plain_name(one) for one in ("Trident", "the Trident", "Trident News Agency", "l’agence Trident")} == {"trident"}


# --- what differs -------------------------------------------------------------------------------------------------


def test_amounts_that_exclude_each_other_and_denials_are_told_as_differences() -> None:
    low = plain("d-a", accounts=(account("d-a", quantity=(amount("9,000 tonnes", 9000),)),))
    high = plain("d-b", accounts=(account("d-b", quantity=(amount("12 000 tonnes", 12000),), denied_by=(account().taker,)),))
    (one,) = together_of([low, high], is_a).affairs
    kinds = {each.kind: [told.words for told in each.told] for each in one.contradictions}
    assert kinds == {Difference.DENIAL: ["RUS"], Difference.QUANTITY: ["9,000 tonnes", "12 000 tonnes"]}


def test_the_same_amount_in_two_spellings_is_no_difference() -> None:
    first = plain("d-a", accounts=(account("d-a", quantity=(amount("9,000 tonnes", 9000),)),))
    second = plain("d-b", accounts=(account("d-b", quantity=(amount("9 000 tonnes", 9000),)),))
    (one,) = together_of([first, second], is_a).affairs
    assert one.contradictions == ()


def test_an_affair_keeps_its_id_when_a_later_account_comes() -> None:
    first, second = plain("d-a"), plain("d-b", published=ON + timedelta(days=1))
    third = plain("d-c", published=ON + timedelta(days=2))
    (two,), (three,) = together_of([first, second], is_a).affairs, together_of([first, second, third], is_a).affairs
    assert two.id == three.id
    assert two.first == ("d-a",)
