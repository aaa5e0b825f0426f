"""Coverage-guided fuzzing of one target for so many seconds; ``pip install atheris`` first.

Run with ``python tests/fuzz/run.py TARGET SECONDS FOLDER``; what it has found worth trying stays in FOLDER, as does an input that
crashes, which the last lines name.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

with atheris.instrument_imports(include=["checker"]):
    from fuzz_targets import TARGETS, tried
    from seeds import seeds


def main() -> None:
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    if name not in TARGETS:
        sys.exit(f"'{name}' is no target: {', '.join(TARGETS)}")
    kept = folder / name
    kept.mkdir(parents=True, exist_ok=True)
    for at, raw in enumerate(seeds(name)):
        (kept / f"seed-{at}").write_bytes(raw)
    atheris.Setup(
        [
            *(sys.argv[0], str(kept), f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20", "-rss_limit_mb=3000"),
            *(f"-artifact_prefix={folder}/{name}-", "-print_final_stats=1"),
        ],
        lambda raw: tried(name, raw),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
