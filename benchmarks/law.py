"""How long all the law takes to load, as a ratio to ``import pandas``, measured in turns in the same run.

Run with ``python benchmarks/law.py [--json]``. Each side runs in a process of its own that tells how long its one line
took, so that starting Python counts on neither side. Both have their bytecode. Exit code 1 when the ratio of the medians
is above its limit.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15
LIMIT = 0.5

SIDES = {
    "all the law": "from checker.reference import load_reference; load_reference()",
    "import pandas": "import pandas",
}


def seconds(line: str) -> float:
    """How long a line takes in a new process."""
    code = f"import time; begin = time.perf_counter(); {line}; print(time.perf_counter() - begin)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(run.stdout)


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each side in seconds; a first round, which only warms the caches, is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in SIDES}
    for turn in range(rounds + 1):
        for name, line in SIDES.items():
            one = seconds(line)
            taken[name] += [one] if turn else []
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> int:
    times = measure()
    ratio = round(times["all the law"] / times["import pandas"], 3)
    if "--json" in sys.argv[1:]:
        print(json.dumps({"seconds": {name: round(one, 4) for name, one in times.items()}, "ratio": ratio}, indent=1))
    else:
        for name, taken in times.items():
            print(f"{taken * 1000:8.1f} ms  {name}")
        print(f"{ratio:8.3f}     all the law / import pandas (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
