"""One language's words, read from ``reference/languages/<code>/`` and compiled for one pass over a text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick_rs

from checker.errors import TableError
from checker.text import fold

Inflect = Callable[[str, str], Iterable[tuple[str, frozenset[str]]]]
"""Gives every form of a lemma with its features; the second argument is ``v``, ``n`` or empty."""

NO_FEATURES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a form.

    ``category``: ``actor``, ``item``, ``place``, ``trigger``, ``report``, ``cue``, ``head``, ``function``, ``citation`` or
    ``reject``. ``kind`` and ``value`` are the words of the row (an actor's id is ``value``, its kind ``kind``; a trigger's
    frame is ``kind``, its activity ``value``; an item's ``features`` are itself and all above it). ``written`` keeps the accents, which a text may have lost.
    """

    category: str
    kind: str
    value: str
    written: str
    features: frozenset[str] = NO_FEATURES
    cased: bool = False
    extra: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the lexicon at ``start`` to ``end`` of a folded text, with every reading of it."""

    start: int
    end: int
    senses: tuple[Sense, ...]


class Lexicon:
    """A language's forms with their readings, found in any text in one pass."""

    def __init__(self, code: str, senses: dict[str, list[Sense]]) -> None:
        self.code = code
        self._senses = {form: tuple(dict.fromkeys(readings)) for form, readings in senses.items()}
        self._phrases = [form for form in self._senses if not _is_short_word(form, self._senses[form])]
        self._words = {form: self._senses[form] for form in self._senses if " " not in form}
        self._buckets: dict[tuple[str, int], list[str]] = {}
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._phrases, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def word(self, folded: str) -> tuple[Sense, ...]:
        """The readings of a single folded word, empty when it is none of the lexicon's."""
        return self._words.get(folded, ())

    def like(self, word: str) -> tuple[str, ...]:
        """The single words of about the same length that begin with the same letter: candidates for a misspelling."""
        if not self._buckets:
            for form in self._words:
                if len(form) > 4 and form.isalpha():
                    self._buckets.setdefault((form[0], len(form)), []).append(form)
        size = len(word)
        return tuple(
            form for length in (size - 1, size, size + 1) for form in self._buckets.get((word[0], length), ())
        )

    def scan(self, folded: str) -> Iterator[Hit]:
        """Every form that stands as whole words in a folded text, in order of its end; overlapping ones too."""
        size = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            before_ok = start == 0 or not folded[start - 1].isalnum() or not folded[start].isalnum()
            after_ok = end == size or not folded[end].isalnum() or not folded[end - 1].isalnum()
            if before_ok and after_ok:
                yield Hit(start, end, self._senses[self._phrases[index]])

    def __len__(self) -> int:
        return len(self._senses)


def _is_short_word(form: str, senses: tuple[Sense, ...]) -> bool:
    # Closed-class words of one token are looked up one by one: they would hit everywhere.
    return form.strip("'").isalnum() and all(sense.category == "function" for sense in senses)


