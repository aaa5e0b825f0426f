"""The pages with more than anybody reads: sizes, and in a browser first screen, filter and memory as ratios.

    python benchmarks/pages.py [--documents 5000] [--claims 10000]

Results are invented and synthetic; the browser is Debian's Chromium (``chromium`` or ``google-chrome`` on the path)
driven by Playwright. Without them only the sizes are measured. Figures are medians of some runs over an empty page
with the same notices.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from checker.corpus import Reading, check_inputs, names_of
from checker.documents.sources import expand_inputs
from checker.model import Document, Failure, Finding, Party, Period, Result, Speaker
from checker.pipeline import load_checker
from checker.report import write_report
from checker.views import RunInfo

ROOT = Path(__file__).resolve().parent.parent
VOICES = (
    "the foreign ministry of Zenda",
    "two diplomats",
    "a panel of experts",
    "the harbour master",
    "an opposition paper",
)
RUNS = 5
LIMITS = {
    "index bytes": 1_500_000,
    "document page bytes, median": 60_000,
    "first screen / empty page": 4,
    "filter / empty page": 4,
    "search / empty page": 4,
    "memory after all pages / before": 1.2,
}
"""For 5,000 documents with 10,000 claims; DESIGN and issue 5 set the first two."""


def results(documents: int, claims: int) -> Iterator[Result]:
    """Documents with ``claims`` claims in all, most of them leads; every 97th could not be read, every 7th has none."""
    seeds = tuple(_seeds())
    made = 0
    for n in range(documents):
        words = f"Cargo {n} reaches the quay of Valmorin as ministers trade words over the manifest"
        key = f"{n:05d}"
        document = Document(
            id=f"d-{n:012x}",
            key=key,
            source=f"archive/{2015 + n % 11}/port-{key}.txt",
            sha256=f"{n:064x}",
            text=f"{words}.\n\nShells left for the front, officials said.",
            title=words,
            language="fr" if n % 3 == 0 else "en",
            published=date(2015, 1, 1) + timedelta(days=(n * 37) % 4000),
            published_basis="front_matter",
            synthetic=True,
        )
        if n % 97 == 96:
            yield Result(document, error=Failure("binary", "the file is not text: it holds zero bytes"))
            continue
        due = (n + 1) * claims // documents
        here = 0 if n % 7 == 6 else due - made
        made += here
        yield Result(document, tuple(_finding(seeds[(n + i) % len(seeds)], document, n * 5 + i) for i in range(here)))


def _seeds() -> Iterator[Finding]:
    """The leads of the sample corpus, of which all others are copies with other words, days and voices."""
    reading = Reading(None, None, None, date(2026, 11, 1), strict=True)
    sources = expand_inputs((str(ROOT / "tests" / "corpus" / "articles"),)).sources
    for result in check_inputs(sources, reading, load_checker()):
        yield from (finding for finding in result.findings if finding.label.flagged)


def _finding(seed: Finding, document: Document, n: int) -> Finding:
    start = document.text.index("Shells")
    day = (document.published or date(2020, 1, 1)) - timedelta(days=n % 60)
    claim = replace(
        seed.claim,
        id=f"c-{n:012x}",
        evidence=(replace(seed.claim.evidence[0], exact="Shells left for the front", start=start, end=start + 25),),
        denials=(),
        period=Period(day - timedelta(days=20), day),
        modality=1 + n % 5,
        speakers=(Speaker("", VOICES[n % len(VOICES)]),) if n % 4 else (),
        denied_by=(Party("", VOICES[n % 3]),) if n % 3 == 0 else (),
    )
    return replace(seed, claim=claim)


def sizes(out: Path, count: int) -> dict[str, float]:
    pages = sorted(out.glob("d-*.html"), key=lambda path: path.stat().st_size)
    return {
        "index bytes": (out / "index.html").stat().st_size,
        "index bytes a document": (out / "index.html").stat().st_size / count,
        "document page bytes, median": pages[len(pages) // 2].stat().st_size,
    }


def in_browser(out: Path, empty: Path) -> dict[str, float]:
    """First screen, filter and search as ratios of an empty page, and bytes of script memory after paging to the end."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--js-flags=--expose-gc"])
        page = browser.new_page(bypass_csp=True)
        first = {}
        for name, folder in (("empty", empty), ("full", out)):
            times = []
            for _ in range(RUNS):
                page.goto((folder / "index.html").as_uri())
                page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
                times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            first[name] = statistics.median(times)
        filtering = page.evaluate(_TIMED, "label")
        searching = page.evaluate(_TIMED, "q")
        growth = page.evaluate(_PAGED)
        browser.close()
    return {
        "empty page, ms": first["empty"],
        "first screen / empty page": first["full"] / first["empty"],
        "filter / empty page": filtering / first["empty"],
        "search / empty page": searching / first["empty"],
        "memory after all pages / before": growth,
    }


_TIMED = """async (name) => {
  const form = document.getElementById("tools"), field = form.elements[name], took = [];
  const values = name === "q" ? ["quay", "cargo 12", "nothing like it", ""] : [...field.options].map((o) => o.value);
  for (const value of values) {
    const shown = form.querySelector(".shown");
    shown.textContent = "";
    const start = performance.now();
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    while (!shown.textContent) await new Promise((done) => setTimeout(done));
    took.push(performance.now() - start - (name === "q" ? 80 : 0));
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)];
}"""

_PAGED = """async () => {
  const next = document.querySelector("#leads .next-page"), held = () => { gc(); return performance.memory.usedJSHeapSize; };
  const nodes = () => document.getElementsByTagName("*").length;
  next.click();
  const before = held(), size = nodes();
  while (!next.disabled) { next.click(); await new Promise((done) => setTimeout(done)); }
  if (nodes() > size * 1.2) return Infinity;
  return held() / before;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--claims", type=int, default=10000)
    asked = parser.parse_args()
    checker = load_checker()
    run = RunInfo("0", "tables", date(2026, 11, 1), date(2026, 11, 1), names_of(checker.reference))
    with tempfile.TemporaryDirectory() as folder:
        out, empty = Path(folder) / "full", Path(folder) / "empty"
        write_report(results(asked.documents, asked.claims), out, run)
        write_report((), empty, run)
        measured = sizes(out, asked.documents)
        if shutil.which("chromium") or shutil.which("google-chrome"):
            measured |= in_browser(out, empty)
        for name, value in measured.items():
            limit = LIMITS.get(name)
            print(f"{name:36} {value:12,.2f}{f'   limit {limit:,}' if limit else ''}")
    sys.exit(any(measured[name] > limit for name, limit in LIMITS.items() if name in measured))


if __name__ == "__main__":
    main()
