"""Patterns that are compiled when something is first looked for with them: most runs need only a few of all there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast


def late(source: str | Callable[[], str]) -> re.Pattern[str]:
    """The pattern of ``source`` (or of what it answers), compiled when one of its methods is first used.

    A source that is no pattern raises ``re.error`` only then, so this is for sources that are known to be sound.
    """
    return cast("re.Pattern[str]", _Late(source))


class _Late:
    """Stands for a pattern; its first use puts the methods of the compiled one in its place."""

    def __init__(self, source: str | Callable[[], str]) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = re.compile(self._source if isinstance(self._source, str) else self._source())
        self.__dict__.update({method: getattr(pattern, method) for method in _METHODS})
        return getattr(pattern, name)


_METHODS = ("pattern", "match", "fullmatch", "search", "finditer", "findall", "split", "sub")
