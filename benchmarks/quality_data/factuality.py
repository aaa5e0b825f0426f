"""How sure the text is that an event happened: our standing of the event word against the -3 to +3 of the UW set.

njjiang/factuality_bert, ``glue_data/UW``, Lee et al. 2015. The set says which words are events and of what part of
speech; our engine gives each a standing (status, force, negated, future ...). What number a standing stands for is the
median of the training part, so that only the standing is ours and nothing was tuned on the parts that are scored. The
figure leaves out whether the event is a noun and the mood of its verb, which say much of their own; with them it is
shown beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import correlation, mean, median

from benchmarks.quality_data.engine import read_sentences, units_over, words
from benchmarks.quality_data.figures import Figure, Measure
from checker.extract.arguments import no_arguments
from checker.extract.assertion import find_cues
from checker.extract.attribution import find_attributions
from checker.extract.frames import Frame
from checker.extract.languages import grammar_of
from checker.extract.slot_finding import find_slots
from checker.extract.standing import stand
from checker.extract.units import Sentence
from checker.extract.verbs import verb_group
from checker.lexicon import Lexicon, Sense

FOLDER = "factuality_bert/glue_data/UW"
PARTS = ("train", "dev", "test")
BARS = {"dev": 0.611, "test": 0.654}
"""What a window of four words with a short list of cues reaches, measured with a plain program of its own."""
RARE = 12
"""A standing seen less often in training is known by its first parts only."""

_FORMS = {
    "VBD": ("v", "fin", "past"),
    "VBZ": ("v", "fin", "pres"),
    "VBP": ("v", "fin", "pres"),
    "VB": ("v", "inf"),
    "VBG": ("v", "ger"),
    "VBN": ("v", "pp"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """A word of a sentence (``start`` to ``end`` of its text), its part of speech, and how sure readers were of it."""

    text: str
    start: int
    end: int
    tag: str
    gold: float


def read_events(lines: Sequence[str]) -> Iterator[Event]:
    """The events of a file in the shape of the set: a word a line, its number in the third column or ``_``."""
    rows: list[list[str]] = []
    for line in (*lines, ""):
        if line.strip():
            rows.append(line.split("\t"))
            continue
        text, places = "", []
        for row in rows:
            glued = row[1] in (",", ".", ":", ";", "?", "!", "'s", "n't", "%") or text.endswith(("$", "("))
            text += "" if glued or not text else " "
            places.append((len(text), len(text) + len(row[1])))
            text += row[1]
        for row, (start, end) in zip(rows, places, strict=True):
            if row[2] != "_":
                yield Event(text, start, end, row[3], float(row[2]))
        rows = []


def standing_of(event: Event, lexicon: Lexicon) -> tuple[str, ...]:
    """What our engine says of the event, the most telling part first."""
    shadow, sentences = read_sentences(event.text, lexicon)
    for sentence in sentences:
        at = units_over(sentence, shadow.from_source(event.start), shadow.from_source(event.end))
        if at:
            return _stand(_with_event(sentence, at[-1], event.tag), at[-1])
    return ("unread",)


def _with_event(sentence: Sentence, at: int, tag: str) -> Sentence:
    unit = sentence.units[at]
    features = frozenset(_FORMS.get(tag, ("n",)))
    known = tuple(one for one in unit.senses if one.category not in ("trigger", "report", "cue"))
    sense = Sense("trigger", "EVENT", "event", unit.written, features)
    units = list(sentence.units)
    units[at] = replace(unit, senses=(*known, sense))
    return replace(sentence, units=tuple(units))


def _stand(sentence: Sentence, at: int) -> tuple[str, ...]:
    grammar = grammar_of("en")
    group = verb_group(sentence.units, at, grammar)
    noun = "v" not in sentence.units[at].all("trigger")[0].features
    slots = find_slots(sentence.units, "en")
    frame = Frame("EVENT", "event", at, noun, None if noun else group, no_arguments(group))
    # who plans does plan: a cue colours what it governs, and not the event that it is itself
    cues = [cue for cue in find_cues(sentence) if not cue.first <= at <= cue.last]
    found = stand(sentence, frame, cues, find_attributions(sentence, slots, grammar), slots, grammar)
    notes = sorted({"negated", "future", "present", "completed:no"} & set(found.notes))
    return (str(found.status), found.drop, " ".join(notes), str(found.modality), "noun" if noun else group.mood)


def learn(events: Sequence[tuple[tuple[str, ...], float]]) -> dict[tuple[str, ...], float]:
    """The median of each standing in training, and of each beginning of one."""
    seen: defaultdict[tuple[str, ...], list[float]] = defaultdict(list)
    for key, gold in events:
        for size in range(len(key) + 1):
            seen[key[:size]].append(gold)
    return {key: median(values) for key, values in seen.items() if len(values) >= RARE or not key}


def number_of(key: tuple[str, ...], known: dict[tuple[str, ...], float]) -> float:
    """The number that a standing stands for."""
    return next(known[key[:size]] for size in range(len(key), -1, -1) if key[:size] in known)


def score(data: Path) -> tuple[Figure, ...]:
    """Mean absolute error and correlation on the two parts that nothing is learnt from."""
    lexicon = words("en")
    parts: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for part in PARTS:
        lines = (data / FOLDER / f"{part}.conll").read_text(encoding="utf-8").splitlines()
        parts[part] = [(standing_of(event, lexicon), event.gold) for event in read_events(lines)]
    with_mood = learn(parts["train"])
    known = learn([(key[:-1], gold) for key, gold in parts["train"]])
    figures: list[Figure] = []
    for part, bar in BARS.items():
        gold = [one for _, one in parts[part]]
        said = [number_of(key[:-1], known) for key, _ in parts[part]]
        error = mean(abs(a - b) for a, b in zip(said, gold, strict=True))
        told = mean(abs(number_of(key, with_mood) - one) for key, one in parts[part])
        beside = (
            ("always happened", mean(abs(3 - one) for one in gold)),
            ("cue window", bar),
            ("ours, knowing noun and mood of verb too", told),
        )
        figures += [
            Figure(f"factuality error, {part}", error, bar, below=True, strict=True, beside=beside),
            Figure(f"factuality correlation, {part}", correlation(said, gold)),
        ]
    return tuple(figures)


MEASURE = Measure(
    "factuality",
    tuple(f"{FOLDER}/{part}.conll" for part in PARTS),
    tuple(f"factuality {what}, {part}" for part in BARS for what in ("error", "correlation")),
    score,
)
