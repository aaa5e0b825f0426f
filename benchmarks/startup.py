"""How long a person waits for nothing: ratios of start-up times, measured in the same run on the same machine.

Run with ``python benchmarks/startup.py [--json]``. The times are of whole processes, the quickest of several runs taken
in turns, so that a busy machine slows both sides of a ratio. Exit code 1 when a ratio is above its limit.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
LIMIT = 1.5

ARTICLE = """---
title: Freight cars cross at Khasan
published: 2024-05-14
language: en
synthetic: true
---

North Korea shipped artillery shells to Russia in April, the White House said on Tuesday. Moscow denies it.
"""


def commands(article: Path, out: Path) -> dict[str, list[str]]:
    python = [sys.executable]
    return {
        "import click": [*python, "-c", "import click"],
        "checker --help": [*python, "-m", "checker", "--help"],
        "import pandas": [*python, "-c", "import pandas"],
        "one article": [*python, "-m", "checker", "check", str(article), "-o", str(out), "--as-of", "2026-11-23"],
    }


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """The quickest time of each command in seconds; a first round, which only warms the caches, is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.md"
        article.write_text(ARTICLE, encoding="utf-8")
        asked = commands(article, Path(folder) / "report")
        best = dict.fromkeys(asked, float("inf"))
        for turn in range(rounds + 1):
            for name, command in asked.items():
                taken = seconds(command)
                if turn:
                    best[name] = min(best[name], taken)
    return best


def ratios(times: dict[str, float]) -> dict[str, float]:
    return {
        "checker --help / import click": round(times["checker --help"] / times["import click"], 3),
        "one article / import pandas": round(times["one article"] / times["import pandas"], 3),
    }


def main() -> int:
    times = measure()
    found = ratios(times)
    if "--json" in sys.argv[1:]:
        print(
            json.dumps({"seconds": {name: round(one, 4) for name, one in times.items()}, "ratios": found}, indent=1)
        )
    else:
        for name, taken in times.items():
            print(f"{taken * 1000:8.1f} ms  {name}")
        for name, ratio in found.items():
            print(f"{ratio:8.2f}     {name} (limit {LIMIT})")
    return int(any(ratio > LIMIT for ratio in found.values()))


if __name__ == "__main__":
    sys.exit(main())
