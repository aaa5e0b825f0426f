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
from checker.records import record

if TYPE_CHECKING:
    from checker.pipeline import Checker
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
    from checker.pipeline import load_checker

    validated(overlay)
    return load_checker(overlay)


def reference_with(overlay: Path | None) -> Reference:
    """The tables of law alone, with the same errors; what was laid over them is said on standard error."""
    from checker.reference import load_reference

    validated(overlay)
    reference = load_reference(overlay=overlay)
    say_overlay(reference)
    return reference


def say_overlay(reference: Reference) -> None:
    """Name the tables that were laid over the built-in ones, on standard error; silent when there are none."""
    if reference.overlay is not None:
        click.echo(f"checker: {tables_of(reference)}", err=True)


def tables_of(reference: Reference) -> str:
    """The tables in one line: name, version, digest, what is laid over them, and up to which day the law is known."""
    laid = f", with {reference.overlay} laid over" if reference.overlay is not None else ""
    known = f"law known to {reference.known_to}"
    return f"tables {reference.name} {reference.version} ({reference.sha256[:12]}){laid}, {known}"


def validated(overlay: Path | None) -> None:
    """Raises UsageError, naming file, row and column, when the tables with ``overlay`` laid over do not hold together."""
    if overlay is None:
        return
    if not overlay.is_dir():
        raise UsageError(f"--reference {overlay}: no such folder", "reference")
    from checker.bundle import folder
    from checker.overlay_validation import validate_overlay

    try:
        problems = validate_overlay(folder("reference"), overlay)
    except TableError as error:
        raise UsageError(f"--reference {overlay}: {error}", error.slug) from error
    if problems:
        first = str(problems[0]).removeprefix(f"{overlay.name}/")
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        every = f"'checker reference validate --reference {overlay}' lists all"
        raise UsageError(f"--reference {overlay}: {first}{more}; {every}", "table")


@record
class Look:
    """How the pages look: quotes instead of articles, one file instead of a folder, templates of the caller's."""

    excerpts: bool
    single: bool
    templates: Path | None


def templates_of(folder: Path | None) -> Path | None:
    """The folder of the caller's templates; raises UsageError (slug ``templates``) when it holds nothing that is used."""
    if folder is None:
        return None
    if not folder.is_dir():
        raise UsageError(f"--templates {folder}: no such folder", "templates")
    from checker.bundle import folder as built_in

    ours = built_in("reports") / "templates"
    known = [path.relative_to(ours).as_posix() for path in ours.rglob("*.html")]
    if not any((folder / name).is_file() for name in (*known, "style.css")):
        raise UsageError(
            f"--templates {folder}: holds none of the templates of reports/README.md, and no style.css", "templates"
        )
    return folder


def may_colour(stream: IO[Any]) -> bool:
    """True on a terminal that takes colours and whose owner has not refused them (NO_COLOR)."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_safely() -> None:
    """From here on, what the terminal's encoding cannot show is written as an escape instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
