"""French negation and conditionals, and the same polarity in French and English, on three treebanks.

UniversalDependencies: UD_French-GSD (development and test parts), and the two aligned PUD parts, of 1,000 sentences each. A
negation word counts as known when our reader takes it for one: a word of negation, or part of a cue of polarity, the
restrictive *ne ... que* included. A conditional counts as known when the word is an auxiliary with that mood in our
tables, or when our inflection makes it of the lemma that the treebank gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality_data.engine import read_sentences, units_over, words
from benchmarks.quality_data.figures import Figure, Measure
from checker.extract.assertion import find_cues
from checker.extract.languages import grammar_of
from checker.extract.second_negation import completion
from checker.extract.units import Sentence
from checker.text import fold

GSD = ("UD_French-GSD/fr_gsd-ud-dev.conllu", "UD_French-GSD/fr_gsd-ud-test.conllu")
PUD = {"fr": "UD_French-PUD/fr_pud-ud-test.conllu", "en": "UD_English-PUD/en_pud-ud-test.conllu"}
BAR = 0.97


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the sentence, its lemma and its features."""

    form: str
    start: int
    end: int
    lemma: str
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank; its id tells which sentences of two languages are the same."""

    name: str
    text: str
    tokens: tuple[Token, ...]


def read_trees(lines: Sequence[str]) -> Iterator[Tree]:
    """The sentences of a file in the CoNLL-U format; *de* and *le* both stand where the text has *du*."""
    name, text = "", ""
    rows: list[list[str]] = []
    for line in (*lines, ""):
        if line.startswith("# sent_id ="):
            name = line.partition("=")[2].strip()
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
        elif not line.strip() and rows:
            yield Tree(name, text, tuple(_placed(text, rows)))
            rows = []


def _placed(text: str, rows: Sequence[Sequence[str]]) -> Iterator[Token]:
    at = 0
    glued: dict[str, tuple[int, int]] = {}
    for number, form, lemma, _, _, features, *_ in rows:
        if "." in number:
            continue
        place = glued.get(number) or (text.find(form, at), text.find(form, at) + len(form))
        if place[0] < 0:
            continue
        at = place[1]
        if "-" in number:
            first, last = map(int, number.split("-"))
            glued.update({str(one): place for one in range(first, last + 1)})
        else:
            yield Token(form, *place, lemma, frozenset(features.split("|")))


def known_negation(token: Token, tree: Tree, language: str) -> bool:
    """Whether our reader takes the word for one of negation or restriction."""
    shadow, sentences = read_sentences(tree.text, words(language))
    low, high = shadow.from_source(token.start), shadow.from_source(token.end)
    for sentence in sentences:
        over = units_over(sentence, low, high)
        if over:
            cues = [cue for cue in find_cues(sentence) if cue.axis == "polarity"]
            completed = _completions(sentence)
            return any(
                sentence.units[at].is_function("neg")
                or at in completed
                or any(cue.first <= at <= cue.last for cue in cues)
                for at in over
            )
    return False


def _completions(sentence: Sentence) -> set[int]:
    """The words that complete a *ne* of the sentence; its verb is taken to stand within four words."""
    units = sentence.units
    return {completion(units, at, at + 4)[0] for at, unit in enumerate(units) if unit.text in ("ne", "n'")}


def known_conditional(token: Token, tree: Tree) -> bool:
    """Whether our French grammar knows the word as a conditional."""
    shadow, sentences = read_sentences(tree.text, words("fr"))
    low, high = shadow.from_source(token.start), shadow.from_source(token.end)
    for sentence in sentences:
        for at in units_over(sentence, low, high):
            unit = sentence.units[at]
            if "cond" in (*unit.value("aux").split(), *unit.value("modal").split()):
                return True
    forms = grammar_of("fr").inflect(token.lemma, "v")
    return any(fold(one.form).text == fold(token.form).text and "cond" in one.features for one in forms)


def is_negative(text: str, language: str) -> bool:
    """Whether our reader finds a negation in a sentence."""
    return any(_negative(sentence) for sentence in read_sentences(text, words(language))[1])


def _negative(sentence: Sentence) -> bool:
    """True for a word of negation outside *not only* and the like, *ne* only where another word completes it as a denial."""
    units = sentence.units
    cues = [cue for cue in find_cues(sentence) if cue.axis == "polarity" and "v" not in cue.sense.features]
    apart = {at for cue in cues if cue.value == "pseudo" for at in range(cue.first, cue.last + 1)}
    for at, unit in enumerate(units):
        if at in apart:
            continue
        if unit.text in ("ne", "n'"):
            second, denies = completion(units, at, at + 4)
            if denies and second not in apart:
                return True
        elif unit.is_function("neg"):
            return True
    return any(cue.value == "neg" for cue in cues)


def score_features(data: Path) -> tuple[Figure, ...]:
    """Recall of negation words and of conditionals."""
    trees = [tree for name in GSD for tree in _trees(data / name)]
    negations = [(token, tree) for tree in trees for token in tree.tokens if "Polarity=Neg" in token.features]
    conditionals = [(token, tree) for tree in trees for token in tree.tokens if "Mood=Cnd" in token.features]
    lost = [f"{token.form}: {tree.text}" for token, tree in negations if not known_negation(token, tree, "fr")]
    unknown = [f"{token.form}: {tree.text}" for token, tree in conditionals if not known_conditional(token, tree)]
    plain = sum(token.form.lower() in ("ne", "n'", "n’", "pas") for token, _ in negations)
    return (
        Figure(
            "French negation words", 1 - len(lost) / len(negations) if negations else None, BAR,
            beside=(("ne and pas", plain / max(len(negations), 1)),), details=(f"{len(negations)} words", *lost),
        ),
        Figure(
            "French conditionals", 1 - len(unknown) / len(conditionals) if conditionals else None, BAR,
            details=(f"{len(conditionals)} verbs", *unknown),
        ),
    )  # fmt: skip


def score_parity(data: Path) -> tuple[Figure, ...]:
    """How often the same sentence has the same polarity in both languages, by our reader and by the mark-up."""
    trees = {language: {tree.name: tree for tree in _trees(data / name)} for language, name in PUD.items()}
    pairs = [(trees["fr"][name], trees["en"][name]) for name in trees["fr"] if name in trees["en"]]
    ours = [(is_negative(fr.text, "fr"), is_negative(en.text, "en")) for fr, en in pairs]
    marked = [(_marked(fr), _marked(en)) for fr, en in pairs]
    both = [said for said, gold in zip(ours, marked, strict=True) if all(gold)]
    apart = [
        f"{'French' if said[0] else 'English'} only: {fr.text} / {en.text}"
        for (fr, en), said in zip(pairs, ours, strict=True)
        if said[0] != said[1]
    ]
    conditionals = [(token, fr) for fr, _ in pairs for token in fr.tokens if "Mood=Cnd" in token.features]
    found = sum(known_conditional(token, tree) for token, tree in conditionals)
    return (
        Figure(
            "polarity parity, French and English", _mean([a == b for a, b in ours]),
            beside=(("by the mark-up", _mean([a == b for a, b in marked])),), details=(f"{len(pairs)} pairs", *apart),
        ),
        Figure(
            "negated in both languages, found in both", _mean([all(said) for said in both]),
            details=(f"{len(both)} pairs",),
        ),
        Figure(
            "French conditionals, aligned news", found / len(conditionals) if conditionals else None, BAR,
            details=(f"{len(conditionals)} verbs",),
        ),
    )  # fmt: skip


def _trees(path: Path) -> Iterator[Tree]:
    return read_trees(path.read_text(encoding="utf-8").splitlines())


def _marked(tree: Tree) -> bool:
    return any("Polarity=Neg" in token.features for token in tree.tokens)


def _mean(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None


FEATURES = Measure("french", GSD, ("French negation words", "French conditionals"), score_features)
PARITY = Measure(
    "parity",
    tuple(PUD.values()),
    (
        "polarity parity, French and English",
        "negated in both languages, found in both",
        "French conditionals, aligned news",
    ),
    score_parity,
)
