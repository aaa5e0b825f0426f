"""``--engine`` and ``--scheduler``: which of others' engines runs the processes, begun only when there is something to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from checker.corpus import Entry, Reading
from checker.errors import UsageError
from checker.model import Result
from checker.pipeline import Checker

if TYPE_CHECKING:
    from checker.engines.windows import Engine

ENGINES = ("local", "dask", "spark")


def refuse_engine(engine: str, scheduler: str | None) -> None:
    """Raises UsageError (slug ``engine``) for a scheduler without an engine that has one."""
    if scheduler is not None and engine == "local":
        raise UsageError("--scheduler needs --engine dask or --engine spark", "engine")


def checked_on(
    engine: str,
    scheduler: str | None,
    jobs: int,
    entries: Iterable[Entry],
    reading: Reading,
    checker: Checker,
    overlay: Path | None,
) -> Iterator[Result]:
    """The results of all inputs, in order, from an engine that is opened for them and closed after the last.

    Raises UsageError (slug ``extra`` or ``engine``) before the first result when the engine cannot be had.
    """
    from checker.engines.windows import check_on

    rest = iter(entries)
    first = next(rest, None)
    if first is None:
        return
    with _opened(engine, scheduler, jobs) as opened:
        yield from check_on(opened, chain((first,), rest), reading, checker, overlay)


def _opened(engine: str, scheduler: str | None, jobs: int) -> AbstractContextManager[Engine]:
    if engine == "dask":
        from checker.engines.on_dask import dask_engine

        return dask_engine(scheduler, jobs)
    from checker.engines.on_spark import spark_engine

    return spark_engine(scheduler, jobs)
