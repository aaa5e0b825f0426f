"""Negation on the NegEx reference set, through our engine with that set's own triggers as cue rows.

chapmanbe/negex, Chapman et al. 2001. A row of the set is a sentence, a term of it and whether the term is negated. Its
triggers carry marks, which become directions of our cues: nothing here or in the engine knows medicine.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality_data.engine import CueRow, read_sentences, units_over, words
from benchmarks.quality_data.figures import Figure, Measure, f_score
from checker.extract.assertion import find_cues
from checker.lexicon import Lexicon

ROWS = "negex/negex.python/Annotations-1-120.txt"
TRIGGERS = "negex/negex.python/negex_triggers.txt"
REFERENCE_F1 = 0.931
"""What the set's own program reaches on these rows with these triggers (precision .951, recall .912)."""

_AS_CUE = {
    "PREN": ("polarity", "neg", "fwd"),
    "POST": ("polarity", "neg", "back"),
    "PREP": ("certainty", "possible", "fwd"),
    "POSP": ("certainty", "possible", "back"),
    "PSEU": ("polarity", "pseudo", "fwd"),
    "CONJ": ("stop", "all", "both"),
}


def cue_rows(lines: Sequence[str]) -> tuple[CueRow, ...]:
    """A list of triggers (phrase, tabs, mark in brackets) as rows of cues."""
    rows: list[CueRow] = []
    for line in lines:
        phrase, _, mark = line.strip().rpartition("\t")
        if phrase.strip():
            axis, value, direction = _AS_CUE[mark.strip(" []")]
            rows.append((phrase.strip(), axis, value, direction, "", ""))
    return tuple(rows)


def is_negated(text: str, term: str, lexicon: Lexicon) -> bool:
    """Whether a negation reaches the term where it stands in the text."""
    shadow, sentences = read_sentences(text, lexicon)
    start, end = _place(text, term)
    for sentence in sentences:
        wanted = units_over(sentence, shadow.from_source(start), shadow.from_source(end))
        if wanted:
            negations = [c for c in find_cues(sentence) if c.axis == "polarity" and c.value == "neg"]
            return any(c.reaches(wanted[0]) and not c.first <= wanted[0] <= c.last for c in negations)
    return False


def _place(text: str, term: str) -> tuple[int, int]:
    """Where the term stands: the set writes it in capitals there, so the occurrence in capitals comes first."""
    pattern = r"\W+".join(map(re.escape, term.split()))
    for wanted in (pattern.upper().replace(r"\W+".upper(), r"\W+"), pattern):
        found = re.search(wanted, text) or re.search(wanted, text, re.IGNORECASE)
        if found is not None:
            return found.span()
    return 0, len(text)


def naive(text: str, term: str) -> bool:
    """The floor: *no*, *not*, *denies* or *without* anywhere in the sentence before the term."""
    lead = text[: _place(text, term)[0]]
    return re.search(r"(?i)\b(?:no|not|den(?:y|ies|ied)|without)\b", lead) is not None


def score(data: Path) -> tuple[Figure, ...]:
    """F1 of *negated*, ours and the floor's."""
    lexicon = words("en", cue_rows((data / TRIGGERS).read_text(encoding="utf-8").splitlines()))
    with (data / ROWS).open(encoding="utf-8", errors="replace", newline="") as handle:
        rows = list(csv.reader(handle, delimiter="\t"))[1:]
    ours, floor, gold, wrong = [], [], [], []
    for _, term, text, mark in rows:
        ours.append(is_negated(text, term, lexicon))
        floor.append(naive(text, term))
        gold.append(mark == "Negated")
        if ours[-1] != gold[-1]:
            wrong.append(f"{'missed' if gold[-1] else 'made up'}: {term}: {text}")
    precision, recall, f1 = f_score(sum(a and b for a, b in zip(ours, gold, strict=True)), sum(ours), sum(gold))
    under = f_score(sum(a and b for a, b in zip(floor, gold, strict=True)), sum(floor), sum(gold))[2]
    beside = (("its own program", REFERENCE_F1), ("a negation anywhere before", under))
    return (
        Figure(
            "negation F1", f1, REFERENCE_F1, strict=True, beside=beside,
            details=(f"precision {precision:.3f}, recall {recall:.3f}, {len(rows)} rows", *wrong),
        ),
    )  # fmt: skip


MEASURE = Measure("negation", (ROWS, TRIGGERS), ("negation F1",), score)
