"""What a sentence is read in, and what reading it gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.extract.activities import Targets
from checker.extract.attribution import Attribution
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
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
    paragraph_times: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A frame that is no claim, and the bin it went to."""

    start: int
    end: int
    bin: str
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What one sentence gave."""

    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]
    slots: tuple[Slot, ...]
    subjects: tuple[str, ...]
    attributions: tuple[Attribution, ...]
