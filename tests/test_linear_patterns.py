"""Every pattern is linear: each compiled pattern of the package meets hostile texts, twice as long takes about twice the time.

The texts are made for each pattern from its own letters, words and marks, repeated without the end that would let it match.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import checker
from checker.documents.reading import document_from_text
from checker.pipeline import check_document, load_checker

SHORT, LONG = 500, 3_000
TOO_MUCH = 25.0
"""Six times the text may take so many times as long; a pattern of the second degree takes thirty-six times."""
SAMPLE = 12
"""Every so many patterns always; all of them with ``pytest -m long``."""
NOTICEABLE = 0.02
"""Seconds below which a time says nothing."""


def _warm() -> None:
    """Loads the modules and compiles what is compiled late."""
    tables = load_checker()
    for language, text in (
        (
            "en",
            "North Korea sold 1,000 shells to Russia in April 2024 under resolution 1718 (2006), paragraph 8, Seoul said.",
        ),
        (
            "fr",
            "La Corée du Nord a vendu 1 000 obus à la Russie en avril 2024, selon la résolution 1718 (2006), paragraphe 8.",
        ),
    ):
        check_document(document_from_text(text, language=language), tables)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the package holds by name or in a collection, and those of the loaded grammars."""
    _warm()
    seen: set[str] = set()
    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for found in _within(value, 3):
                source = found.pattern
                if isinstance(source, str) and source not in seen:
                    seen.add(source)
                    yield f"{module.name}.{name}:{len(seen)}", found


def _within(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) or type(value).__name__ == "_Late":
        yield value  # type: ignore[misc]
    elif depth and isinstance(value, dict):
        for one in value.values():
            yield from _within(one, depth - 1)
    elif depth and isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from _within(one, depth - 1)
    elif depth and type(value).__module__.startswith("checker.") and hasattr(value, "__slots__"):
        for slot in type(value).__slots__:
            yield from _within(getattr(value, slot, None), depth - 1)


PATTERNS = dict(patterns())
_LITERAL = re.compile(r"[a-z]{2,12}(?: [a-z]{2,12})?")


def hostile(source: str) -> Iterator[str]:
    """Pieces whose repetition keeps a pattern busy: what it repeats, its own words, its marks, and no end."""
    words = sorted(
        set(_LITERAL.findall(re.sub(r"\\[a-zA-Z]|\?P<\w+>", " ", source))), key=lambda word: (-len(word), word)
    )
    for word in [*words[:2], *words[-1:]]:
        yield from (word, f"{word} ", f" {word} x")
    if len(words) > 1:
        yield f"{words[0]} {words[1]} "
    yield from (
        "a",
        "1",
        " ",
        "\n",
        "a ",
        "1 ",
        "a1 ",
        "1,",
        "(",
        "[",
        "[a](",
        '"',
        "'",
        "-",
        "a-",
        "a'",
        ".",
        "a.",
        "x x ",
        "\t ",
        "é",
        "* ",
    )


def seconds(pattern: re.Pattern[str], text: str) -> float:
    begin = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begin


def too_slow(pattern: re.Pattern[str]) -> list[tuple[str, float]]:
    """The pieces on which a pattern takes more than its share, with the seconds."""
    slow = []
    for piece in dict.fromkeys(hostile(pattern.pattern)):
        short, long = (piece * (size // len(piece)) + "!" for size in (SHORT, LONG))
        taken = seconds(pattern, long)
        if taken > NOTICEABLE and taken > TOO_MUCH * max(min(seconds(pattern, short) for _ in range(2)), 1e-5):
            slow.append((piece, taken))
    return slow


def test_there_are_patterns_to_test() -> None:
    assert len(PATTERNS) > 120


@pytest.mark.parametrize("name", list(PATTERNS)[::SAMPLE])
def test_a_sampled_pattern_takes_no_more_than_its_share_of_time(name: str) -> None:
    assert too_slow(PATTERNS[name]) == []


@pytest.mark.long
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_no_more_than_its_share_of_time(name: str) -> None:
    assert too_slow(PATTERNS[name]) == []


def test_a_pattern_of_the_second_degree_would_be_seen() -> None:
    bad = re.compile(r"(?:a+)+b|\s+$")
    short, long = (" " * size + "x" for size in (SHORT, LONG))
    assert seconds(bad, long) > TOO_MUCH * seconds(bad, short)
