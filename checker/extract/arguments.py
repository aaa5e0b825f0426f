"""The arguments around a trigger, before any frame says what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT, Subject
from checker.extract.verbs import VerbGroup

POSSESSIVES = frozenset(["its", "their", "his", "her", "son", "sa", "ses", "leur", "leurs", "our", "nos", "notre"])
"""Words that say that something belongs to somebody named before."""


DEFINITE = frozenset(
    [
        *POSSESSIVES,
        "the",
        "these",
        "those",
        "this",
        "that",
        "such",
        "le",
        "la",
        "les",
        "l'",
        "ces",
        "cette",
        "cet",
        "ce",
        "telle",
        "telles",
        "tels",
        "its",
        "their",
        "ses",
        "leurs",
    ]
)
"""Words before a noun that say which one is meant: one spoken of before."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Names and things around a trigger: ``agents`` do it, ``object_slots`` undergo it, ``receivers`` get it.

    ``items`` are unit indexes, ``item_ids`` their rows; ``extent`` is the first and last unit used.
    """

    group: VerbGroup | None
    subject: Subject
    agents: tuple[Slot, ...]
    object_slots: tuple[Slot, ...]
    receivers: tuple[Slot, ...]
    cases: tuple[Slot, ...]
    items: tuple[int, ...]
    item_ids: tuple[str, ...]
    lines: frozenset[str]
    origin: Slot | None
    made: Slot | None
    pronoun: str
    extent: tuple[int, int]
    reflexive: bool = False
    wants_item: bool = False
    at_sea: bool = False
    of_after_item: bool = False
    at_place: tuple[Slot, ...] = ()
    apposed: tuple[Slot, ...] = ()
    homewards: bool = False
    ashore: bool = False
    allowers: tuple[Slot, ...] = ()
    possessive: str = ""
    indirect: str = ""
    object_pronoun: str = ""
    bound_for: tuple[Slot, ...] = ()
    bound_by: tuple[Slot, ...] = ()
    ship_subject: bool = False
    origins: tuple[Slot, ...] = ()
    subject_origin: tuple[Slot, ...] = ()
    subject_flag: tuple[Slot, ...] = ()

    def cased(self, *cases: str) -> tuple[Slot, ...]:
        """The names that stand in one of these cases."""
        return tuple(slot for slot in self.cases if slot.case in cases and slot.role == "party")

    def linked(self, *cases: str) -> tuple[Slot, ...]:
        """The firms, people and ships of a State that stand in one of these cases."""
        kinds = ("firm", "people", "ship")
        return tuple(
            slot for slot in self.cases if slot.case in cases and slot.role == "linked" and slot.head_kind in kinds
        )

    def ships(self, *cases: str) -> tuple[Slot, ...]:
        """The nationalities of ships that stand in one of these cases."""
        return tuple(slot for slot in self.cases if slot.case in cases and slot.head_kind == "ship")

    def about(self, *ancestors: str) -> bool:
        """True when one of its things is, or lies below, one of these rows of the item table."""
        return bool(self.lines & set(ancestors))

    @property
    def has_taker(self) -> bool:
        """True when somebody receives."""
        return bool(self.receivers or self.cased("to", "for")) or any(
            slot.case == "a" and slot.role == "party" for slot in self.cases
        )

    @property
    def group_slots(self) -> tuple[Slot, ...]:
        """The names that are armed groups."""
        return tuple(slot for slot in (*self.object_slots, *self.receivers, *self.cases) if slot.how == "group")


def no_arguments(group: VerbGroup) -> Arguments:
    """The arguments of a verb that turns out to be none: nobody and nothing."""
    return Arguments(group, NO_SUBJECT, (), (), (), (), (), (), frozenset(), None, None, "", (group.head, group.head))
