"""What *it, the country, its ally, le mouvement* stand for: the parties met so far, nearest first (typology 2.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.extract.ships import ShipMemory
from checker.extract.slots import Slot
from checker.extract.units import Unit
from checker.extract.voice_memory import VoiceMemory
from checker.lexicon import Sense
from checker.model import Actor, Item, Party

BODIES = frozenset(
    {
        "UN",
        "UNSC",
        "UN_COMMITTEE",
        "UN_PANEL",
        "UN_SECRETARIAT",
        "IAEA",
        "MSMT",
        "EU",
        "AU",
        "ECOWAS",
        "NATO",
        "G7",
        "E3",
        "OFAC",
        "FBI",
        "NIS",
    }
)
_MEMORY = 10
_PERSONAL = frozenset({"he", "she", "his", "her"})
"""English pronouns of persons: a State is none of them, its leader or envoy is."""


@dataclass(slots=True)
class Memory:
    """The parties and things of the sentences read so far; the nearest come first.

    One is kept a document; it is the only state of the reader.
    """

    actors: Mapping[str, Actor]
    subjects: list[str] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)
    items: tuple[Item, ...] = ()
    items_age: int = 0
    speaker: str = ""
    ships: ShipMemory = field(default_factory=ShipMemory)
    person: str = ""
    """The party of the last person named: a leader, an official, a fighter; empty after a private person."""
    voices: VoiceMemory = field(default_factory=VoiceMemory)
    ends: tuple[str, str] = ("", "")
    denied: bool = False

    def note(self, slots: Sequence[Slot], subject_ids: Sequence[str]) -> None:
        """Remembers a sentence's names: its subjects, then everybody else."""
        for actor in reversed(
            [
                slot.actor
                for slot in slots
                if slot.role in ("party", "origin", "agent") and self.takes_part(slot.actor)
            ]
        ):
            _to_front(self.mentioned, actor)
        for actor in reversed([one for one in subject_ids if self.takes_part(one)]):
            _to_front(self.subjects, actor)
            _to_front(self.mentioned, actor)

    def note_person(self, slots: Sequence[Slot]) -> None:
        """Remembers for whom the last person of a sentence acts."""
        for slot in slots:
            if self.takes_part(slot.actor) and (slot.how == "leader" or slot.organ or slot.head_kind == "organ"):
                self.person = slot.actor

    def takes_part(self, actor: str) -> bool:
        """True for an actor that can be a party: not a body that only speaks."""
        return bool(actor) and actor not in BODIES

    def pronoun(self, word: str, exclude: Sequence[str] = ()) -> str:
        """The actor a pronoun or possessive most likely stands for, or empty."""
        if word in _PERSONAL:
            return self.person if self.person not in exclude else ""
        pool = self.subjects if self.subjects else self.mentioned
        return next((one for one in (*pool, *self.mentioned) if one not in exclude), "")

    def other_end(self, ends: Sequence[str]) -> str:
        """The other party of the conduct last read, when one of ``ends`` took part in it; else empty."""
        giver, taker = self.ends
        if giver in ends and taker and taker not in ends:
            return taker
        return giver if taker in ends and giver and giver not in ends else ""

    def recent(self, exclude: Sequence[str] = ()) -> str:
        """The party mentioned last that is none of ``exclude``: groups before States when both are near."""
        near = [one for one in self.mentioned[:3] if one not in exclude]
        return next((one for one in near if self._kind(one) == "group"), near[0] if near else "")

    def epithet(self, kind: str, exclude: Sequence[str] = ()) -> str:
        """The actor behind a descriptive phrase: ``state``, ``group``, ``ally`` (the other party of the last pair)."""
        if kind == "group":
            return next((one for one in self.mentioned if self._kind(one) == "group"), "")
        if kind == "ally":
            paired = self.other_end(exclude)
            states = [one for one in self.mentioned if one not in exclude and self._kind(one) == "state"]
            target = next((one for one in states if self._is_target(one)), "")
            if paired and (self._is_target(paired) or not target):
                return paired
            return target or (states[0] if states else "")
        if kind == "regime":
            targets = [one for one in (*exclude, *self.subjects, *self.mentioned) if self._is_target(one)]
            return targets[0] if targets else ""
        states = [
            one for one in (*self.subjects, *self.mentioned) if self._kind(one) == "state" and one not in exclude
        ]
        return states[0] if states else ""

    def with_homes(self, names: Sequence[str]) -> list[str]:
        """The actors with the home States of the groups among them: *the country* where a group serves is not its own."""
        homes = [row.state for one in names if (row := self.actors.get(one)) is not None and row.kind == "group"]
        return [*names, *(home for home in homes if home)]

    def _is_target(self, actor: str) -> bool:
        row = self.actors.get(actor)
        return row is not None and row.kind == "state" and bool(row.regimes)

    def _kind(self, actor: str) -> str:
        row = self.actors.get(actor)
        return row.kind if row else ""


def _to_front(names: list[str], name: str) -> None:
    if name in names:
        names.remove(name)
    names.insert(0, name)
    del names[_MEMORY:]


def resolve_epithets(units: Sequence[Unit], memory: Memory) -> tuple[Unit, ...]:
    """The units, with *the country, le régime, the rebels, its ally* read as the actor they most likely name."""
    if not any(unit.is_function("epithet") for unit in units):
        return tuple(units)
    out: list[Unit] = []
    here: list[str] = []
    for unit in units:
        if unit.actor is not None and unit.actor.value and unit.actor.kind not in ("organ", "media", "body"):
            here.append(unit.actor.value)
        if unit.is_function("epithet") and _stands_alone(units, len(out)):
            kind = unit.value("epithet")
            found = (
                here[0]
                if kind == "own" and here
                else _antecedent_here(kind, here, memory) or memory.epithet(kind, memory.with_homes(here))
            )
            if found:
                sense = Sense("actor", "epithet", found, unit.written)
                unit = Unit(unit.start, unit.end, unit.text, unit.written, (sense, *unit.senses))
        out.append(unit)
    return tuple(out)


_OPENERS = frozenset(["the", "this", "that", "le", "la", "les", "l'", "ce", "cette", "ces", "au", "aux", "du", "des"])


def _stands_alone(units: Sequence[Unit], index: int) -> bool:
    """*the movement*, *au groupe* point back; *a group of*, *le groupe de contact*, *sanctions regime* do not."""
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and (after.text in ("of", "de", "d'", "du", "des", "-") or after.actor is not None):
        return False
    if after is not None and units[index].text.endswith(("republique", "republic")) and _is_plain(after):
        # "la République démocratique allemande"
        return False
    return " " in units[index].text or (index > 0 and units[index - 1].text in _OPENERS)


def _is_plain(unit: Unit) -> bool:
    return unit.text.isalpha() and not unit.senses


def _antecedent_here(kind: str, here: Sequence[str], memory: Memory) -> str:
    if kind == "group":
        return next((one for one in reversed(here) if memory._kind(one) == "group"), "")
    return ""


def party(actor: str, text: str, how: str, organ: str, actors: Mapping[str, Actor]) -> Party | None:
    """The party for an actor id; an organ or State company is folded into its State, a group never (design 4).

    None for an unknown id.
    """
    row = actors.get(actor)
    if row is None:
        return None
    if row.state and row.kind in ("organisation", "company", "state"):
        home = actors.get(row.state)
        if home is not None and row.kind != "state":
            return Party(home.id, home.name, text, how, row.id)
    return Party(row.id, row.name, text, how, organ)
