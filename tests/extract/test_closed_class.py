"""Every small word of the tables is met in a text, whether it is one token, an elision or a phrase."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker import bundle
from checker.extract.reading import lexicon_of
from checker.extract.units import build_sentence
from checker.model import Span
from checker.text import fold

TABLES = bundle.folder("reference")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_closed_class_form_is_read(language: str) -> None:
    lexicon = lexicon_of(language, TABLES)
    missed = []
    with Path(TABLES, "languages", language, "function.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            text = ("do" if row["form"].startswith(("'", "n't")) else "") + row["form"] + " une"
            shadow = fold(text)
            hits = sorted(lexicon.scan(shadow.text), key=lambda hit: (hit.start, hit.end))
            sentence = build_sentence(text, shadow, Span(0, len(text)), hits, lexicon)
            if not any(unit.is_function(row["class"]) for unit in sentence.units):
                missed.append((row["form"], row["class"]))
    assert missed == []
