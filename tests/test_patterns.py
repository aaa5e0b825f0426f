"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from checker.patterns import late


def test_a_source_is_asked_for_once_and_only_when_something_is_looked_for() -> None:
    asked: list[str] = []

    def source() -> str:
        asked.append("asked")
        return r"(?P<n>\d{2})"

    pattern = late(source)
    assert not asked
    assert [hit["n"] for hit in pattern.finditer("12 or 34")] == ["12", "34"]
    assert pattern.search("x 56", 1) is not None
    assert asked == ["asked"]


@pytest.mark.parametrize("method", ["match", "search", "fullmatch"])
def test_it_finds_what_the_pattern_finds(method: str) -> None:
    text = "ab abc"
    found = getattr(late("a(b|bc)"), method)(text, 3, 6)
    wanted = getattr(re.compile("a(b|bc)"), method)(text, 3, 6)
    assert found.span() == wanted.span()
    assert found.group(1) == wanted.group(1)


def test_what_is_no_pattern_is_an_error_when_it_is_used() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("x")
