"""Keys that belong together, over others too: groups that are the same whatever the order in which pairs are joined."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """The groups of some keys; at first each is alone."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._above = {key: key for key in keys}

    def head(self, key: str) -> str:
        """The smallest key of the group of ``key``."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make the groups of two keys one."""
        low, high = sorted((self.head(one), self.head(other)))
        self._above[high] = low

    def together(self, one: str, other: str) -> bool:
        """True when two keys are in one group."""
        return self.head(one) == self.head(other)

    def heads(self) -> dict[str, str]:
        """The smallest key of the group of each key."""
        return {key: self.head(key) for key in self._above}


def grouped(pairs: Iterable[tuple[str, str]], keys: Iterable[str]) -> dict[str, str]:
    """The smallest key of the group of each key, where pairs belong together."""
    groups = Groups(keys)
    for one, other in pairs:
        groups.join(one, other)
    return groups.heads()
