"""What a sentence is read in, and what reading it gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checker.extract.activities import Targets
from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.standing import Standing
from checker.extract.timing import TimeExpression
from checker.model import BlockKind, Statement
from checker.reference import Reference
from checker.text import Shadow


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence is read in: the document's text, its shadow, block, day, and the tables."""

    text: str
    shadow: Shadow
    block: BlockKind
    published: date | None
    reference: Reference
    targets: Targets
    grammar: Grammar
    background: Callable[[], tuple[TimeExpression, ...]] = tuple
    """Gives the time of the block that counts for conduct without one of its own, if any; found when first asked for."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A frame that is no claim, and the bin it went to."""

    start: int
    end: int
    bin: str
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stood:
    """A frame with how the text vouches for it and what came of it; ``lost`` says why that is less than it could be."""

    frame: Frame
    standing: Standing
    statements: tuple[Statement, ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What one sentence gave; ``stood``, ``cues`` and ``times`` are for whoever asks how it was read."""

    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]
    slots: tuple[Slot, ...]
    subjects: tuple[str, ...]
    attributions: tuple[Attribution, ...]
    stood: tuple[Stood, ...] = ()
    cues: tuple[Cue, ...] = ()
    times: tuple[TimeExpression, ...] = ()
