"""How fast a stream of news is read, beside programs that do a part of the same work, as ratios of one run.

Run with ``python benchmarks/speed.py [--documents N] [--parts LIST] [--json]``; N is 20,000, and the peers (spacy, eyecite,
ahocorasick_rs, RapidFuzz) have to be installed: they are no dependencies. Documents are those of ``news_mix``: 95 of a
hundred ordinary, half of each language. Programs take turns over pieces of the stream and are timed by the processor's
clock, so that a busy machine slows all of them. ``--parts`` is a list out of peers, rapidfuzz, length, rows, workers,
memory. Exit code 1 when a ratio misses its bar.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from news_mix import articles

from checker.corpus import Reading, check_one
from checker.documents.reading import document_from_text
from checker.documents.sources import Source
from checker.extract.reading import lexicon_of
from checker.extract.sentences import split_sentences
from checker.formats.results import json_line, record
from checker.pipeline import Checker, check_document, load_checker

PIECE = 250
WARM = 40
BARS = {
    "spacy / ours": (">=", 1.0),
    "eyecite / ours": (">=", 1.0),
    "ours / floor": ("<=", 4.0),
    "rapidfuzz / ours, relevant": (">=", 10.0),
    "a document, all / a tenth": ("<=", 1.25),
    "a byte, ten times as long / as it is": ("<=", 1.25),
    "tables 10x / 1x": ("<=", 5.0),
    "tables 100x / 1x": ("<=", 50.0),
    "one worker / two": (">=", 1.6),
    "memory, ten times the documents / one": ("<=", 1.25),
}

File = tuple[Path, bool]


def write_mix(folder: Path, count: int) -> list[File]:
    folder.mkdir(parents=True, exist_ok=True)
    files: list[File] = []
    for name, raw, told in articles(count):
        (folder / name).write_bytes(raw)
        files.append((folder / name, told))
    return files


def in_turns(files: list[File], programs: dict[str, Callable[[list[File]], object]]) -> dict[str, float]:
    """Seconds of the processor that each program takes, piece by piece in turns; the first pieces only warm up."""
    for work in programs.values():
        work(files[:WARM])
    taken = dict.fromkeys(programs, 0.0)
    for at in range(0, len(files), PIECE):
        piece = files[at : at + PIECE]
        for name, work in programs.items():
            begin = time.process_time()
            work(piece)
            taken[name] += time.process_time() - begin
    return taken


def ours(checker: Checker, out: Path) -> Callable[[list[File]], None]:
    """The whole job of a run: read, decode, hash, check, write the line of results.jsonl."""
    reading = Reading()

    def work(files: list[File]) -> None:
        with out.open("ab") as stream:
            for path, _ in files:
                result = check_one(Source(path, path.name), reading, checker)
                stream.write(json_line(record(result)).encode("utf-8"))

    return work


def terms_of(checker: Checker) -> dict[str, list[str]]:
    """The folded forms of each language's words: the vocabulary that every peer looks for."""
    return {
        code: sorted({form for form in lexicon_of(code, checker.words)._words.forms() if form.strip()})
        for code in ("en", "fr")
    }


def spacy_matcher(terms: dict[str, list[str]]) -> Callable[[list[File]], None]:
    """A blank pipeline with a PhraseMatcher over the same terms, in small letters; the language is given to it."""
    import spacy
    from spacy.matcher import PhraseMatcher

    made = {}
    for code, forms in terms.items():
        pipeline = spacy.blank(code)
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        matcher.add("terms", list(pipeline.tokenizer.pipe(forms)))
        made[code] = (pipeline, matcher)

    def work(files: list[File]) -> None:
        for path, _ in files:
            text = path.read_bytes().decode("utf-8")
            pipeline, matcher = made["fr" if " les " in text else "en"]
            matcher(pipeline(text))

    return work


def eyecite_finder() -> Callable[[list[File]], None]:
    from eyecite import get_citations

    def work(files: list[File]) -> None:
        for path, _ in files:
            get_citations(path.read_bytes().decode("utf-8"))

    return work


