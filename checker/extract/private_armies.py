"""The men of a private army in a country: *500 Wagner fighters arrived in X*, *les hommes de Wagner gardent le palais de X*."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT
from checker.extract.units import Sentence, Unit

_PRIVATE_ARMIES = frozenset({"WAGNER"})
"""Companies whose trade is men at arms."""
_MEN = ("fighter", "men", "mercenar", "gunm", "troop", "contractor", "soldier", "combattant", "homme", "mercenaire", "soldat", "milicien")
_THERE = (
    *("arriv", "deploy", "land", "guard", "protect", "patrol", "fight", "fought", "operat", "station", "serv", "remain", "stay", "hold", "escort", "are in", "based"),
    *("debarqu", "gard", "prot", "patrouill", "combatt", "se batt", "oper", "sont en", "sont au", "escort", "tienn", "rest", "demeur", "install"),
)
_REACH = 8


def find_hired_men(sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The service of a private army's men in the State that the sentence puts them in; none where a verb of the tables tells it."""
    units = sentence.units
    for slot in slots:
        if slot.actor not in _PRIVATE_ARMIES or slot.role != "party" or not _are_men(units, slot):
            continue
        verb = next((at for at in range(slot.last + 1, min(slot.last + 5, len(units))) if units[at].text.startswith(_THERE)), -1)
        if verb < 0 or any(unit.is_function("neg", "modal") for unit in units[slot.last + 1 : verb + 3]):
            continue
        there = _place(units, slots, verb, slot)
        if not there:
            continue
        found = Arguments(
            None, NO_SUBJECT, (slot,), (), there, (), (), (), frozenset(), None, None, "", (slot.first, there[0].last)
        )
        return (Frame("MERC", "mercenaries", slot.index, True, None, found, (slot,), there, (), default_item="mercenary"),)
    return ()


def _are_men(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *Wagner fighters*, *les hommes de Wagner*: the men, and not the company's boss or its gold."""
    return any(unit.text.startswith(_MEN) for one in units[max(0, slot.first - 2) : slot.last + 2] for unit in (one,)) or any(
        word.startswith(_MEN) for at in range(slot.first, slot.last + 1) for word in units[at].text.split()
    )


def _place(units: Sequence[Unit], slots: Sequence[Slot], verb: int, army: Slot) -> tuple[Slot, ...]:
    return tuple(
        one
        for one in slots
        if verb < one.first <= verb + _REACH
        and one.actor != army.actor
        and one.how in ("name", "capital", "port", "group", "leader", "organ")
        and one.case in ("", "in", "a", "of", "for", "to", "on")
        and not any(unit.is_stop for unit in units[verb : one.first])
    )[:1]
