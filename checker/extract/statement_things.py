"""The things of a statement: which they are, how many, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.anaphora import Memory
from checker.extract.frame import Frame
from checker.extract.quantities import find_quantities
from checker.extract.scene import Scene
from checker.extract.standing import Standing
from checker.extract.trigger_things import within_a_place
from checker.extract.units import Sentence
from checker.model import Item, Quantity, Signal

_ITEMS_LAST = 2
"""Over how many sentences without a thing *the shipment* or *them* still finds the thing last named."""
_RANGE = re.compile(
    r"(?:range|reach|rayon|portee|autonomie)[^.;]{0,60}?(\d[\d ,.]{0,7}\d|\d) ?(km|kilomet)|(?<!\d)(\d[\d ,.]{0,7}\d|\d) ?-?(?:km|kilomet\w{0,3}) (?:range|de portee|de rayon)"
)
_LISTED_RANGE_KM = 300
"""The range from which an item stands on the missile list S/2015/546 (and in category I of the control regime)."""
_CAPS = {"refined_petroleum": {"barrel": 500_000.0}, "crude_oil": {"barrel": 4_000_000.0, "tonne": 525_000.0}}
"""The yearly ceilings of 2397:5 and 2397:4, in the resolution's own units."""


_IMPLIED = {
    "diplomatic_property": "diplomatic_premises",
    "implementation_failure": "official",
    "cyber_theft": "funds",
}
"""What conduct of these kinds is about where the text names no thing: *rented out its ballroom*."""


def find_items(frame: Frame, sentence: Sentence, memory: Memory) -> tuple[Item, ...]:
    """The things a frame is about: named in it, implied by its verb, or the thing last named."""
    found: dict[str, Item] = {}
    for at in frame.items:
        for sense in sentence.units[at].all("item"):
            found.setdefault(sense.value, Item(sense.value, sentence.units[at].written))
    if not found and frame.activity in _IMPLIED:
        return (Item(_IMPLIED[frame.activity], sentence.units[frame.index].written),)
    if not found and frame.kind == "BUILD":
        behind = sentence.units[frame.index + 1 : frame.arguments.extent[1] + 4]
        if any((head := unit.one("head")) is not None and head.kind in ("site", "firm") for unit in behind):
            # "a hospital": what its sculptors build need be no statue
            return ()
        return (Item("statue", sentence.units[frame.index].written),)
    if not found and frame.default_item:
        found[frame.default_item] = Item(frame.default_item, sentence.units[frame.index].written)
    if not found and frame.arguments.wants_item:
        for at in range(frame.index - 1, -1, -1):
            near = sentence.units[at].one("item")
            if near is not None and not within_a_place(sentence.units, -1, at):
                return (Item(near.value, sentence.units[at].written),)
        return memory.items if memory.items_age <= _ITEMS_LAST else ()
    return tuple(found.values())


def find_lines(frame: Frame, sentence: Sentence, items: Sequence[Item], scene: Scene) -> frozenset[str]:
    """The lines of the item table that the things of a frame stand on, with every wider one."""
    lines: frozenset[str] = frozenset()
    for at in frame.items:
        for sense in sentence.units[at].all("item"):
            lines |= sense.features
    for item in items:
        lines |= (
            {item.id} | {row for row in scene.reference.items if scene.reference.is_a(item.id, row)}
            if item.id not in lines
            else frozenset()
        )
    return lines


def find_facts(frame: Frame, standing: Standing, sentence: Sentence) -> set[str]:
    """What the words of a frame and of its sentence settle beyond parties, things and days."""
    facts = set(standing.facts)
    for note in (*frame.notes, *standing.notes):
        if ":" in note or note in ("seized", "use", "at_sea", "ceased", "support"):
            facts.add(note)
    facts |= _range_facts(sentence.text)
    return facts


def _range_facts(folded: str) -> set[str]:
    """Whether the text states a range that puts a drone or missile on the list, or keeps it off."""
    hit = _RANGE.search(folded)
    if hit is None:
        short = "drone" in folded and any(
            words in folded for words in ("short-range", "short range", "courte portee")
        )
        return {"not:missile_list"} if short else set()
    kilometres = int(re.sub(r"\D", "", hit.group(1) or hit.group(3)))
    return {"missile_list"} if kilometres >= _LISTED_RANGE_KM else {"not:missile_list"}


def quantities_near(sentence: Sentence, frame: Frame, scene: Scene) -> tuple[Quantity, ...]:
    """At most three amounts of a sentence: those beside the thing, and every amount that a cap counts."""
    written = scene.text[sentence.span.start : sentence.span.end]
    found = []
    starts = [scene.shadow.to_source(sentence.units[at].start, sentence.units[at].end) for at in frame.items]
    for one in find_quantities(written, scene.grammar.code, sentence.span.start):
        near = any(
            -4 <= span.start - one.span.end <= 24 or one.span.start <= span.start <= one.span.end for span in starts
        )
        if near or one.unit in ("times_limit", "barrel", "tonne"):
            found.append(Quantity(one.text, one.low, one.high, one.unit, one.per))
    return tuple(found[:3])


def above_cap(quantity: Sequence[Quantity], lines: frozenset[str]) -> Signal:
    """Above the cap when one amount exceeds the whole year's ceiling; a smaller one proves nothing (typology 1.4)."""
    for item, units in _CAPS.items():
        if item in lines:
            for one in quantity:
                if one.unit in units and one.low is not None and one.low > units[one.unit]:
                    return Signal.CAP_OVER
    return Signal.NONE
