"""What cues make of a clause: a ConText engine with directions, scopes, terminators and pseudo-cues.

After Chapman et al. 2001 (NegEx) and Harkema et al. 2009 (ConText): the longest cue wins, a pseudo-cue blocks the
cues inside it, a scope runs from the cue to the next terminator. Here a scope is a stretch of units of one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.extract.units import Sentence, Unit
from checker.extract.verbs import article_before
from checker.lexicon import Hit, Sense
from checker.records import record

_TERMINATORS = frozenset({";", ":", "(", ")", "—"})
_PIERCING = frozenset({"fiction", "exercise", "signal", "still", "new", "retract", "condition"})
"""Axes whose scope is the whole sentence whatever stands between."""
_OF_A_CLAUSE = frozenset({"polarity", "plan", "certainty", "attempt", "law", "deny", "demand"})
"""Axes whose scope goes no further than their clause."""
_STOP = "stop"
"""The axis of the words that end scopes; they are rows as cues are, and a longer cue around one takes it away."""


@record
class Cue:
    """A cue with the units it stands on (``first`` to ``last``) and those it reaches (``low`` to ``high``, included)."""

    axis: str
    value: str
    first: int
    last: int
    low: int
    high: int
    sense: Sense
    start: int
    end: int

    def reaches(self, index: int) -> bool:
        """True when the unit at ``index`` lies in the scope."""
        return self.low <= index <= self.high


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """Every cue of a sentence with its scope, those blocked by a longer one left out, in order."""
    hits = _unblocked(sentence.cues)
    stops = _stops(sentence.units, hits)
    cues: list[Cue] = []
    for hit in hits:
        first, last = _units_of(sentence.units, hit)
        if first < 0:
            continue
        for sense in _distinct(hit.senses):
            if (
                sense.kind == _STOP
                or not _as_verb(sentence.units, first, sense)
                or _tells(sentence.units, last, sense)
                or _ends_a_time(sentence.units, last, sense)
                or (sense.kind == "law" and first > 0 and sentence.units[first - 1].text == "-")
            ):
                continue
            low, high = _scope(sentence.units, stops, first, last, sense)
            cues.append(Cue(sense.kind, sense.value, first, last, low, high, sense, hit.start, hit.end))
    return tuple(cues)


def _distinct(senses: Sequence[Sense]) -> list[Sense]:
    seen: dict[tuple[str, str], Sense] = {}
    for sense in senses:
        if sense.category == "cue":
            seen.setdefault((sense.kind, sense.value), sense)
    return list(seen.values())


def _unblocked(hits: Sequence[Hit]) -> list[Hit]:
    """Of cues on the same words the longest; one axis never hides another that is as long."""
    ordered = sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[Hit] = []
    for hit in ordered:
        covering = [
            one
            for one in kept
            if one.start <= hit.start and hit.end <= one.end and (one.start, one.end) != (hit.start, hit.end)
        ]
        axes = {sense.kind for one in covering for sense in one.senses}
        pseudo = any(sense.value in ("pseudo", "nonanswer") for one in covering for sense in one.senses)
        senses = tuple(s for s in hit.senses if not pseudo and s.kind not in axes) if covering else hit.senses
        if senses:
            kept.append(Hit(hit.start, hit.end, senses))
    return sorted(kept, key=lambda hit: hit.start)


def _units_of(units: Sequence[Unit], hit: Hit) -> tuple[int, int]:
    inside = [index for index, unit in enumerate(units) if unit.start < hit.end and hit.start < unit.end]
    return (inside[0], inside[-1]) if inside else (-1, -1)


def _as_verb(units: Sequence[Unit], first: int, sense: Sense) -> bool:
    """A verbal cue after a determiner is a noun (*an order*, *le rapport*) and says nothing."""
    if "v" not in sense.features or first == 0:
        return True
    if "refl" in sense.features and not any(unit.text in ("se", "s'") for unit in units[max(0, first - 4) : first]):
        return False
    if article_before(units, first):
        return bool(sense.features & {"pp"}) and not sense.features & {"inf"}
    return True


def _ends_a_time(units: Sequence[Unit], last: int, sense: Sense) -> bool:
    """True for *la fin de l'été*: the end of a time demands nothing."""
    if sense.kind != "demand" or not sense.written.startswith(("fin d", "end")):
        return False
    after = units[last + 1 : last + 4]
    return any(unit.is_function("time") or unit.text[:1].isdigit() or unit.text in _TIMES for unit in after)


