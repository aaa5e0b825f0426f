"""What a verb was found to have as its subject."""

from __future__ import annotations

from dataclasses import dataclass

from checker.extract.slots import Slot


@dataclass(frozen=True, slots=True)
class Subject:
    """A verb's subject: names (``slots``), a thing (``item`` index), a pronoun's words, or a head noun's index.

    ``through`` is ``relative`` when it is the antecedent of *who, which, qui*; ``shared`` when it comes from a coordinated verb.
    """

    slots: tuple[Slot, ...] = ()
    item: int = -1
    pronoun: str = ""
    head: int = -1
    through: str = ""

    @property
    def known(self) -> bool:
        """True when anything stands as the subject."""
        return bool(self.slots) or self.item >= 0 or bool(self.pronoun) or self.head >= 0


NO_SUBJECT = Subject()
