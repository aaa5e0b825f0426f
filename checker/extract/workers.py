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
    if not any(unit.text.startswith(_WORK) for unit in units):
        return tuple(units)
    return tuple(_as_worker(unit) if _nationals(unit, targets) else unit for unit in units)


def _nationals(unit: Unit, targets: frozenset[str]) -> bool:
    sense = unit.actor
    if sense is None or sense.value not in targets or unit.one("item") is not None:
        return False
    return sense.kind == "demonym" or (
        sense.kind == "adjective" and unit.capital and unit.text.endswith("s") and "-" in unit.text
    )


def _as_worker(unit: Unit) -> Unit:
    return Unit(unit.start, unit.end, unit.text, unit.written, (*unit.senses, _WORKER))
