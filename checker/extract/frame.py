"""A verb or action noun with its giver, its taker and its things (typology 1.0)."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.extract.arguments import Arguments
from checker.extract.slots import Slot
from checker.extract.verbs import VerbGroup


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger with its parties; ``givers`` and ``takers`` are names, ``subject`` words may still want resolving.

    ``wanting`` says which end a pronoun or nothing stands for: ``giver``, ``taker`` or empty.
    """

    kind: str
    activity: str
    index: int
    noun: bool
    group: VerbGroup | None
    arguments: Arguments
    givers: tuple[Slot, ...] = ()
    takers: tuple[Slot, ...] = ()
    items: tuple[int, ...] = ()
    default_item: str = ""
    pronoun: str = ""
    wanting: str = ""
    origin: Slot | None = None
    made: Slot | None = None
    places: tuple[Slot, ...] = ()
    notes: tuple[str, ...] = field(default=())
