"""For whom the label of a turn speaks: named in it, met before under that name, or the holder of that office."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.anaphora import Memory, party
from checker.extract.scene import Scene
from checker.extract.turn_labels import Turn, turn_at
from checker.extract.units import Sentence
from checker.model import Speaker


def with_the_floor(
    turns: Sequence[Turn], sentence: Sentence, scene: Scene, memory: Memory, floor: dict[str, str]
) -> Speaker | None:
    """Who answers in the turn a sentence stands in; ``floor`` is told for whom its label speaks, once that is known."""
    turn = turn_at(turns, sentence.span.start)
    if turn is None or turn.asks:
        return None
    if turn.words not in floor:
        actor = _of_label(turn, sentence, scene) or memory.voices.known_as(turn.words.title())
        actor = actor or memory.voices.holder(f"the {turn.words}")
        if actor:
            floor[turn.words] = actor
    return Speaker(floor.get(turn.words, "unknown"), turn.words)


def _of_label(turn: Turn, sentence: Sentence, scene: Scene) -> str:
    """The actor that a label names, where it opens the sentence; else empty."""
    if turn.start < sentence.span.start:
        return ""
    colon = scene.shadow.from_source(turn.said)
    named = next((unit.actor.value for unit in sentence.units if unit.end <= colon and unit.actor is not None), "")
    found = party(named, turn.words, "name", "", scene.reference.actors) if named else None
    return found.id if found is not None else ""
