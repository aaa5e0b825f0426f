"""Readers that other packages bring along: entry points of the group ``checker.readers``, looked at when a file needs one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.documents.found import Reader
from checker.errors import InputError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "checker.readers"


def is_read(suffix: str) -> bool:
    """True when some package offers a reader for files that end in ``suffix`` (with its dot)."""
    return suffix.removeprefix(".") in _offered()


def reader_for(suffix: str, name: str) -> Reader | None:
    """The reader that a package offers for ``suffix``, or None; raises InputError (slug ``plug-in``) when it cannot be loaded."""
    offered = _offered().get(suffix.removeprefix("."))
    if offered is None:
        return None
    try:
        reader: Reader = offered.load()
    except Exception as error:  # whatever somebody else's package raises when it is imported
        raise InputError(
            f"{name}: the reader '{offered.value}' cannot be loaded ({type(error).__name__}: {error}); mend or remove its package",
            "plug-in",
        ) from None
    return reader


@cache
def _offered() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # looks through all that is installed

    return {one.name.lower().removeprefix("."): one for one in entry_points(group=GROUP)}
