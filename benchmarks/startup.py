"""How long a person waits for nothing: ratios of start-up times, measured in the same run on the same machine.

Run with ``python benchmarks/startup.py [--json]``. The times are of whole processes, the median of several runs taken in
turns, so that a busy machine slows both sides of a ratio. Everything has its bytecode, as an installed package has; what
a checkout costs without any is told too, and has no limit. Exit code 1 when a ratio is above its limit.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
BARE = "one article, no bytecode"
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
        "one article": [*python, *check(article, out)],
        BARE: [*python, *check(article, out)],
    }


def check(article: Path, out: Path) -> list[str]:
    return ["-m", "checker", "check", str(article), "-o", str(out), "--as-of", "2026-11-23"]


def environment(bytecode: Path | None) -> dict[str, str]:
    """Where bytecode is kept; without a folder for it, the libraries have theirs and the program none."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | ({"PYTHONPYCACHEPREFIX": str(bytecode)} if bytecode else {"PYTHONDONTWRITEBYTECODE": "1"})


def seconds(command: list[str], env: dict[str, str], cwd: Path) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=cwd, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each command in seconds; a first round, which only warms the caches, is not counted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        article = folder / "article.md"
        article.write_text(ARTICLE, encoding="utf-8")
        bare = folder / "tree"
        for part in ("checker", "reference", "reports"):
            shutil.copytree(ROOT / part, bare / part, ignore=shutil.ignore_patterns("__pycache__"))
        asked = commands(article, folder / "report")
        taken: dict[str, list[float]] = {name: [] for name in asked}
        for turn in range(rounds + 1):
            for name, command in asked.items():
                without = name == BARE
                one = seconds(
                    command, environment(None if without else folder / "bytecode"), bare if without else ROOT
                )
                taken[name] += [one] if turn else []
    return {name: statistics.median(times) for name, times in taken.items()}


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
        print(f"{times[BARE] / times['import pandas']:8.2f}     {BARE} / import pandas (no limit)")
    return int(any(ratio > LIMIT for ratio in found.values()))


if __name__ == "__main__":
    sys.exit(main())
