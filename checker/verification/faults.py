"""What a verification found: how much was checked, what does not hold, what could not be checked, what is only told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.records import record


@record
class Fault:
    """Something that does not hold, or could not be checked, and where: a file, a document, a claim.

    ``kind``: ``file``, ``line``, ``count``, ``document``, ``text``, ``quote``, ``offset``, ``anchor``, ``row``, ``force``,
    ``version``, ``tables`` or ``words`` (docs/verify.md says what each means).
    """

    kind: str
    where: str
    message: str


@dataclass(slots=True)
class Verdict:
    """What was found so far; ``counts`` says how many of each kind of thing were checked."""

    counts: Counter[str] = field(default_factory=Counter)
    differing: list[Fault] = field(default_factory=list)
    unchecked: list[Fault] = field(default_factory=list)
    told: list[Fault] = field(default_factory=list)

    def differs(self, found: Iterable[Fault]) -> None:
        """Take what does not hold."""
        self.differing.extend(found)

    def open(self, kind: str, where: str, message: str) -> None:
        """Take what could not be checked."""
        self.unchecked.append(Fault(kind, where, message))
