"""The reader with the shipped words and law, and one call that reads a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from checker import bundle
from checker.assess import assess
from checker.documents.reading import document_from_text
from checker.extract.activities import targets_of
from checker.extract.reading import extract, lexicon_of
from checker.match.matching import match_claim
from checker.model import Block, BlockKind, Finding
from checker.reference import load_reference

Reader = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def read() -> Reader:
    reference = load_reference()
    targets = targets_of(reference)
    words = bundle.folder("reference")

    def reader(text: str, language: str, published: str = "2024-06-12") -> tuple[Finding, ...]:
        document = document_from_text(text, published=date.fromisoformat(published), language=language)
        document = replace(document, blocks=(Block(BlockKind.BODY, 0, len(document.text)),))
        found = extract(document, lexicon_of(language, words), reference, targets)
        return tuple(assess(claim, match_claim(claim, reference), reference.exemptions) for claim in found.claims)

    return reader
