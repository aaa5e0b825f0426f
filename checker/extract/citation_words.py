"""The words of citations and of the rules they describe, one table a language, found in one pass over a folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, starmap
from operator import itemgetter
from pathlib import Path

from checker import bundle
from checker.lexicon import read_names
from checker.patterns import late
from checker.records import record
from checker.tables import Table, read_rows
from checker.text import fold_each
from checker.whole_words import WholeWords

Written = Callable[[int, int], str]
"""Gives the letters of the source for a stretch of the folded text."""

_GRAMMAR = frozenset(
    {
        "resolution", "text", "measure", "body", "agency", "listing", "modifier", "imposed", "of", "by", "and", "to",
        "number_mark", "det", "anaphor", "near", "count", "draft", "unit", "annex", "committee", "ordinal", "adopted", "dated",
        "from_year", "source", "about", "personal", "created", "relative", "state", "makes", "council", "pointer", "another", "cardinal", "ruling",
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
_NAMED = frozenset({"name", "adjective", "demonym", "capital", "acronym", "group", "epithet", "leader"})
# Bodies make law here and are no targets of it.
_BODIES = frozenset({"UN", "UNSC", "EU", "IAEA", "UN_COMMITTEE", "UN_PANEL", "UN_SECRETARIAT"})
_TABLE = Table("citation", ("form", "class", "value", "example"), ("form", "class", "value"), ("form",))


Sense = tuple[str, str, bool]
"""The class and value of a form, and whether it must stand with a capital."""

_SYMBOLS = (
    r"|(?<!\w)(?:council|conseil|own|propres?|committee|comite|liste?s?)(?!\w)|united nations|nations unies|(?<!\w)(?:onu|un|u\.n\.)(?!\w)|s/res/|a/res/|a/es-|executive order"
    r"|e\.o\. |h\.|s\.res|regulation|reglement|gov/\d|(?<!\w)la [12]\d{3}(?!\w)|[\d)] of [12]\d{3}(?!\w)|banned|outlawed|forbidden|prohibited|interdit|proscrit|banni|prohibe"
    r"|le droit d|(?<!\w)(?:may|can|allowed|permitted|lawful|legal|peut|peuvent|permis\w{0,2}|autorise\w{0,2}|licites?|legale?s?)(?!\w)"
)


_WORD = re.compile(r"\w+")
_THE = re.compile(r"(?<!\w)(?:the|that|le|du|au) $")
_ITS_LAW = re.compile(r" (?:decisions?|resolutions?|sanctions|measures|rules|texts?|embargo(?:es)?|bans?)(?!\w)")
_OF_WHAT = re.compile(
    r" (?:of|for|on|des|de|du|d'|europeen|federal|constitutionnel|municipal|regional|national|general|superieur|presidentiel|souverain)(?!\w)"
)


@record
class Mark:
    """A word of the tables at ``start`` to ``end`` of a folded text; ``kind`` is its class, ``name`` for an actor."""

    start: int
    end: int
    kind: str
    value: str


class CitationWords:
    """One language's words: folded forms by class with their values, and the pattern of what any citation holds.

    ``rules`` are the forms that describe a rule with their classes and values. The names of actors, which few texts
    that cite no law need, are read from the folder ``home`` when the first sentence is scanned.
    """

    def __init__(
        self,
        forms: Mapping[str, Mapping[str, str]],
        capitals: frozenset[str],
        rules: Sequence[tuple[str, Sense]],
        home: Path,
    ) -> None:
        self.forms = forms
        self.capitals = capitals
        self.anchor = late(lambda: self.any(*_ANCHORS) + _SYMBOLS)
        self._rules = rules
        self._home = home
        self._firsts: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
        self._spotter: WholeWords[Sense] | None = None

    def any(self, *classes: str) -> str:
        """A group of every form of ``classes``, longest first, each a whole word."""
        forms = sorted({form for name in classes for form in self.forms[name]}, key=lambda form: (-len(form), form))
        return f"(?:{'|'.join(starmap(_bounded, groupby(forms, _edges)))})" if forms else "(?!)"

    def occurs(self, folded: str, start: int, end: int, *classes: str) -> bool:
        """False when ``folded[start:end]`` has not even the first word of a form of ``classes``: no pattern fits there."""
        piece = folded[start:end]
        present = _WORD.findall(piece)
        for name in classes:
            firsts, marks = self._beginnings(name)
            if not firsts.isdisjoint(present) or any(mark in piece for mark in marks):
                return True
        return False

    def _beginnings(self, name: str) -> tuple[frozenset[str], tuple[str, ...]]:
        """The first words of the forms of a class, and the forms that begin with no word."""
        found = self._firsts.get(name)
        if found is None:
            heads = {form: _WORD.match(form) for form in self.forms[name]}
            firsts = frozenset(head.group() for head in heads.values() if head is not None)
            found = self._firsts[name] = firsts, tuple(form for form, head in heads.items() if head is None)
        return found

    def value(self, kind: str, form: str) -> str:
        """The value of a folded form."""
        return self.forms[kind].get(form.strip(), "")

    def is_body(self, folded: str, start: int, end: int, written: Written, council: bool) -> bool:
        """True when the form of a body at ``start`` to ``end`` names one.

        Forms in capitals (US, UN, UE) must stand so; "the Council" is the Security Council only where ``council``
        says that the document speaks of it, and where no other name follows.
        """
        form, said = folded[start:end].strip(), written(start, end).strip()
        if form not in self.forms["council"]:
            return self.in_capitals(form, said)
        alone = _THE.search(folded, max(0, start - 10), start) and not _OF_WHAT.match(folded, end)
        alone = alone or _ITS_LAW.match(folded, end) is not None
        return council and said[:1].isupper() and bool(alone)

    def in_capitals(self, form: str, written: str) -> bool:
        """False when a form that is written in capitals (US, UN, UE) stands in small letters."""
        return form.strip() not in self.capitals or written.strip().isupper()

    def scan(self, folded: str, start: int, end: int, written: Written) -> Iterator[Mark]:
        """The words of rules and the names of actors in ``folded[start:end]``; overlapping ones too."""
        if self._spotter is None:
            self._spotter = _spotter(self._rules, self._home)
        piece = folded[start:end]
        for first, last in self._spotter.find(piece):
            for kind, value, cased in dict.fromkeys(self._spotter.meanings(piece[first:last])):
                if not cased or written(start + first, start + last)[:1].isupper():
                    yield Mark(start + first, start + last, kind, value)


def _edges(form: str) -> tuple[str, str]:
    """What must hold before and after a form for it to be whole words."""
    return r"(?<!\w)" if form[0].isalnum() else "", r"(?!\w)" if form[-1].isalnum() else ""


def _bounded(edges: tuple[str, str], forms: Iterable[str]) -> str:
    before, after = edges
    escaped = "|".join(re.escape(form).replace(r"\ ", " ") for form in forms)
    return f"{before}(?:{escaped}){after}"


@lru_cache(maxsize=8)
def words_of_citations(language: str, folder: Path | None = None) -> CitationWords:
    """The citation words of ``language`` under ``folder`` (default: the tables of this installation).

    Raises TableError for a table that is missing or a class that the grammar does not know.
    """
    home = (folder or bundle.folder("reference")) / "languages" / language
    forms: dict[str, dict[str, str]] = {kind: {} for kind in sorted(_GRAMMAR | _RULE)}
    rules: list[tuple[str, Sense]] = []
    capitals: set[str] = set()
    rows = list(read_rows(home / "citation.csv", _TABLE))
    for row, folded in zip(rows, fold_each(row.text("form") for row in rows), strict=True):
        kind, form = row.text("class"), folded.strip()
        if kind not in forms or not form:
            raise row.fault("class", f"'{kind}' is not a class of citation words: {', '.join(forms)}")
        forms[kind].setdefault(form, row.text("value"))
        if kind == "council":
            forms["body"].setdefault(form, row.text("value"))
        if kind == "body" and row.text("form").isupper():
            capitals.add(form)
        if kind in _RULE:
            rules.append((form, (kind, row.text("value"), False)))
    return CitationWords(forms, frozenset(capitals), rules, home)


def _spotter(rules: Sequence[tuple[str, Sense]], home: Path) -> WholeWords[Sense]:
    """What finds the words of rules and the names of actors, and tells what each of these forms means."""
    words: WholeWords[Sense] = WholeWords()
    words.add([form for form, _ in rules], rules, itemgetter(1))
    rows = [row for row in read_names(home) if row[2] in _NAMED and row[1] not in _BODIES]
    words.add([row[0] for row in rows], rows, lambda row: ("name", row[1], row[4] == "1"))
    return words