def floor(terms: dict[str, list[str]], out: Path) -> Callable[[list[File]], None]:
    """One pass of an automaton over the same vocabulary, with reading, decoding, hashing and writing a line."""
    import ahocorasick_rs

    every = ahocorasick_rs.AhoCorasick(sorted({form for forms in terms.values() for form in forms}))

    def work(files: list[File]) -> None:
        with out.open("a", encoding="utf-8") as stream:
            for path, _ in files:
                raw = path.read_bytes()
                hits = every.find_matches_as_indexes(raw.decode("utf-8").lower())
                line = {"source": path.name, "sha256": hashlib.sha256(raw).hexdigest(), "hits": len(hits)}
                stream.write(json.dumps(line) + "\n")

    return work


def rapidfuzz_scorer(checker: Checker) -> Callable[[list[File]], None]:
    """Every sentence against every provision, by the best of its words: what a matcher without frames would do."""
    from rapidfuzz import fuzz, process

    rows = {
        "en": [one.summary for one in checker.reference.provisions],
        "fr": [one.summary_fr for one in checker.reference.provisions],
    }

    def work(files: list[File]) -> None:
        for path, _ in files:
            text = path.read_bytes().decode("utf-8")
            code = "fr" if " les " in text else "en"
            sentences = [text[one.start : one.end] for one in split_sentences(text, 0, len(text), code)]
            process.cdist(sentences, rows[code], scorer=fuzz.token_set_ratio)

    return work


def peers(folder: Path, files: list[File], checker: Checker) -> Iterator[tuple[str, float]]:
    terms = terms_of(checker)
    programs = {
        "ours": ours(checker, folder / "ours.jsonl"),
        "spacy": spacy_matcher(terms),
        "eyecite": eyecite_finder(),
        "floor": floor(terms, folder / "floor.jsonl"),
    }
    taken = in_turns(files, programs)
    for name, seconds in taken.items():
        print(f"{seconds / len(files) * 1e3:9.3f} ms a document  {name}", file=sys.stderr)
    yield "spacy / ours", taken["spacy"] / taken["ours"]
    yield "eyecite / ours", taken["eyecite"] / taken["ours"]
    yield "ours / floor", taken["ours"] / taken["floor"]


def relevant(folder: Path, files: list[File], checker: Checker) -> Iterator[tuple[str, float]]:
    told = [one for one in files if one[1]][:500]
    taken = in_turns(told, {"ours": ours(checker, folder / "told.jsonl"), "rapidfuzz": rapidfuzz_scorer(checker)})
    yield "rapidfuzz / ours, relevant", taken["rapidfuzz"] / taken["ours"]


