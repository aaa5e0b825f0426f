"""Recall of citations: which earlier resolutions a resolution names, read by our citation grammar.

UniteIdeas/Security-Council-Resolution-References-Arcs- says which resolution refers to which; SeanFobbe/cr-unsc has the
texts of 1 to 899 as corrected by lawyers. The edges that start in one of those texts are scored; the floor is a number
with a year in brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.quality_data.figures import Figure, Measure
from checker.documents.reading import document_from_text
from checker.extract.citations import find_citations
from checker.model import Block, BlockKind

ARCS = "Security-Council-Resolution-References-Arcs-/step07_output02.json"
TEXTS = "cr-unsc/data/res_en_gold"
BAR = 0.98
_FLOOR = re.compile(r"\b(\d{1,4})\s*\((?:19|20)\d\d\)")
_NUMBERED = re.compile(r"S_RES_0*(\d+)_")


def texts(folder: Path) -> dict[int, Path]:
    """The text of each resolution of the folder by its number."""
    found = ((_NUMBERED.match(path.name), path) for path in sorted(folder.glob("*.txt")))
    return {int(number[1]): path for number, path in found if number is not None}


def numbers_of(text: str) -> set[int]:
    """The numbers of the resolutions that our grammar finds cited in a text, read as one body.

    What lies in two narrow columns has lines that a reader of news takes for captions; the grammar is asked here.
    """
    document = document_from_text(text, "resolution", language="en")
    document = replace(document, blocks=(Block(BlockKind.BODY, 0, len(document.text)),))
    return {
        cited.number
        for mention in find_citations(document, ())
        for cited in mention.cited
        if cited.number is not None
    }


def edges(data: Path, known: dict[int, Path]) -> Iterator[tuple[int, int]]:
    """Who cites whom, for those whose text is there."""
    for edge in json.loads((data / ARCS).read_text(encoding="utf-8"))["edges"]:
        if edge["source"] in known:
            yield edge["source"], edge["target"]


def score(data: Path) -> tuple[Figure, ...]:
    """The share of the edges that are found, ours and the floor's; and how far ours finds what the floor does in all texts."""
    known = texts(data / TEXTS)
    wanted = list(edges(data, known))
    written = {number: path.read_text(encoding="utf-8") for number, path in known.items()}
    ours = {number: numbers_of(text) for number, text in written.items()}
    floor = {number: {int(one) for one in _FLOOR.findall(text)} - {number} for number, text in written.items()}
    there = [(source, target) for source, target in wanted if re.search(rf"\b{target}\b", written[source])]
    missed = tuple(f"{source} cites {target}" for source, target in wanted if target not in ours[source])
    not_there = tuple(
        f"{target} stands nowhere in {source}" for source, target in wanted if (source, target) not in there
    )
    patterned = [(number, one) for number, found in floor.items() for one in found]
    lost = [(number, one) for number, one in patterned if one not in ours[number]]
    return (
        Figure(
            "citation recall", _share(wanted, ours), BAR, beside=(("number and year", _share(wanted, floor)),),
            details=(f"{len(wanted)} edges", *missed, *not_there),
        ),
        Figure(
            "citation recall, where the number stands in the text", _share(there, ours), BAR,
            beside=(("number and year", _share(there, floor)),), details=(f"{len(there)} edges",),
        ),
        Figure(
            "numbers with a year that ours finds too", 1 - len(lost) / len(patterned) if patterned else None,
            details=(f"{len(patterned)} in {len(known)} texts", *(f"{number}: {one}" for number, one in lost)),
        ),
    )  # fmt: skip


def _share(wanted: list[tuple[int, int]], found: dict[int, set[int]]) -> float | None:
    return sum(target in found[source] for source, target in wanted) / len(wanted) if wanted else None


MEASURE = Measure(
    "citations",
    (ARCS, TEXTS),
    (
        "citation recall",
        "citation recall, where the number stands in the text",
        "numbers with a year that ours finds too",
    ),
    score,
)
