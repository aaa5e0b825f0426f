"""The verdicts that the tests of two other negation engines ask for, given by our engine with their own lists of cues.

jenojp/negspacy: the sentences of ``tests/test_negation.py`` with its English list. medspacy/medspacy: the French sentences of
``tests/lang/fr/context/test_context_fr.py`` with its 10,161 French rules, of four axes that are none of ours. Their files are
read as data and never run.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.quality_data.engine import CueRow, read_sentences, units_over, words
from benchmarks.quality_data.figures import Figure, Measure
from checker.extract.assertion import find_cues
from checker.lexicon import Lexicon

NEGSPACY_TEST = "negspacy/tests/test_negation.py"
NEGSPACY_LIST = "negspacy/src/negspacy/termsets.py"
MEDSPACY_TEST = "medspacy/tests/lang/fr/context/test_context_fr.py"
MEDSPACY_RULES = "medspacy/resources/fr/context_rules.json"

_LISTS = {
    "preceding": ("negated", "neg", "fwd"),
    "following": ("negated", "neg", "back"),
    "pseudo": ("negated", "pseudo", "fwd"),
    "termination": ("stop", "negated", "both"),
}
_AXES = {"NEGATED_EXISTENCE": "negated", "HISTORICAL": "historical", "FAMILY": "family", "UNCERTAIN": "uncertain", "CONDITIONAL": "hypothetical"}  # fmt: skip
_WAYS = {"FORWARD": "fwd", "BACKWARD": "back", "BIDIRECTIONAL": "both"}
_ASKED = re.compile(
    r'nlp\("(?P<text>[^"]+)"\)(?:(?!def ).)*?Span\(doc, (?P<first>\d+), (?P<last>\d+)(?:(?!def ).)*?'
    r"assert doc\.ents\[0\]\._\.is_(?P<axis>\w+) is (?P<wanted>True|False)",
    re.DOTALL,
)
Case = tuple[str, str, str, bool]
"""The text, the term, the axis, and whether the axis holds of the term."""


def negspacy_cues(source: str) -> tuple[CueRow, ...]:
    """The English lists of the module, as rows."""
    rows: list[CueRow] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in _LISTS:
            axis, value, direction = _LISTS[node.targets[0].id]
            rows += [(phrase, axis, value, direction, "", "") for phrase in ast.literal_eval(node.value)]
    return tuple(rows)


def negspacy_cases(source: str) -> Iterator[Case]:
    """The texts that ``build_docs`` puts together, a case for each of their terms."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "docs.append":
            text, terms = ast.literal_eval(node.args[0])
            yield from ((text, term, "negated", wanted) for term, wanted in terms)


def medspacy_cues(source: str) -> tuple[CueRow, ...]:
    """The rules as rows; a rule that ends scopes ends those of its own axis."""
    rows: list[CueRow] = []
    for rule in json.loads(source)["context_rules"]:
        axis = _AXES[rule["category"]]
        if rule["direction"] == "TERMINATE":
            rows.append((rule["literal"], "stop", axis, "both", "", ""))
        else:
            rows.append((rule["literal"], axis, "neg", _WAYS[rule["direction"]], "", ""))
    return tuple(rows)


def medspacy_cases(source: str) -> Iterator[Case]:
    """The tests that set one term by the numbers of its words and ask one thing of it."""
    for hit in _ASKED.finditer(source):
        term = " ".join(hit["text"].split()[int(hit["first"]) : int(hit["last"])])
        yield hit["text"], term, hit["axis"], hit["wanted"] == "True"


def holds(text: str, term: str, axis: str, lexicon: Lexicon) -> bool:
    """Whether a cue of the axis reaches the term."""
    shadow, sentences = read_sentences(text, lexicon)
    start = text.index(term)
    for sentence in sentences:
        at = units_over(sentence, shadow.from_source(start), shadow.from_source(start + len(term)))
        if at:
            cues = [cue for cue in find_cues(sentence) if cue.axis == axis and cue.value == "neg"]
            return any(cue.reaches(at[0]) and not cue.first <= at[0] <= cue.last for cue in cues)
    return False


def _figure(name: str, cases: Sequence[Case], lexicon: Lexicon) -> Figure:
    wrong = [
        f"{term}: {axis} wanted {wanted}: {text}"
        for text, term, axis, wanted in cases
        if holds(text, term, axis, lexicon) is not wanted
    ]
    share = 1 - len(wrong) / len(cases) if cases else None
    return Figure(name, share, 1.0, details=(f"{len(cases)} verdicts", *wrong))


def score(data: Path) -> tuple[Figure, ...]:
    """The share of verdicts that are the same."""
    source = {
        name: (data / name).read_text(encoding="utf-8")
        for name in (NEGSPACY_TEST, NEGSPACY_LIST, MEDSPACY_TEST, MEDSPACY_RULES)
    }
    negspacy = words("en", negspacy_cues(source[NEGSPACY_LIST]))
    medspacy = words("fr", medspacy_cues(source[MEDSPACY_RULES]))
    return (
        _figure("verdicts of negspacy's tests", tuple(negspacy_cases(source[NEGSPACY_TEST])), negspacy),
        _figure("verdicts of medspacy's French tests", tuple(medspacy_cases(source[MEDSPACY_TEST])), medspacy),
    )


MEASURE = Measure(
    "verdicts",
    (NEGSPACY_TEST, NEGSPACY_LIST, MEDSPACY_TEST, MEDSPACY_RULES),
    ("verdicts of negspacy's tests", "verdicts of medspacy's French tests"),
    score,
)