def growth(folder: Path, files: list[File], checker: Checker) -> Iterator[tuple[str, float]]:
    """In documents: the last tenth of the stream beside the first; in length: ten relevant articles as one."""
    work = ours(checker, folder / "growth.jsonl")
    tenth = max(len(files) // 10, 1)
    work(files[:WARM])
    begin = time.process_time()
    work(files[:tenth])
    first = time.process_time() - begin
    work(files[tenth : -tenth or None])
    begin = time.process_time()
    work(files[-tenth:])
    last = time.process_time() - begin
    yield "a document, all / a tenth", last / first
    told = [path.read_text(encoding="utf-8").split("---\n", 2)[2] for path, told in files if told]
    english = [text for text in told if " the " in text][:200]
    short = long = 0.0
    for at in range(0, len(english) - 9, 10):
        begin = time.process_time()
        for text in english[at : at + 10]:
            check_document(document_from_text(text, language="en"), checker)
        short += time.process_time() - begin
        begin = time.process_time()
        check_document(document_from_text("\n\n".join(english[at : at + 10]), language="en"), checker)
        long += time.process_time() - begin
    if short:
        yield "a byte, ten times as long / as it is", long / short


def rows(folder: Path, files: list[File], checker: Checker) -> Iterator[tuple[str, float]]:
    """The law ten and a hundred times as large, each copy aimed at actors of its own; loading is not counted."""
    told = [one for one in files if one[1]][:100]
    programs = {"1": ours(checker, folder / "1.jsonl")}
    for times in (10, 100):
        larger = replace(checker, reference=_larger(checker, times))
        programs[str(times)] = ours(larger, folder / f"{times}.jsonl")
    taken = in_turns(told, programs)
    yield "tables 10x / 1x", taken["10"] / taken["1"]
    yield "tables 100x / 1x", taken["100"] / taken["1"]


def _larger(checker: Checker, times: int):  # type: ignore[no-untyped-def]
    given = checker.reference.provisions
    copies = (
        replace(
            one,
            id=f"{one.resolution + 10_000 * copy}:{one.paragraph}",
            resolution=one.resolution + 10_000 * copy,
            regime=f"{one.regime}_{copy}",
            targets=tuple(f"{target}_{copy}" for target in one.targets) or (f"nobody_{copy}",),
            elements=(),
        )
        for copy in range(1, times)
        for one in given
    )
    return replace(checker.reference, provisions=(*given, *copies))


def _run(folder: Path, out: Path, jobs: int) -> tuple[float, float]:
    """Seconds by the clock and the largest resident set, in megabytes, of a run over a folder."""
    program = (
        "import resource, subprocess, sys, time; begin = time.perf_counter(); "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    command = [sys.executable, "-m", "checker", "check", str(folder), "-o", str(out), "-f", "json", "-j", str(jobs)]
    said = subprocess.run([sys.executable, "-c", program, *command], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, said.stdout.split())
    return seconds, megabytes


def workers(folder: Path, count: int) -> Iterator[tuple[str, float]]:
    write_mix(folder / "shared", count)
    best = {1: float("inf"), 2: float("inf")}
    for _ in range(2):
        for jobs in best:
            best[jobs] = min(best[jobs], _run(folder / "shared", folder / f"out-{jobs}", jobs)[0])
    yield "one worker / two", best[1] / best[2]


def memory(folder: Path, count: int) -> Iterator[tuple[str, float]]:
    sizes = {}
    for times in (1, 10):
        write_mix(folder / f"mix-{times}", count * times)
        sizes[times] = _run(folder / f"mix-{times}", folder / f"kept-{times}", 1)[1]
        print(f"{sizes[times]:9.1f} MB with {count * times} documents", file=sys.stderr)
    yield "memory, ten times the documents / one", sizes[10] / sizes[1]


def measure(count: int, parts: set[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder, checker = Path(name), load_checker()
        files = write_mix(folder / "mix", count)
        steps: dict[str, Callable[[], Iterator[tuple[str, float]]]] = {
            "peers": lambda: peers(folder, files, checker),
            "rapidfuzz": lambda: relevant(folder, files, checker),
            "length": lambda: growth(folder, files, checker),
            "rows": lambda: rows(folder, files, checker),
            "workers": lambda: workers(folder, max(count // 10, 100)),
            "memory": lambda: memory(folder, max(count // 10, 50)),
        }
        for part, step in steps.items():
            if not parts or part in parts:
                for told, ratio in step():
                    found[told] = round(ratio, 3)
                    print(f"{ratio:9.2f}     {told} ({' '.join(map(str, BARS[told]))})", flush=True)
    return found


def main() -> int:
    arguments = sys.argv[1:]
    count = int(arguments[arguments.index("--documents") + 1]) if "--documents" in arguments else 20_000
    parts = set(arguments[arguments.index("--parts") + 1].split(",")) if "--parts" in arguments else set()
    found = measure(count, parts)
    if "--json" in arguments:
        print(json.dumps(found, indent=1))
    missed = [name for name, ratio in found.items() if (ratio < BARS[name][1]) is (BARS[name][0] == ">=")]
    return int(any(found[name] != BARS[name][1] for name in missed))


if __name__ == "__main__":
    sys.exit(main())
