"""The words of citations and of the rules they describe, one table a language, found in one pass over a folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs

from checker import bundle
from checker.tables import Table, read_rows
from checker.text import fold

Written = Callable[[int, int], str]
"""Gives the letters of the source for a stretch of the folded text."""

_GRAMMAR = frozenset(
    {
        "resolution", "text", "measure", "body", "agency", "listing", "modifier", "imposed", "of", "by", "and", "to",
        "number_mark", "det", "anaphor", "near", "count", "draft", "unit", "annex", "committee", "ordinal", "adopted", "dated",
        "from_year", "source", "about", "personal", "created", "relative",
    }
)  # fmt: skip
_RULE = frozenset(
    {
        "thing",
        "act",
        "rule",
        "law",
        "law_past",
        "duty",
        "overclaim",
        "listed",
        "negation",
        "place",
        "measure",
        "text",
        "proposal",
    }
)
_ANCHORS = ("resolution", "text", "measure", "agency")
_NAMED = frozenset({"name", "adjective", "demonym", "capital", "acronym", "group", "epithet"})
# Bodies make law here and are no targets of it.
_BODIES = frozenset({"UN", "UNSC", "EU", "IAEA", "UN_COMMITTEE", "UN_PANEL", "UN_SECRETARIAT"})
_TABLE = Table("citation", ("form", "class", "value", "example"), ("form", "class", "value"), ("form",))
_NAMES = Table("names", ("form", "actor", "kind", "organ", "cased"), ("form",), ("form",))


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the tables at ``start`` to ``end`` of a folded text; ``kind`` is its class, ``name`` for an actor."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class CitationWords:
    """One language's words: folded forms by class with their values, and the patterns of the grammar."""

    forms: Mapping[str, Mapping[str, str]]
    capitals: frozenset[str]
    marks: tuple[tuple[tuple[str, str, bool], ...], ...]
    automaton: ahocorasick_rs.AhoCorasick
    anchor: re.Pattern[str]

    def any(self, *classes: str) -> str:
        """A group of every form of ``classes``, longest first, each a whole word."""
        forms = sorted({form for name in classes for form in self.forms[name]}, key=lambda form: (-len(form), form))
        return "(?:" + "|".join(_bounded(form) for form in forms) + ")" if forms else "(?!)"

    def value(self, kind: str, form: str) -> str:
        """The value of a folded form."""
        return self.forms[kind].get(form.strip(), "")

    def in_capitals(self, form: str, written: str) -> bool:
        """False when a form that is written in capitals (US, UN, UE) stands in small letters."""
        return form.strip() not in self.capitals or written.strip().isupper()

    def scan(self, folded: str, start: int, end: int, written: Written) -> Iterator[Mark]:
        """The words of rules and the names of actors in ``folded[start:end]``; overlapping ones too."""
        piece = folded[start:end]
        for index, first, last in self.automaton.find_matches_as_indexes(piece, overlapping=True):
            if first and piece[first - 1].isalnum() and piece[first].isalnum():
                continue
            if last < len(piece) and piece[last].isalnum() and piece[last - 1].isalnum():
                continue
            for kind, value, cased in self.marks[index]:
                if not cased or written(start + first, start + last)[:1].isupper():
                    yield Mark(start + first, start + last, kind, value)


def _bounded(form: str) -> str:
    before = r"(?<!\w)" if form[0].isalnum() else ""
    after = r"(?!\w)" if form[-1].isalnum() else ""
    return before + re.escape(form).replace(r"\ ", " ") + after


@lru_cache(maxsize=8)
def words_of_citations(language: str, folder: Path | None = None) -> CitationWords:
    """The citation words of ``language`` under ``folder`` (default: the tables of this installation).

    Raises TableError for a table that is missing or a class that the grammar does not know.
    """
    home = (folder or bundle.folder("reference")) / "languages" / language
    forms: dict[str, dict[str, str]] = {kind: {} for kind in sorted(_GRAMMAR | _RULE)}
    senses: dict[str, list[tuple[str, str, bool]]] = {}
    capitals: set[str] = set()
    for row in read_rows(home / "citation.csv", _TABLE):
        kind, form = row.text("class"), fold(row.text("form")).text.strip()
        if kind not in forms or not form:
            raise row.fault("class", f"'{kind}' is not a class of citation words: {', '.join(forms)}")
        forms[kind].setdefault(form, row.text("value"))
        if kind == "body" and row.text("form").isupper():
            capitals.add(form)
        if kind in _RULE:
            senses.setdefault(form, []).append((kind, row.text("value"), False))
    for row in read_rows(home / "names.csv", _NAMES):
        if row.text("kind") in _NAMED and row.text("actor") not in _BODIES:
            form = fold(row.text("form")).text.strip()
            senses.setdefault(form, []).append(("name", row.text("actor"), row.text("cased") == "1"))
    patterns = sorted(senses)
    words = CitationWords(
        forms,
        frozenset(capitals),
        tuple(tuple(dict.fromkeys(senses[form])) for form in patterns),
        ahocorasick_rs.AhoCorasick(patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA),
        re.compile("(?!)"),
    )
    symbols = r"|security council|conseil de securite|united nations|nations unies|(?<!\w)(?:onu|un|u\.n\.)(?!\w)|s/res/|a/res/|a/es-|executive order|e\.o\. |h\.|s\.res|regulation|reglement|gov/\d"
    anchor = re.compile(words.any(*_ANCHORS) + symbols)
    return CitationWords(words.forms, words.capitals, words.marks, words.automaton, anchor)
