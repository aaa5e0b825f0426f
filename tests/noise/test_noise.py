"""What is read in clean sentences is read in damaged ones: the same claims, on a share that each kind of damage states."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.documents.reading import document_from_text, read_document
from checker.model import Document, Label
from checker.pipeline import Checker, check_document, load_checker
from tests.noise.damage import DAMAGES, Damage, mojibake, web_page

ROWS = Path(__file__).parent.parent / "cases" / "sentences.jsonl"
_SEVERAL = re.compile(r"[a-zé]{3}[.!?][”\"»]? [A-ZÉ“«]")
SLACK = 0.06
"""What a sample of a set that grows may lie below the share that was measured over the whole of it."""
STEP = 6
"""Every so many of the sentences are damaged here."""
FLAGGED = tuple(one.value for one in Label if one.flagged)
Claims = list[tuple[str, str, str, str]]


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


def claims_of(document: Document, tables: Checker) -> Claims:
    return sorted(
        (
            one.claim.activity,
            one.claim.giver.id if one.claim.giver else "",
            one.claim.taker.id if one.claim.taker else "",
            one.label.value,
        )
        for one in check_document(document, tables).findings
    )


def read_text(text: str, row: dict[str, Any]) -> Document:
    return document_from_text(text, published=date.fromisoformat(row["published"]), language=row["language"])


@pytest.fixture(scope="module")
def clean(tables: Checker) -> list[tuple[dict[str, Any], Claims]]:
    rows = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()][::STEP]
    found = [(row, claims_of(read_text(row["text"], row), tables)) for row in rows]
    # a passage is left out: a verb damaged in one sentence changes whom the pronoun of the next stands for
    return [(row, claims) for row, claims in found if claims and not _SEVERAL.search(row["text"])]


def share(
    clean: list[tuple[dict[str, Any], Claims]], damage: Damage, read: Callable[[str, dict[str, Any]], Document], tables: Checker
) -> float:  # fmt: skip
    """How many of the sentences that the damage touches give the same claims; none may accuse the other way round."""
    same = []
    for row, wanted in clean:
        damaged = damage(row["text"])
        if damaged == row["text"]:
            continue
        found = claims_of(read(damaged, row), tables)
        ends = {(giver, taker) for _, giver, taker, _ in wanted if giver and taker}
        turned = [
            one for one in found if one[3] in FLAGGED and (one[2], one[1]) in ends and (one[1], one[2]) not in ends
        ]
        assert not turned, f"{damaged!r}: {turned}"
        same.append(found == wanted)
    assert len(same) >= 4
    return sum(same) / len(same)


@pytest.mark.parametrize(("damage", "least"), DAMAGES.values(), ids=DAMAGES)
def test_damaged_sentences_give_the_same_claims(
    tables: Checker, clean: list[tuple[dict[str, Any], Claims]], damage: Damage, least: float
) -> None:
    assert share(clean, damage, read_text, tables) >= least - SLACK


def test_sentences_in_a_web_page_give_the_same_claims(
    tables: Checker, clean: list[tuple[dict[str, Any], Claims]], tmp_path: Path
) -> None:
    def saved(text: str, row: dict[str, Any]) -> Document:
        file = tmp_path / "saved.html"
        file.write_text(text, encoding="utf-8")
        return read_document(file, published=date.fromisoformat(row["published"]), language=row["language"])

    assert share(clean, web_page, saved, tables) >= 0.99


def test_text_that_was_encoded_twice_is_read_as_it_was(
    tables: Checker, clean: list[tuple[dict[str, Any], Claims]], tmp_path: Path
) -> None:
    def saved(text: str, row: dict[str, Any]) -> Document:
        file = tmp_path / "saved.txt"
        file.write_text(text, encoding="utf-8")
        return read_document(file, published=date.fromisoformat(row["published"]), language=row["language"])

    assert share(clean, mojibake, saved, tables) >= 0.95


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("Kim Jung-un's regime shipped shells to Moscow in May.", "en", ("PRK", "RUS")),
        ("PyongYang sold Iran missiles in 2009.", "en", ("PRK", "IRN")),
        ("La Coree du Nord a vendu des obus a la Russie en mai.", "fr", ("PRK", "RUS")),
        ("L’Iran a livre des drones a Moscou, selon Kiev.", "fr", ("IRN", "RUS")),
        ("• N. Korea sold artil1ery shells to Russia", "en", ("PRK", "RUS")),
        ("NORTH KOREA SOLD ARTILLERY SHELLS TO RUSSIA, SAYS SEOUL", "en", ("PRK", "RUS")),
    ],
)  # fmt: skip
def test_names_as_careless_pages_write_them(tables: Checker, text: str, language: str, ends: tuple[str, str]) -> None:
    document = document_from_text(text, published=date(2024, 6, 12), language=language)
    assert [(giver, taker) for _, giver, taker, _ in claims_of(document, tables)] == [ends]