_TIMES = frozenset(
    ["annee", "an", "mois", "semaine", "siecle", "trimestre", "semestre", "decennie", "journee", "year", "month", "week", "decade",
     "century", "guerre", "war", "ete", "hiver", "printemps", "automne", "summer", "day", "mandat"]
)  # fmt: skip


def _tells(units: Sequence[Unit], last: int, sense: Sense) -> bool:
    """True for *told reporters that ...*: to tell somebody something is to say it, to tell him to do it is to demand."""
    if sense.kind != "demand" or not sense.written.startswith(("tell", "told")):
        return False
    after = units[last + 1 : last + 9]
    return not any(unit.text == "to" and not unit.is_function("aux") for unit in after) or any(
        unit.text == "that" or unit.text == "," for unit in after[:8]
    )


def _stops(units: Sequence[Unit], hits: Sequence[Hit]) -> dict[int, set[str]]:
    """The units that end scopes, with whose: ``all``, those of a ``clause``, or those of one axis."""
    found: dict[int, set[str]] = {}
    for hit in hits:
        for sense in hit.senses:
            if sense.category == "cue" and sense.kind == _STOP:
                first, last = _units_of(units, hit)
                for at in range(max(first, 0), last + 1):
                    found.setdefault(at, set()).add(sense.value)
    return found


def _ends(stops: Mapping[int, set[str]], index: int, axis: str, clause: bool) -> bool:
    values = stops.get(index)
    return values is not None and ("all" in values or axis in values or (clause and "clause" in values))


def _scope(
    units: Sequence[Unit], stops: Mapping[int, set[str]], first: int, last: int, sense: Sense
) -> tuple[int, int]:
    if sense.kind in _PIERCING:
        if sense.kind == "condition" and sense.value == "if":
            return last + 1, _condition_end(units, last)
        return 0, len(units) - 1
    low, high = first, last
    if "fwd" in sense.features or "both" in sense.features or not sense.features & {"fwd", "back", "both"}:
        high = _forward(units, stops, last, sense)
    if "back" in sense.features or "both" in sense.features:
        low = _backward(units, stops, first, sense)
    return low, high


def _forward(units: Sequence[Unit], stops: Mapping[int, set[str]], last: int, sense: Sense) -> int:
    for index in range(last + 1, len(units)):
        unit = units[index]
        if unit.text in _TERMINATORS or _ends(stops, index, sense.kind, sense.kind in _OF_A_CLAUSE):
            return index - 1
        if sense.kind in ("polarity", "plan") and unit.text == "," and _restarts(units, index):
            return index - 1
    return len(units) - 1


def _backward(units: Sequence[Unit], stops: Mapping[int, set[str]], first: int, sense: Sense) -> int:
    for index in range(first - 1, -1, -1):
        if units[index].text in _TERMINATORS or _ends(stops, index, sense.kind, clause=False):
            return index + 1
    return 0


def _restarts(units: Sequence[Unit], comma: int) -> bool:
    """True when a comma is followed by a new subject with its verb."""
    named = False
    for unit in units[comma + 1 : comma + 8]:
        if unit.text in (",", "."):
            return False
        if unit.actor is not None or (unit.is_function("pron") and not unit.is_function("det", "clitic")):
            named = True
        elif named and (unit.is_verb or unit.is_function("aux", "modal")):
            return True
    return False


def _condition_end(units: Sequence[Unit], last: int) -> int:
    """An *if* clause colours the whole sentence, since the main clause depends on it, but nothing behind a colon."""
    return next((at - 1 for at in range(last + 1, len(units)) if units[at].text in (":", ";")), len(units) - 1)
