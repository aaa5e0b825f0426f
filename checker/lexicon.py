"""One language's words, read from ``reference/languages/<code>/`` and compiled for one pass over a text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from checker.errors import TableError
from checker.overlay import words_laid
from checker.records import record
from checker.text import fold_each
from checker.whole_words import WholeWords

Inflect = Callable[[str, str], Iterable[tuple[str, frozenset[str]]]]
"""Gives every form of a lemma with its features; the second argument is ``v``, ``n`` or empty."""

NO_FEATURES: frozenset[str] = frozenset()


@record
class Sense:
    """One reading of a form.

    ``category``: ``actor``, ``item``, ``place``, ``city``, ``trigger``, ``report``, ``cue``, ``head``, ``function``, ``citation``,
    ``ordinary`` (a word that only looks like one of the others) or ``reject``. ``kind`` and ``value`` are the words of the row (an actor's id is ``value``, its kind ``kind``; a trigger's
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


@record
class Hit:
    """A form of the lexicon at ``start`` to ``end`` of a folded text, with every reading of it."""

    start: int
    end: int
    senses: tuple[Sense, ...]


Row = tuple[Any, ...]
"""The cells of a row that a reading is made of; of an inflected word the form and its features come first."""
Make = Callable[[Row], Sense]


class Lexicon:
    """A language's forms with their readings, found in any text in one pass.

    Of the forms, of which a text holds few, the readings are made when they are asked for.
    """

    def __init__(self, code: str, words: WholeWords[Sense]) -> None:
        self.code = code
        self._words = words
        self._made: dict[str, tuple[Sense, ...]] = {}
        self._buckets: dict[tuple[str, int], dict[str, None]] = {}
        self._near: dict[tuple[str, int], tuple[str, ...]] = {}

    def word(self, folded: str) -> tuple[Sense, ...]:
        """The readings of a single folded word, empty when it is none of the lexicon's."""
        found = self._made.get(folded)
        if found is None and folded.isalnum() and not self._words.begins(folded):
            return ()
        return self._senses(folded) if " " not in folded else ()

    def begins(self, folded: str) -> bool:
        """True when some form is, or begins with, this folded word."""
        return self._words.begins(folded)

    def like(self, word: str) -> tuple[str, ...]:
        """The single words of about the same length that begin with the same letter: candidates for a misspelling."""
        if not self._buckets:
            for form in self._words.forms():
                if len(form) > 4 and form.isalpha():
                    self._buckets.setdefault((form[0], len(form)), {})[form] = None
        size = len(word)
        near = self._near.get((word[0], size))
        if near is None:
            near = tuple(
                form for length in (size - 1, size, size + 1) for form in self._buckets.get((word[0], length), ())
            )
            if near:
                self._near[word[0], size] = near
        return near

    def scan(self, folded: str) -> Iterator[Hit]:
        """Every form that stands as whole words in a folded text, in order of its end; overlapping ones too.

        Not closed-class words of one token, which are looked up one by one: they would hit everywhere.
        """
        for start, end in self._words.find(folded):
            form = folded[start:end]
            senses = self._senses(form)
            if not form.strip("'").isalnum() or any(sense.category != "function" for sense in senses):
                yield Hit(start, end, senses)

    def _senses(self, form: str) -> tuple[Sense, ...]:
        found = self._made.get(form)
        if found is None:
            found = tuple(dict.fromkeys(self._words.meanings(form)))
            if found:
                self._made[form] = found
        return found


def load_lexicon(
    code: str, folder: Path, inflect: Inflect, overlay: Path | None = None, cues: Sequence[Row] | None = None
) -> Lexicon:
    """The words of language ``code`` under ``folder`` (the ``reference`` folder), inflected; those of ``overlay`` laid over.

    ``cues`` are read in place of the table of cues: phrase, axis, value, direction, part and control of each.
    Raises TableError, naming file and row, for a table that is missing or has other columns.
    """
    home = folder / "languages" / code
    over = overlay / "languages" / code if overlay is not None else None
    words: WholeWords[Sense] = WholeWords()

    def add_listed(make: Make, table: _Table) -> None:
        pick = table.pick
        words.add(table.first_column(), table.rows, lambda row: make(pick(row)))

    def add_inflected(make: Make, part_of: Callable[[Row], tuple[str, str]], rows: Sequence[Row]) -> None:
        tagged = [(form, features, *row) for row in rows for form, features in inflect(*part_of(row))]
        words.add([row[0] for row in tagged], tagged, make)

    parents: dict[str, str] = dict(_read(folder / "items.csv", "id parent", overlay).picked())
    lines = {item: _line(item, parents) for item in parents}

    def item(row: Row) -> Sense:
        form, name, ambiguous, needs = row
        line = lines.get(name) or _line(name, parents)
        return Sense("item", "ambiguous" if ambiguous == "1" else "", name, form, line, needs=_needs(needs))

    names = read_names(home, over)
    named = [row[0] for row in names]
    words.add(named, names, _actor)
    things = _read(home / "items.csv", "form item ambiguous needs", over)
    add_listed(item, things)
    if code == "en":
        # "three CH-4s", "MiG-29s"
        designators = [(row[0] + "s", *row[1:]) for row in things.picked() if row[0][-1:].isdigit()]
        words.add([row[0] for row in designators], designators, item)
    states = {
        place: state
        for place, state, controller in _read(folder / "places.csv", "id state controller", overlay).picked()
        if state and state == controller
    }
    places = tuple(_placed(_read(home / "places.csv", "form place", over).picked(), states, named))
    words.add([row[0] for row, _ in places], places, lambda place: place[1](place[0]))
    add_listed(_city, _read(home / "cities.csv", "form state kind", over))
    add_listed(_reject, _read(home / "reject.csv", "phrase cancels", over))
    add_listed(_ordinary, _read(home / "ordinary.csv", "form near", over))
    add_inflected(_head, lambda row: (row[0], "n"), _read(home / "heads.csv", "form kind", over).picked())
    add_listed(_function, _read(home / "function.csv", "form class value", over))
    calendar = _read(home / "calendar.csv", "form kind value").picked()
    times = [(form, "time", value) for form, kind, value in calendar if _is_word_of_time(form, kind)]
    words.add([row[0] for row in times], times, _function)
    triggers = _read(home / "triggers.csv", "lemma part frame activity item reflexive", over)
    add_inflected(_trigger, lambda row: (row[0], row[1]), triggers.picked())
    add_inflected(_report, lambda row: (row[0], "v"), _read(home / "reporting.csv", "lemma modality", over).picked())
    if cues is None:
        cues = _read(home / "cues.csv", "cue axis value direction part control", over).picked()
    add_inflected(_cue, lambda row: (_plain_cue(row[0], row[4]), row[4]), cues)
    return Lexicon(code, words)


@lru_cache(maxsize=4)
def read_names(home: Path, over: Path | None = None) -> list[Row]:
    """Form, actor, kind, organ and case of each row of the names in the folder of a language, read once."""
    return _read(home / "names.csv", "form actor kind organ cased", over).picked()


def _actor(row: Row) -> Sense:
    form, actor, kind, organ, cased = row
    return Sense("actor", kind, actor, form, cased=cased == "1", extra=organ)


def _placed(rows: list[Row], states: Mapping[str, str], names: list[str]) -> Iterator[tuple[Row, Make]]:
    """Places; a town that is nobody's name stands for its State too, as an end of a delivery."""
    known = set(map(str.strip, fold_each(names)))
    for row, folded in zip(rows, fold_each(row[0] for row in rows), strict=True):
        yield row, _place
        state = states.get(row[1])
        if state is not None and folded.strip() not in known:
            known.add(folded.strip())
            yield (row[0], state), _port


def _port(row: Row) -> Sense:
    form, state = row
    return Sense("actor", "port", state, form, cased=True)


def _place(row: Row) -> Sense:
    form, place = row
    return Sense("place", "", place, form, cased=True)


def _city(row: Row) -> Sense:
    form, state, kind = row
    return Sense("city", kind, state, form, cased=kind == "city")


def _reject(row: Row) -> Sense:
    phrase, cancels = row
    return Sense("reject", cancels, "", phrase)


def _function(row: Row) -> Sense:
    form, kind, value = row
    return Sense("function", kind, value, form)


def _ordinary(row: Row) -> Sense:
    form, near = row
    return Sense("ordinary", "", near, form)


def _head(row: Row) -> Sense:
    form, _, _, kind = row
    return Sense("head", kind, "", form)


def _trigger(row: Row) -> Sense:
    form, features, _, part, frame, activity, item, reflexive = row
    extra = "reflexive" if reflexive == "1" else ""
    return Sense("trigger", frame, activity, form, features | {part}, extra=extra, needs=(item,))


def _report(row: Row) -> Sense:
    form, features, lemma, modality = row
    return Sense("report", lemma, modality, form, features | {"v"})


def _cue(row: Row) -> Sense:
    form, features, cue, axis, value, direction, part, control = row
    marks = (part, direction, "refl" if _plain_cue(cue, part) != cue else "")
    return Sense("cue", axis, value, form, features | {mark for mark in marks if mark}, extra=control)


def _plain_cue(cue: str, part: str) -> str:
    return cue.removeprefix("se ").removeprefix("s'") if part == "v" else cue


def _is_word_of_time(form: str, kind: str) -> bool:
    return kind in ("month", "weekday", "season") and "<" not in form


@cache
def _needs(cell: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in fold_each(word for word in cell.split(";") if word.strip()))


def _line(item: str, parents: dict[str, str]) -> frozenset[str]:
    """The item and everything above it in the item table."""
    line: list[str] = []
    while item and item not in line:
        line.append(item)
        item = parents.get(item, "")
    return frozenset(line)


class _Table(NamedTuple):
    """The rows of a file, with the places of the columns that are wanted, in that order."""

    rows: list[list[str]]
    places: tuple[int, ...]

    @property
    def pick(self) -> Callable[[list[str]], Row]:
        """Gives the wanted cells of a row."""
        return itemgetter(*self.places)

    def picked(self) -> list[Row]:
        """The wanted cells of every row."""
        return list(map(self.pick, self.rows))

    def first_column(self) -> list[str]:
        """The cells of the first column wanted, which is that of the form."""
        return list(map(itemgetter(self.places[0]), self.rows))


def _read(path: Path, columns: str, over: Path | None = None) -> _Table:
    wanted = columns.split()
    try:
        handle = path.open(encoding="utf-8", newline="")
    except FileNotFoundError:
        raise TableError(
            f"{path.name} of the words in {path.parent.name} is missing: reinstall the package"
        ) from None
    with handle:
        rows = list(csv.reader(handle))
    header = rows.pop(0) if rows else []
    lacking = [column for column in wanted if column not in header]
    if lacking:
        raise TableError(
            f"{path.name}, row 1: column '{lacking[0]}' is missing; expected {columns.replace(' ', ', ')}"
        )
    if not set(map(len, rows)) <= {len(header)}:
        number, cells = next((n, cells) for n, cells in enumerate(rows, start=2) if len(cells) != len(header))
        raise TableError(f"{path.name}, row {number}: {len(cells)} columns found, {len(header)} expected")
    if over is not None and (over / path.name).is_file():
        rows = words_laid(header, rows, over / path.name)
    return _Table(rows, tuple(map(header.index, wanted)))
