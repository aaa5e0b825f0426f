"""Where the documents of a run meet: what they say together, asked for once all of them were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.affair import Together
from checker.model import Result
from checker.pipeline import Checker

if TYPE_CHECKING:
    from checker.affairs.gathering import Gathering


class Meeting:
    """Results stream through ``watch``; from the second on they are gathered, so that a run over one pays for nothing."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._gathering: Gathering | None = None
        self._together: Together | None = None

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results; each is added to the gathering on the way, the first when a second comes."""
        first: Result | None = None
        for result in results:
            if first is None:
                first = result
            elif self._gathering is None:
                self._gathering = self._begin()
                self._gathering.add(first)
                self._gathering.add(result)
            else:
                self._gathering.add(result)
            yield result

    def together(self) -> Together:
        """What all the results say together; nothing of a run over one document."""
        if self._together is None:
            self._together = self._gathering.together() if self._gathering is not None else Together()
        return self._together

    def _begin(self) -> Gathering:
        from checker.affairs.gathering import gathering_with

        return gathering_with(self._checker)
