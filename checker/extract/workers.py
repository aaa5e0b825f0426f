"""People named only by their nationality who plainly work: *640 North Koreans were put to work laying concrete*."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.units import Unit
from checker.lexicon import Sense

_WORK = (
    "work",
    "visa",
    "wage",
    "labour",
    "labor",
    "employ",
    "job",
    "hire",
    "salar",
    "pay",
    "paid",
    "travail",
    "ouvri",
    "emplo",
    "salair",
    "chantier",
    "embauch",
    "contrat",
    "usine",
    "factor",
    "restaurant",
    "construction",
    "dormitor",
    "hostel",
    "foyer",
)
_WORKER = Sense("item", "people", "worker", "", frozenset({"worker", "person"}))


def with_workers(units: Sequence[Unit], targets: frozenset[str]) -> tuple[Unit, ...]:
    """The units, with the nationals of a sanctioned State read as workers where the sentence speaks of work.

    ``targets`` are the States whose workers some rule is about.
    """
    if not any(word.startswith(_WORK) for unit in units for word in unit.text.split()):
        return tuple(units)
    return tuple(
        _as_worker(unit) if _nationals(unit, targets) or _their_people(units, at, targets) else unit
        for at, unit in enumerate(units)
    )


_PEOPLE = frozenset(
    [
        "women",
        "men",
        "people",
        "nationals",
        "citizens",
        "personnel",
        "staff",
        "graduates",
        "youths",
        "girls",
        "trainees",
        "interns",
        "students",
        "femmes",
        "hommes",
        "gens",
        "ressortissants",
        "citoyens",
        "personnel",
        "jeunes",
        "filles",
        "stagiaires",
        "étudiants",
        "etudiants",
        "diplômés",
        "equipes",
        "équipes",
        "teams",
        "crews",
    ]
)


def _their_people(units: Sequence[Unit], at: int, targets: frozenset[str]) -> bool:
    """*a thousand North Korean women*, *des femmes nord-coréennes*: people of a sanctioned State, beside its adjective."""
    unit = units[at]
    thing = unit.one("item")
    if unit.text not in _PEOPLE or (thing is not None and thing.value != "person"):
        return False
    near = [*units[max(0, at - 2) : at], *units[at + 1 : at + 2]]
    return any(one.actor is not None and one.actor.kind == "adjective" and one.actor.value in targets for one in near)


def _nationals(unit: Unit, targets: frozenset[str]) -> bool:
    sense = unit.actor
    if sense is None or sense.value not in targets or unit.one("item") is not None:
        return False
    return sense.kind == "demonym" or (
        sense.kind == "adjective" and unit.capital and unit.text.endswith("s") and "-" in unit.text
    )


def _as_worker(unit: Unit) -> Unit:
    return Unit(unit.start, unit.end, unit.text, unit.written, (*unit.senses, _WORKER))
