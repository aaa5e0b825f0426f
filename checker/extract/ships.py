"""Ships named once with their flag and later by name or as *the vessel*: their State is remembered (typology 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.extract.slots import Slot
from checker.extract.units import Unit
from checker.lexicon import Sense

_LONGEST_NAME = 4
_STALE = 3
"""After how many sentences without a ship *the vessel* no longer points back."""
_BEFORE = frozenset(["the", "le", "la", "l'", "les", "du", "au", "a", "une", '"', "«", "“", ",", "'"])
_POINTING = frozenset(["the", "this", "that", "le", "la", "l'", "ce", "cet", "cette", "du", "au"])
_IT = frozenset({"it", "he", "she", "il", "elle", "ils", "elles", "they"})
_HULL = Sense("head", "ship", "", "")


@dataclass(slots=True)
class ShipMemory:
    """The flags of the ships a document has named so far, by folded name, and the one named last."""

    flags: dict[str, str] = field(default_factory=dict)
    last: str = ""
    age: int = 0
    opened: str = ""

    def learn(self, units: Sequence[Unit], slots: Sequence[Slot]) -> None:
        """Remembers each ship of a sentence that tells its flag, with its name where it has one."""
        self.age += 1
        self.opened = ""
        for slot in slots:
            if slot.head_kind != "ship" and slot.how != "ship":
                continue
            hull = _hull_of(units, slot)
            self.last, self.age = slot.actor, 0
            if slot.case == "" and slot.first <= 2 and not any(one.case == "" and one is not slot and one.role == "party" for one in slots):
                self.opened = slot.actor
            for name in _names_near(units, hull, slot):
                self.flags.setdefault(name, slot.actor)

    def carries(self, word: str) -> str:
        """The flag of the ship that opened the sentence before, for which *it, il* stands as what carries; else empty."""
        return self.opened if word in _IT else ""

    def resolve(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        """The units, with known names of ships as one unit each, and *the vessel* read as the ship named last."""
        if not self.flags and not self.last:
            return tuple(units)
        out: list[Unit] = []
        at = 0
        while at < len(units):
            size = self._known_at(units, at)
            if size:
                run = units[at : at + size]
                name = " ".join(unit.text for unit in run)
                sense = Sense("actor", "ship", self.flags[name], run[0].written)
                written = " ".join(unit.written for unit in run)
                out.append(Unit(run[0].start, run[-1].end, name, written, (sense, _HULL)))
                at += size
                continue
            unit = units[at]
            if self.last and self.age < _STALE and _points_back(units, at):
                unit = Unit(
                    unit.start, unit.end, unit.text, unit.written,
                    (Sense("actor", "ship", self.last, unit.written), *unit.senses),
                )  # fmt: skip
            out.append(unit)
            at += 1
        return tuple(out)

    def _known_at(self, units: Sequence[Unit], at: int) -> int:
        """How many units from ``at`` are the name of a known ship; the longest name wins."""
        for size in range(min(_LONGEST_NAME, len(units) - at), 0, -1):
            run = units[at : at + size]
            if run[0].capital and " ".join(unit.text for unit in run) in self.flags:
                return size
        return 0


def _hull_of(units: Sequence[Unit], slot: Slot) -> int:
    """The word for a ship whose flag this is: its own noun, or the one before *flying the X flag*."""
    own = slot.host if slot.host >= 0 else slot.index
    if _is_hull(units[own]):
        return own
    return next((at for at in range(slot.first - 1, max(slot.first - 7, -1), -1) if _is_hull(units[at])), own)


def _is_hull(unit: Unit) -> bool:
    head = unit.one("head")
    return head is not None and head.kind == "ship"


def _points_back(units: Sequence[Unit], at: int) -> bool:
    """True for *the vessel, ce navire* with no nationality or name of its own beside it."""
    if not _is_hull(units[at]) or at == 0 or units[at - 1].text not in _POINTING:
        return False
    beside = units[at + 1 : at + 3]
    return not any(unit.actor is not None or (unit.capital and not unit.senses) for unit in beside) and not any(
        unit.text in ("of", "de", "d'", "que", "which", "qui", "that", "-") for unit in beside[:1]
    )


def _names_near(units: Sequence[Unit], hull: int, slot: Slot) -> list[str]:
    """The proper names right behind a word for a ship, before it as what it is called, or behind a comma or dash."""
    found: list[str] = []
    edges = {hull + 1, max(hull, slot.last) + 1}
    for edge in sorted(edges):
        at = edge
        while at < len(units) and units[at].text in _BEFORE and at < edge + 3:
            at += 1
        name = _name_from(units, at)
        if name:
            found.append(name)
    # "the Jin Hye 7, a North Korean-flagged tanker"
    first = min(hull, slot.first)
    comma = next((at for at in range(first, max(first - 4, 0), -1) if units[at].text == ","), -1)
    if comma > 0:
        start = comma
        while start > 0 and _is_name(units[start - 1]) and comma - start < _LONGEST_NAME:
            start -= 1
        name = _name_from(units, start) if start < comma else ""
        if name:
            found.append(name)
    return found


def _name_from(units: Sequence[Unit], at: int) -> str:
    run: list[str] = []
    while at < len(units) and len(run) < _LONGEST_NAME and _is_name(units[at], first=not run):
        run.append(units[at].text)
        at += 1
    return " ".join(run)


def _is_name(unit: Unit, first: bool = False) -> bool:
    """A capitalised word that is no name of a party, thing or verb, or a number inside a name."""
    if unit.text.isdigit():
        return not first and len(unit.text) < 4
    if not unit.capital or not unit.text.isalpha() or unit.text in _BEFORE:
        return False
    return unit.actor is None and not any(
        sense.category in ("item", "trigger", "report", "head", "place") for sense in unit.senses
    )
