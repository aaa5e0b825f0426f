"""How long ten thousand rows of cues take to load, and whether so many make reading slower; needs no data.

The rows are made up from a few words, so that many begin alike, which is the worst case for a look-up by first words. Each
side is timed in turns in one process and the best turn counts.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path

from benchmarks.quality_data.engine import CueRow
from benchmarks.quality_data.figures import Figure, Measure
from checker import bundle
from checker.extract.languages import grammar_of
from checker.lexicon import Lexicon, load_lexicon
from checker.text import fold

ROWS = 10_000
ROUNDS = 7
LIMIT_LOAD = 10.0
LIMIT_READ = 1.5

_FIRST = ("no", "not", "never", "without", "nothing", "nobody", "hardly", "unlikely", "lacks", "denies")
_SECOND = ("sign", "trace", "proof", "hint", "word", "evidence", "record", "report", "case", "news")
_TEXT = (
    "Officials in the capital said on Monday that there was no evidence of any delivery and that nobody had asked for one, "
    "while the ministry denies that its trucks went without papers. "
) * 200


def made_up(number: int) -> tuple[CueRow, ...]:
    """So many different rows."""
    phrases = (" ".join(words) for size in (2, 3, 4, 5) for words in product(_FIRST, *[_SECOND] * (size - 1)))
    return tuple((phrase, "polarity", "neg", "fwd", "", "") for phrase in islice(phrases, number))


def _load(rows: tuple[CueRow, ...]) -> Lexicon:
    grammar = grammar_of("en")

    def inflected(lemma: str, part: str) -> Iterator[tuple[str, frozenset[str]]]:
        return ((one.form, one.features) for one in grammar.inflect(lemma, part))

    return load_lexicon("en", bundle.folder("reference"), inflected, cues=rows)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def score(data: Path) -> tuple[Figure, ...]:
    """Loading against reading the same rows as CSV, and a scan with them against a scan with ten of them."""
    del data
    rows = made_up(ROWS)
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    table = written.getvalue()
    folded = fold(_TEXT).text
    many, few = _load(rows), _load(rows[:10])
    sides: dict[str, Callable[[], object]] = {
        "with": lambda: _load(rows),
        "without": lambda: _load(()),
        "csv": lambda: list(csv.reader(io.StringIO(table))),
        "scan many": lambda: list(many.scan(folded)),
        "scan few": lambda: list(few.scan(folded)),
    }
    best = dict.fromkeys(sides, float("inf"))
    for _ in range(ROUNDS):
        for name, work in sides.items():
            best[name] = min(best[name], _seconds(work))
    added = max(best["with"] - best["without"], 0.0)
    shown = f"{added * 1000:.0f} ms for {ROWS} rows beside {best['csv'] * 1000:.0f} ms"
    return (
        Figure(
            "loading 10,000 cues / reading them as CSV", added / best["csv"], LIMIT_LOAD, below=True, details=(shown,)
        ),
        Figure("a scan with 10,000 cues / with ten", best["scan many"] / best["scan few"], LIMIT_READ, below=True),
    )


MEASURE = Measure(
    "cues", (), ("loading 10,000 cues / reading them as CSV", "a scan with 10,000 cues / with ten"), score
)
