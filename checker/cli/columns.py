"""The options that name columns of tables and keys of JSON, which have a part of the help to themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from checker.documents.found import Columns

Command = TypeVar("Command", bound=Callable[..., Any])

_WHAT = {
    "text_column": "The article itself.  [default: text]",
    "title_column": "Its title.  [default: title]",
    "date_column": "Its publication day.  [default: published, date]",
    "id_column": "What it is called: FILE#ID.  [default: id, else the row]",
    "language_column": "Its language.  [default: language]",
    "url_column": "Where it was published.  [default: url]",
}
COLUMN_OPTIONS = tuple(_WHAT)
"""The names of the options as parameters."""

TITLE = "Columns of CSV, Parquet and JSON (a.b is the key b inside a)"


def column_options(command: Command) -> Command:
    """The options put on a command, for whose keyword arguments ``columns_of`` is made."""
    for name, what in reversed(_WHAT.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, metavar="NAME", help=what)(command)
    return command


def columns_of(given: Mapping[str, str | None]) -> Columns:
    """The columns that were named on the command line."""
    return Columns(**{name.removesuffix("_column"): value or "" for name, value in given.items()})


class WithColumns(click.Command):
    """A command whose help tells of the options for columns under a title of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then those for columns."""
        usual: list[tuple[str, str]] = []
        columns: list[tuple[str, str]] = []
        for one in self.get_params(ctx):
            told = one.get_help_record(ctx)
            if told is not None:
                (columns if one.name in COLUMN_OPTIONS else usual).append(told)
        for title, rows in (("Options", usual), (TITLE, columns)):
            with formatter.section(title):
                formatter.write_dl(rows)
