"""Actor and target of events, and false claims, on the gold records of PLOVER.

openeventdata/PLOVER, ``gold_standard_records``: 322 sentences of news with the State that acts and the State acted upon,
and the words of the event. The set says which words; our reader says who stands on either side of them, by voice,
prepositions and apposition, as it does for words of its own. Only ends that are States are asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.quality_data.engine import read_sentences, units_over, words
from benchmarks.quality_data.figures import Figure, Measure
from benchmarks.quality_data.news import Article, leads, reader, told
from checker.extract.languages import grammar_of
from checker.extract.slot_finding import find_slots
from checker.extract.verb_arguments import gather_verb
from checker.lexicon import Sense

RECORDS = "PLOVER/gold_standard_records/PLOVER_GSR_CAMEO.txt"
NEAR = re.compile(r"(?i)\b(?:arms|weapons?|missiles?|rockets?|sanctions?|embargo(?:es)?|workers?|nuclear)\b")
"""What makes a record one about things that our rules are about."""

REAL: frozenset[str] = frozenset()
"""Records whose lead a person has found to be real."""

_EVENT = re.compile(r"\(EVT: ([^)]+)\)")
_STATE = re.compile(r"[A-Z]{3}\Z")
_NOT_STATES = frozenset({"IGO", "NGO", "MNC", "INT", "CVL"})
Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence with the words of its event and the States of both sides."""

    name: str
    text: str
    event: str
    sides: Sides


def records(path: Path) -> Iterator[Record]:
    """The records with a text."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        if "text" in row:
            marked = row.get("textInfo")
            event = _EVENT.search(marked.get("markup", "") if isinstance(marked, dict) else "")
            sides = (_states(row.get("source")), _states(row.get("target")))
            yield Record(row["id"], row["text"], event[1] if event else "", sides)


def _states(side: object) -> frozenset[str]:
    found = side if isinstance(side, list) else []
    codes = (str(one.get("code", "")) for one in found if isinstance(one, dict))
    return frozenset(code for code in codes if _STATE.match(code) and code not in _NOT_STATES)


def sides_of(record: Record) -> Sides:
    """The States that our reader finds on either side of the words of the event."""
    lexicon, grammar = words("en"), grammar_of("en")
    shadow, sentences = read_sentences(record.text, lexicon)
    start = record.text.find(record.event)
    if not record.event or start < 0:
        return frozenset(), frozenset()
    for sentence in sentences:
        at = units_over(sentence, shadow.from_source(start), shadow.from_source(start + len(record.event.split()[0])))
        if at:
            unit = sentence.units[at[0]]
            known = tuple(one for one in unit.senses if one.category not in ("trigger", "report", "cue"))
            sense = Sense("trigger", "EVENT", "event", unit.written, _features(unit.text))
            units = (*sentence.units[: at[0]], replace(unit, senses=(*known, sense)), *sentence.units[at[0] + 1 :])
            marked = replace(sentence, units=units)
            slots = find_slots(marked.units, "en")
            found = gather_verb(marked, at[0], slots, grammar)
            actors = frozenset(_home(slot.actor) for slot in found.agents)
            reached = (*found.object_slots, *found.receivers, *found.cases)
            return actors, frozenset(_home(slot.actor) for slot in reached) - actors
    return frozenset(), frozenset()


def _features(word: str) -> frozenset[str]:
    if word.endswith("ing"):
        return frozenset({"v", "ger"})
    return frozenset({"v", "fin", "past", "pp"} if word.endswith("ed") else {"v", "fin", "inf"})


def _home(actor: str) -> str:
    """The State of an actor, as the tables have it."""
    row = reader().reference.actors.get(actor)
    return row.state or row.id if row is not None else actor


def in_order(record: Record) -> Sides:
    """The floor: the State named first acts, the others are acted upon."""
    named: list[str] = []
    for sentence in read_sentences(record.text, words("en"))[1]:
        named += [_home(unit.actor.value) for unit in sentence.units if unit.actor is not None]
    named = list(dict.fromkeys(named))
    return frozenset(named[:1]), frozenset(named[1:])


def _share(pairs: list[tuple[Sides, Sides]]) -> float:
    """Of the States of gold those found on their own side."""
    wanted = sum(len(gold[0]) + len(gold[1]) for gold, _ in pairs)
    right = sum(len(gold[0] & found[0]) + len(gold[1] & found[1]) for gold, found in pairs)
    return right / wanted if wanted else 0.0


def _precision(pairs: list[tuple[Sides, Sides]]) -> float:
    """Of the States found those that stand on that side in gold."""
    said = sum(len(found[0]) + len(found[1]) for _, found in pairs)
    right = sum(len(gold[0] & found[0]) + len(gold[1] & found[1]) for gold, found in pairs)
    return right / said if said else 0.0


def _swapped(pairs: list[tuple[Sides, Sides]]) -> int:
    """How many States stand on the other side than that of gold."""
    return sum(len((gold[0] & found[1]) - gold[1]) + len((gold[1] & found[0]) - gold[0]) for gold, found in pairs)


def _told(sides: Sides) -> str:
    return " > ".join(" ".join(sorted(side)) or "nobody" for side in sides)


def score(data: Path) -> tuple[Figure, ...]:
    """Recall of actors and targets near our subject and over all, swaps, and false claims."""
    found = list(records(data / RECORDS))
    near = [one for one in found if NEAR.search(one.text)]
    figures: list[Figure] = []
    for name, some in (("near our subject", near), ("all records", found)):
        ours = [(one.sides, sides_of(one)) for one in some]
        floor = [(one.sides, in_order(one)) for one in some]
        beside = (
            ("in order of naming", _share(floor)),
            ("States on the wrong side", float(_swapped(ours))),
            ("on the wrong side, in order", float(_swapped(floor))),
            ("precision", _precision(ours)),
            ("precision, in order", _precision(floor)),
        )
        missed = (
            f"{one.name}: wanted {_told(gold)}, found {_told(said)}"
            for one, (gold, said) in zip(some, ours, strict=True)
            if gold != said
        )
        details = (f"{len(some)} records", *missed)
        figures.append(Figure(f"actor and target, {name}", _share(ours), beside=beside, details=details))
    wrong = [
        f"{one.name}: {told(lead)}"
        for one in found
        if one.name not in REAL
        for lead in leads(Article(one.name, one.text, date(2000, 1, 1), "en"))
    ]
    figures.append(Figure("false claims on event records", float(len(wrong)), 0, below=True, details=tuple(wrong)))
    return tuple(figures)


MEASURE = Measure(
    "plover",
    (RECORDS,),
    ("actor and target, near our subject", "actor and target, all records", "false claims on event records"),
    score,
)
