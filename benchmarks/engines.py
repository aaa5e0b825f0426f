"""What an engine costs beside this machine's own processes, and what a million articles cost, from one run here.

Run with ``python benchmarks/engines.py [--documents N] [--engines dask,spark] [--json]``. The mix is 95 % ordinary news and
5 % articles of ``tests/corpus``, in both languages. Each way of running takes a half and then all of the documents, in
turns: the difference is what documents cost, the rest is what starting costs. Times are told as ratios to one process of
this machine; processor time of all processes is told beside, since it does not depend on who else uses the machine.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = sorted((ROOT / "tests" / "corpus" / "articles").glob("*.md"))
RELEVANT = 20  # one in so many
NEEDS = {"dask": "distributed", "spark": "pyspark"}
ORDINARY = {
    "en": (
        "The council of {place} voted on {n} metres of new pavement on Tuesday.",
        "Residents of {place} had asked for it for {n} months, the mayor said, and the work starts in spring.",
        "A choir of {n} children sang in front of the library before the meeting.",
        "The opposition called the budget too small and asked for an audit of the last {n} contracts.",
        "Trains between {place} and the coast will run every {n} minutes from Monday.",
    ),
    "fr": (
        "Le conseil municipal de {place} a voté mardi la réfection de {n} mètres de trottoir.",
        "Les habitants de {place} la demandaient depuis {n} mois, selon le maire, et les travaux commencent au printemps.",
        "Une chorale de {n} enfants a chanté devant la bibliothèque avant la séance.",
        "L’opposition juge le budget trop faible et demande un audit des {n} derniers marchés.",
        "Les trains entre {place} et la côte passeront toutes les {n} minutes dès lundi.",
    ),
}
PLACES = ("Northwick", "Saint-Aubin", "Eastmere", "Vallonne", "Millbridge", "Courtelle")


def ordinary(number: int) -> str:
    """An invented article of about three thousand characters about nothing that a rule forbids."""
    language = ("en", "fr")[number % 2]
    lines = [
        ORDINARY[language][(number + at) % 5].format(
            place=PLACES[(number * 7 + at) % 6], n=3 + (number * 31 + at) % 900
        )
        for at in range(36)
    ]
    head = f"---\ntitle: {PLACES[number % 6]} {number}\npublished: 2024-05-14\nlanguage: {language}\nsynthetic: true\n---\n\n"
    return head + "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, 36, 4)) + "\n"


def mix(folder: Path, count: int) -> None:
    """So many articles, every twentieth one with something in it."""
    folder.mkdir()
    for number in range(count):
        words = ordinary(number)
        if number % RELEVANT == RELEVANT // 2:
            words = ARTICLES[(number // RELEVANT) % len(ARTICLES)].read_text(encoding="utf-8")
        (folder / f"{number:06}.md").write_text(words, encoding="utf-8")


def taken(folder: Path, out: Path, more: tuple[str, ...]) -> tuple[float, float]:
    """Seconds on the clock and of processors, of the run with all its processes."""
    asked = [
        sys.executable,
        "-m",
        "checker",
        "check",
        str(folder),
        "-o",
        str(out),
        "-f",
        "json",
        "--as-of",
        "2026-11-23",
        *more,
    ]
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(asked, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(documents: int, engines: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """For each way of running: seconds a document (clock, processor), seconds to start, whether the bytes are the same."""
    ways: dict[str, tuple[str, ...]] = {"one process": (), "two processes": ("-j", "2")}
    ways |= {f"{name}, two workers": ("--engine", name, "-j", "2") for name in engines}
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        mix(place / "half", documents // 2)
        mix(place / "all", documents)
        for way, more in ways.items():
            half_clock, half_work = taken(place / "half", place / "out", more)
            clock, work = taken(place / "all", place / way, more)
            more_documents = documents - documents // 2
            a_document = (clock - half_clock) / more_documents
            same = (place / way / "results.jsonl").read_bytes() == (
                place / "one process" / "results.jsonl"
            ).read_bytes()
            found[way] = {
                "seconds a document": a_document,
                "processor seconds a document": (work - half_work) / more_documents,
                "seconds to start": max(0.0, clock - a_document * documents),
                "same bytes": float(same),
            }
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=4_000)
    parser.add_argument("--engines", default="dask,spark")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    there = tuple(name for name in asked.engines.split(",") if name and importlib.util.find_spec(NEEDS[name]))
    for name in set(asked.engines.split(",")) - set(there) - {""}:
        print(f"not measured: {name}, which is not installed", file=sys.stderr)
    found = measure(asked.documents, there)
    one = found["one process"]["seconds a document"]
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        print(f"{'':24}{'speed':>8}{'processor':>11}{'start':>9}{'a million, 100 cores':>22}{'same bytes':>12}")
        work = found["one process"]["processor seconds a document"]
        for way, figures in found.items():
            hours = figures["processor seconds a document"] * 1e6 / 100 / 3600
            print(
                f"{way:24}{one / figures['seconds a document']:8.2f}{figures['processor seconds a document'] / work:11.2f}"
                f"{figures['seconds to start'] / one:9.0f}{hours:20.2f} h{'yes' if figures['same bytes'] else 'NO':>12}"
            )
        print(
            "speed: documents in the same time, as a ratio to one process; processor: time of all processes, likewise;"
        )
        print(
            f"start: in documents of one process, of which one took {one * 1000:.1f} ms ({work * 1000:.1f} ms of a processor)"
        )
    return int(not all(figures["same bytes"] for figures in found.values()))


if __name__ == "__main__":
    sys.exit(main())
