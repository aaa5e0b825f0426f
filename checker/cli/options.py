"""Kinds of option values that several commands share, and the tables that ``--reference`` lays over the built-in ones."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from checker.dates import DayError, parse_day
from checker.errors import TableError, UsageError

if TYPE_CHECKING:
    from checker.check import Checker
    from checker.reference import Reference

    DayType = click.ParamType[date]
else:
    DayType = click.ParamType  # older versions take no argument


class Day(DayType):
    """A day written as YYYY-MM-DD; ``today`` is understood too, since only the command line may know it."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; fails as wrong usage for anything else."""
        if isinstance(value, date):
            return value
        if value == "today":
            return date.today()
        try:
            return parse_day(value)
        except DayError as error:
            self.fail(str(error), param, ctx)


DAY = Day()
FOLDER = click.Path(path_type=Path)


def checker_with(overlay: Path | None) -> Checker:
    """The tables of a run; a fault in tables that the caller brought is wrong usage (UsageError)."""
    from checker.check import load_checker

    try:
        return load_checker(_existing(overlay))
    except TableError as error:
        if overlay is None:
            raise
        raise UsageError(f"--reference {overlay}: {error}", error.slug) from error


def reference_with(overlay: Path | None) -> Reference:
    """The tables of law alone, with the same errors."""
    from checker.reference import load_reference

    try:
        return load_reference(overlay=_existing(overlay))
    except TableError as error:
        if overlay is None:
            raise
        raise UsageError(f"--reference {overlay}: {error}", error.slug) from error


def _existing(overlay: Path | None) -> Path | None:
    if overlay is not None and not overlay.is_dir():
        raise UsageError(f"--reference {overlay}: no such folder", "reference")
    return overlay


def may_colour(stream: IO[Any]) -> bool:
    """True on a terminal that takes colours and whose owner has not refused them (NO_COLOR)."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_safely() -> None:
    """From here on, what the terminal's encoding cannot show is written as an escape instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