def load_lexicon(code: str, folder: Path, inflect: Inflect) -> Lexicon:
    """The words of language ``code`` under ``folder`` (the ``reference`` folder), inflected.

    Raises TableError, naming file and row, for a table that is missing or has other columns.
    """
    home = folder / "languages" / code
    senses: dict[str, list[Sense]] = {}

    def add(form: str, sense: Sense) -> None:
        key = _key(form)
        if key:
            senses.setdefault(key, []).append(sense)

    for row in _rows(home / "names.csv", "form actor kind organ cased"):
        form = row["form"]
        add(form, Sense("actor", row["kind"], row["actor"], form, cased=row["cased"] == "1", extra=row["organ"]))
    parents = {row["id"]: row["parent"] for row in _rows(folder / "items.csv", "id parent")}
    for row in _rows(home / "items.csv", "form item ambiguous needs"):
        needs = _needs(row["needs"])
        kind = "ambiguous" if row["ambiguous"] == "1" else ""
        add(row["form"], Sense("item", kind, row["item"], row["form"], _line(row["item"], parents), needs=needs))
    held = {
        row["id"]: row["state"]
        for row in _rows(folder / "places.csv", "id state controller")
        if row["state"] == row["controller"]
    }
    for row in _rows(home / "places.csv", "form place"):
        add(row["form"], Sense("place", "", row["place"], row["form"], cased=True))
        state = held.get(row["place"])
        if state and not any(sense.category == "actor" for sense in senses.get(_key(row["form"]), ())):
            # a town stands for its State as an end of a delivery, where nobody else holds the place
            add(row["form"], Sense("actor", "port", state, row["form"], cased=True))
    for row in _rows(home / "reject.csv", "phrase cancels"):
        add(row["phrase"], Sense("reject", row["cancels"], "", row["phrase"]))
    for row in _rows(home / "heads.csv", "form kind"):
        for form, _ in inflect(row["form"], "n"):
            add(form, Sense("head", row["kind"], "", form))
    for row in _rows(home / "function.csv", "form class value"):
        add(row["form"], Sense("function", row["class"], row["value"], row["form"]))
    for row in _rows(home / "calendar.csv", "kind form value"):
        if row["kind"] in ("month", "weekday", "season") and "<" not in row["form"]:
            add(row["form"], Sense("function", "time", row["value"], row["form"]))
    for row in _rows(home / "triggers.csv", "lemma part frame activity item reflexive"):
        extra = "reflexive" if row["reflexive"] == "1" else ""
        for form, features in inflect(row["lemma"], row["part"]):
            tagged = features | {row["part"]}
            add(
                form, Sense("trigger", row["frame"], row["activity"], form, tagged, extra=extra, needs=(row["item"],))
            )
    for row in _rows(home / "reporting.csv", "lemma modality"):
        for form, features in inflect(row["lemma"], "v"):
            add(form, Sense("report", row["lemma"], row["modality"], form, features | {"v"}))
    for row in _rows(home / "cues.csv", "cue axis value direction part control"):
        cue = row["cue"].removeprefix("se ").removeprefix("s'") if row["part"] == "v" else row["cue"]
        for form, features in inflect(cue, row["part"]):
            marks = (row["part"], row["direction"], "refl" if cue != row["cue"] else "")
            tagged = features | {mark for mark in marks if mark}
            add(form, Sense("cue", row["axis"], row["value"], form, tagged, extra=row["control"]))
    return Lexicon(code, senses)


def _key(form: str) -> str:
    """The folded form; plain ASCII, which most are, only wants lower case."""
    return form.lower().strip() if form.isascii() else fold(form).text.strip()


@cache
def _needs(cell: str) -> tuple[str, ...]:
    return tuple(_key(word) for word in cell.split(";") if word.strip())


def _line(item: str, parents: dict[str, str]) -> frozenset[str]:
    """The item and everything above it in the item table."""
    line: list[str] = []
    while item and item not in line:
        line.append(item)
        item = parents.get(item, "")
    return frozenset(line)


def _rows(path: Path, columns: str) -> Iterator[dict[str, str]]:
    wanted = columns.split()
    try:
        handle = path.open(encoding="utf-8", newline="")
    except FileNotFoundError:
        raise TableError(
            f"{path.name} of the words in {path.parent.name} is missing: reinstall the package"
        ) from None
    with handle:
        reader = csv.reader(handle)
        header = next(reader, [])
        lacking = [column for column in wanted if column not in header]
        if lacking:
            raise TableError(
                f"{path.name}, row 1: column '{lacking[0]}' is missing; expected {columns.replace(' ', ', ')}"
            )
        for number, cells in enumerate(reader, start=2):
            if len(cells) != len(header):
                raise TableError(f"{path.name}, row {number}: {len(cells)} columns found, {len(header)} expected")
            yield dict(zip(header, cells, strict=True))
