"""How well the reader does on public data that nobody here wrote; whoever runs this has fetched the data.

Run with ``python benchmarks/quality.py --data DIR [--only negation,factuality] [--errors] [--json]``. What goes where below
DIR is in benchmarks/README.md; none of it belongs to this project. A figure whose file is absent reads "not measured".
Each figure stands beside its bar and beside what a simple method reaches in the same run. Exit code 1 when a bar is
missed, 2 for a word that names no measure.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.quality_data import (
    citations,
    context_cases,
    cue_loading,
    factuality,
    negation,
    news,
    plover,
    treebanks,
)
from benchmarks.quality_data.figures import Figure, Measure

MEASURES: tuple[Measure, ...] = (
    news.FRENCH_2012,
    news.ENGLISH_2019,
    news.ENGLISH_2020,
    news.CONFLICT,
    plover.MEASURE,
    negation.MEASURE,
    factuality.MEASURE,
    citations.MEASURE,
    treebanks.FEATURES,
    treebanks.PARITY,
    context_cases.MEASURE,
    cue_loading.MEASURE,
)


def chosen(only: str) -> tuple[Measure, ...]:
    """The measures of these words, all of them for no word; raises ValueError for a word that names none."""
    wanted = [word.strip() for word in only.split(",") if word.strip()]
    known = {measure.word: measure for measure in MEASURES}
    strange = [word for word in wanted if word not in known]
    if strange:
        raise ValueError(f"no measure '{strange[0]}': there are {', '.join(known)}")
    return tuple(known[word] for word in wanted) or MEASURES


def line_of(figure: Figure) -> str:
    """A figure as people read it."""
    if figure.value is None:
        return f"{'':>11}  {figure.name}: not measured, {figure.why or 'nothing to count'}"
    bar = "" if figure.bar is None else f" (bar {'under ' if figure.below else 'over '}{figure.bar:g})"
    if figure.bar is not None and not figure.strict:
        bar = f" (bar {figure.bar:g})"
    mark = {True: "holds", False: "MISSED", None: ""}[figure.holds]
    beside = "".join(f"; {name} {value:.3f}" for name, value in figure.beside)
    return f"{mark:>6} {figure.value:.3f}  {figure.name}{bar}{beside}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Quality on public data.")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the fetched data")
    parser.add_argument("--only", default="", help=f"of {', '.join(one.word for one in MEASURES)}")
    parser.add_argument("--errors", action="store_true", help="show what was read wrongly too")
    parser.add_argument("--json", action="store_true", help="for programs")
    asked = parser.parse_args(arguments)
    try:
        measures = chosen(asked.only)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    figures: list[Figure] = []
    for measure in measures:
        made = measure.run(asked.data)
        figures += made
        if not asked.json:
            for figure in made:
                print(line_of(figure), flush=True)
                for detail in figure.details if asked.errors else figure.details[:1]:
                    print(f"{'':>14}{detail}")
    if asked.json:
        print(json.dumps([figure.as_record() for figure in figures], ensure_ascii=False, indent=1))
    return int(any(figure.holds is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
