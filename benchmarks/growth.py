"""Whether time grows with the text and no faster: microseconds a byte at 10 kB, 100 kB, 1 MB and 10 MB, as ratios.

Run with ``python benchmarks/growth.py [--largest BYTES] [--kinds WORD,WORD] [--json]``. Each kind of text is read from end to
end (documents, extract, match, assess) in one process and timed by the processor's clock; the ratio is the time a byte of
the largest text over that of a tenth of it. All sizes take an hour or more; ``--largest 100000`` takes minutes; ``--kinds``
keeps the kinds whose names hold one of the words. Exit code 1 when a ratio is above its limit. It also tells how long ten
thousand cue rows take to load against the shipped ones, as a ratio a row.
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

from news_mix import articles

from checker import bundle
from checker.documents.reading import document_from_text, read_document
from checker.extract.languages import grammar_of
from checker.lexicon import load_lexicon
from checker.pipeline import Checker, check_document, load_checker

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LIMIT = 2.0
CUE_ROWS = 10_000

NEWS = (
    "North Korea shipped artillery shells to Russia in April, the White House said on Tuesday. Moscow denies it.\n\n"
    "Resolution 1718 (2006) bans such sales, and the Council widened the ban in 2009, a diplomat added.\n\n"
    "The weather was fine at the port, and the trains that people had counted in the spring were gone by then.\n\n"
)
NEWS_FR = (
    "La Corée du Nord a livré des obus à la Russie en avril, selon Séoul. Moscou le nie.\n\n"
    "La résolution 1718 (2006) interdit ces ventes, a rappelé un diplomate mercredi.\n\n"
)

DEEDS = " ".join(
    f"On {day} {month} {year} Iran sold missiles to Russia."
    for year in range(1990, 2020)
    for month in ("January", "March", "May")
    for day in (3, 9, 15, 22)
)
ORDINARY = "\n\n".join(
    raw.decode("utf-8").split("---\n", 2)[2] for _, raw, _ in islice(articles(400, seed=11), 400) if b" the " in raw
)
_WEB = "a web page"

KINDS: dict[str, tuple[str, str]] = {
    "ordinary news, repeated": ("en", NEWS),
    "French news, repeated": ("fr", NEWS_FR),
    "one line": ("en", NEWS.replace("\n\n", " ")),
    "one line without a full stop": ("en", "North Korea shipped artillery shells to Russia and "),
    "names and nothing else": ("en", "Iran Russia Pyongyang Moscow Seoul Hezbollah "),
    "quotation marks": ("en", 'Iran "sold" "shells "to" Russia" '),
    "brackets": ("en", "(Iran [sold {shells] to) Russia (((( "),
    "commas": ("en", "Iran, Russia, Syria, sold, shells, "),
    "resolutions": ("en", "resolutions 1718, 1874 and 2270 (2016) of the Security Council, "),
    "times": ("en", "in April 2024, on Tuesday, since May 2019, two weeks ago, "),
    "numbers": ("en", "1,234,567.89 10,000 12 000 3.5 million "),
    "empty lines": ("en", "Iran sold shells.\n\n\n\n"),
    "short lines": ("en", "Iran sold\nshells to\nRussia\n"),
    "Markdown": ("en", "**Iran** [sold](https://a.example) __shells__ * [ ]( "),
    "lists": ("en", "- Iran: 20 missiles to Russia\n- Syria: shells, rifles and mortars\n\n"),
    "opening brackets alone": ("en", "Iran sold shells to Russia " + "(" * 9_000),
    "quotation marks alone": ("en", "Iran sold shells to Russia " + '"' * 9_000),
    "capitals": ("en", NEWS.upper()),
    "denials": ("en", "Iran sold drones to Russia. Iran denies it. Moscow denies all the accusations. "),
    "a day a deed": ("en", DEEDS),
    "ordinary articles": ("en", ORDINARY),
    "a web page": ("en", "<p>" + NEWS.replace("\n\n", "</p>\n<p>") + "</p>\n"),
    "one long word": ("en", "missile"),
    "hyphens at line ends": ("en", "artil-\nlery mis-\nsiles "),
}


def text_of(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def time_a_byte(language: str, piece: str, size: int, checker: Checker, page: bool = False) -> float:
    text = text_of(piece, size)

    def read() -> None:
        check_document(document_from_text(text, published=date(2024, 5, 14), language=language), checker)

    def read_page() -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            head = "<!DOCTYPE html><html lang='en'><head><title>News</title></head><body><article>"
            path.write_text(head + text + "</article></body></html>", encoding="utf-8")
            check_document(read_document(path, published=date(2024, 5, 14), language=language), checker)

    # the least of several short runs: whatever else the machine does only adds
    return min(seconds(read_page if page else read) for _ in range(2 if size <= SIZES[0] else 1)) / size * 1e6


def cues_a_row(rows: int) -> float:
    """Microseconds to load one cue row of a language that has about so many of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reference"
        shutil.copytree(bundle.folder("reference"), folder)
        file = folder / "languages" / "en" / "cues.csv"
        header, *given = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
        plain = [row for row in given if row[header.index("part")] == ""]
        made = [[f"{row[0]} number {at}", *row[1:]] for at in range(rows // len(plain) + 1) for row in plain]
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows([header, *made[:rows]])
        grammar = grammar_of("en")

        def load() -> None:
            load_lexicon(
                "en", folder, lambda lemma, part: ((o.form, o.features) for o in grammar.inflect(lemma, part))
            )

        return min(seconds(load) for _ in range(5)) * 1e6


def measure(largest: int, kinds: tuple[str, ...] = ()) -> tuple[dict[str, dict[int, float]], dict[str, float]]:
    checker = load_checker()
    for language, piece in (("en", NEWS), ("fr", NEWS_FR)):
        time_a_byte(language, piece, 10_000, checker)  # compiles what is compiled late
    times: dict[str, dict[int, float]] = {}
    for kind, (language, piece) in KINDS.items():
        if kinds and not any(word in kind for word in kinds):
            continue
        times[kind] = {
            size: time_a_byte(language, piece, size, checker, kind == _WEB) for size in SIZES if size <= largest
        }
        shown = "".join(f"{one:9.3f}" for one in times[kind].values())
        print(f"{kind:<32}{shown}   x{_growth(times[kind]):.2f}", file=sys.stderr, flush=True)
    ratios = {kind: round(_growth(taken), 2) for kind, taken in times.items()}
    if not kinds:
        few, many = cues_a_row(1_000), cues_a_row(CUE_ROWS)
        ratios["ten thousand cue rows / a thousand"] = round(many / few, 2)
    return times, ratios


def _growth(taken: dict[int, float]) -> float:
    return taken[max(taken)] / taken[max(taken) // 10]


def main() -> int:
    arguments = sys.argv[1:]
    largest = int(arguments[arguments.index("--largest") + 1]) if "--largest" in arguments else SIZES[-1]
    kinds = tuple(arguments[arguments.index("--kinds") + 1].split(",")) if "--kinds" in arguments else ()
    times, ratios = measure(largest, kinds)
    if "--json" in arguments:
        print(json.dumps({"microseconds a byte": times, "ratios": ratios}, indent=1))
    else:
        for name, ratio in ratios.items():
            print(f"{ratio:8.2f}     {name} (limit {LIMIT})")
    return int(any(ratio > LIMIT for ratio in ratios.values()))


if __name__ == "__main__":
    sys.exit(main())
